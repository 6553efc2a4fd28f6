/**
 * Fields of meaning in English: words that tell the same of an email. `*` stands for any ending.
 */
export const ENGLISH_FIELDS = {
  greet: "hi hello dear hey morning afternoon evening greetings",
  thank: "thank thanks thx cheers grateful appreciate* gratitude ta",
  please: "please pls plz kindly",
  may: "can could would will may might shall should",
  want: "want* need* require* wish wanted hoping hope keen fancy looking after seeking " +
    "interested consider* thinking considering rather prefer*",
  buy: "buy buying order ordering purchase* price prices pricing pricelist quote quotation " +
    "cost costs charge rate rates budget discount stock supply supplier hire rent units " +
    "pieces sample samples catalogue brochure quantity bulk wholesale availability " +
    "available deliver litres metres kilos portions seats each per dozen spec specs lease " +
    "buyer* procur* tender rfq enquir* inquir* quotes priced retail minimum carriage " +
    "shipping deliveries turnaround pallet* carton* crate* packs tonnes grams metre litre " +
    "sizes purchase",
  sell: "offer offering offers propose* proposal estimate terms valid contract scope fee fees " +
    "instal* deposit includes including inclusive comes vat fixed discount* guarantee* " +
    "package subscription monthly agree signature figures draft rollout phase phases " +
    "retainer clause sells seller* sale sales quoting quoted proposals contracts renew " +
    "renewal* annually yearly quarterly tariff* timeline* excluding instalment* " +
    "installment* install propose",
  pitch: "clients customers businesses companies similar platform solution* save saves saving " +
    "boost grow results demo trial noticed website slots leads",
  meet: "meet meeting meetings call chat visit appointment diary calendar slot reschedule* " +
    "rearrange postpone* move coffee lunch walk zoom teams session viewing sit catch face " +
    "tour pop drop come swing talk meetup* callback standup workshop* seminar* briefing " +
    "debrief* presentation appraisal inspection* inspect visits appointments bookings " +
    "booking rearranged diaries venue",
  suit: "suit suits works free around either instead earlier later slot make convenient available",
  day: "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu " +
    "thur thurs fri sat sun tomorrow today tonight noon week weekend fortnight month",
  clock: "o'clock am pm noon half quarter past hour hours minutes",
  broken: "broken broke break* fail* error* crash* freez* frozen froze leak* stuck jam* jammed " +
    "fault* blank hang* hung dead dies died trip* beep* flash* flicker* blink* disconnect* " +
    "offline corrupt* reboot* restart* reset* blocked locked refuses refused wont won't cant " +
    "can't cannot doesn't isn't stopped stops spinning unable smok* burst rattle* squeak* drip* " +
    "sag* snap* buckl* cut cuts cutting dropped drops drop* bounce* reject* refus* malfunction* " +
    "misfir* glitch* bug bugs buggy unresponsive inoperable unusable inaccessible unreachable " +
    "unreadable unavailable intermittent* sluggish slower slowly slowing laggy lag lags lagging " +
    "buffering overheat* overload* overflow* blown blew kaput defunct stall* stutter* judder* " +
    "shudder* vibrat* grinding grinds screech* squeal* hiss* buzz* clatter* clunk* clank* rattl* " +
    "creak* timeout timeouts timed expired loops looping garbled distorted blurred blurry " +
    "pixelated misread* misprint* skips skipping clog* blocks blockage seized seizes sticks " +
    "sticking denied denies invalid vanish* wiped loses fluctuat* tilts tilting slips slipping " +
    "detach* unstuck loosen* splits splitting shatter* fractur* fray* crumbl* deflat* punctur* " +
    "doesnt downtime outage* disrupt* degraded drains draining unplugged shorted wobbles " +
    "sparking cracks locks bulging leakage shattered frayed fraying puncture* leaky leaks reset " +
    "breakdown* failure* disruption*",
  device: "login log password account screen app software update updated version browser printer " +
    "scanner router wifi server display button menu settings setting machine boiler sensor pump " +
    "till terminal tablet laptop phone device system portal file export import sync firmware " +
    "serial code cable battery unit panel controller thermostat door alarm dishwasher fridge " +
    "freezer refrigerator oven hob cooker stove microwave kettle toaster grill fryer extractor " +
    "dryer radiator* heater* heating furnace aircon conditioner conditioning ventilation vent " +
    "vents chiller cooler compressor generator inverter meter meters valve valves toilet* sink " +
    "basin bath drain drains gutter* pipe pipes pipework plumbing cistern tank hose sprinkler* " +
    "roof ceiling walls tiles windows doorbell handles hinge* locks latch gates fence shutter* " +
    "blinds lifts elevator* escalator* stairs handrail railing ramp lighting lamp* bulb bulbs " +
    "socket sockets plug plugs switches fuse fusebox wiring wires circuit intercom buzzer keypad " +
    "fob fobs turnstile barrier cctv projector* monitor monitors keyboard mouse headset* " +
    "microphone* speaker speakers webcam charger* usb pc desktop photocopier copier fax shredder " +
    "cartridge* toner tray disk hub modem broadband vpn firewall hotspot bluetooth domain " +
    "database dashboard extension* module* integration* macro* apps mailbox voicemail passwords " +
    "passcode username* credential* token* cache tab tabs links icon upload kiosk checkout vans " +
    "lorry brake clutch gearbox tyre* wiper* mower",
  help: "help how explain guide advise steps instructions walk manual figure support assist " +
    "fix solve sort",
  harm: "fire smoke burning gas flood* water pouring danger* unsafe injur* hospital ambulance " +
    "burst collapse* sparks shock evacuat* emergency spoil* thaw* stranded trapped allergic " +
    "ignite* flame* blaze smoulder* scorch* burns burned scald* electrocut* fume* toxic poison* " +
    "monoxide chemical* spill* leakage contaminat* infect* outbreak asbestos hazard* risky risks " +
    "safety collision* bleed* bruise* concuss* unconscious dizzy nausea vomit* fever* swelling " +
    "swollen pains painful sore sprain* choke* choking seizure* asthma* anaphyla* allergy " +
    "allergies ill illness unwell sickness poorly diarrhoea limping wheez* cough* breathless " +
    "symptom* overdose paramedic* firefighter* brigade burgl* robbed intruder* vandal* harass* " +
    "abuse* gale icy frost seep* gush* submerged drench* sewage overflow* outage* malware " +
    "bruised scorched thawed drenched injury injuries",
  lack: "not no never nobody none nothing without missing lost late delayed wrong short empty " +
    "neither hardly barely unable fail* didn't don't doesn't wasn't weren't hasn't haven't isn't " +
    "aren't couldn't wouldn't nor yet still again longer unanswered overdue twice third instead " +
    "supposed due absent absence lacking lack lacks lacked insufficient* inadequate incomplete " +
    "incorrect* inaccura* unfinished unresolved unfulfilled undelivered unopened unread " +
    "unreturned unstaffed understaffed shortage* shortfall* scarce scarcely seldom rarely fewer " +
    "mislaid misplaced misdeliver* mislabel* mistaken mistakenly mismatch* lapsed expired delay " +
    "delays delaying backlog* vanish* loses neglect* overlook* omitted omission* excluded " +
    "unannounced doubled duplicate* surplus excess excessive triple fifth repeatedly repeated " +
    "continually didnt doesnt isnt wasnt overlooked failure*",
  damage: "damaged cracked torn smashed scratched dented ripped soaked mouldy stale cold burnt " +
    "dirty filthy stained chipped warped faded loose crooked mangled slashed soggy split bent " +
    "ruined leaking missing rotten smell* stank wobbl* rust* peel* flak* blunt sticky damp noisy " +
    "groove crack* scratch* damage damages damaging battered bruised shattered fractur* " +
    "splinter* frayed fraying threadbare rip rips tear puncture* squashed crushed crumpled " +
    "creased twisted distort* deform* misshapen bowed bulging swollen scuffed scuffs scrape* " +
    "gouge* discolor* yellowed tarnish* corrod* corrosion mould mildew* musty rancid wilted " +
    "undercooked overcooked charred scorched mushy lukewarm melted thawed leaky leaks drenched " +
    "stain stains smear* smudge* grubby grimy grime greasy filth muddy dusty soiled patchy " +
    "streak* blister* lopsided wonky rickety shaky flimsy distorted wobbles cracks",
  bad: "worst awful terrible appalling rude poor shoddy sloppy careless ridiculous useless " +
    "joke unacceptable disgrac* disappoint* annoy* angry furious fed upset unhappy tired " +
    "sick frustrat* patience excuse* apolog* insult* shame letdown nonsense ignored " +
    "fobbed lousy pathetic shambles mess fuss abysmal dreadful horrend* atrocious " +
    "disgust* disast* nightmare farc* fiasco laughable unbelievable outrag* shocking " +
    "inexcusable intolerable unforgivable unprofessional incompet* inept amateur* " +
    "negligen* lazy slapdash substandard inferior mediocre inadequate unsatisf* " +
    "dissatisf* displeas* unimpressed disillusion* dismay* disrespect* discourt* impolite " +
    "arrogan* condescend* patronis* patroniz* dismissive unhelpful unfriendly uncaring " +
    "indifferent abrupt curt hostile aggressive abusive nuisance pester* disturb* noisy " +
    "racket inconvenien* hassle* exasperat* aggravat* irritat* infuriat* livid fuming " +
    "seething irate offended upsetting hurtful distress* humiliat* mislead* misled " +
    "dishonest deceiv* decept* overpriced unjust unfair worse rubbish inconvenienc* " +
    "disturbance* disaster*",
  redress: "refund* replace* replacement credit* compensat* reimburse* money back waive knock " +
    "deduct collect redo redone remedy explanation complain* complaint* solicitor lawyer " +
    "ombudsman trading review cancel repay* repaid recompens* rectif* repair* mended " +
    "mending exchange* exchanging reinstat* reissue* resend redeliver* returned returns " +
    "recall* rebate goodwill voucher* waived waiver offset deduct* reduction* adjustment* " +
    "correction* corrected reversal reverse dispute* claim claims claiming liab* damages " +
    "penalt* legally lawsuit suing tribunal arbitrat* mediat* regulator* consumer " +
    "escalat* grievance* cancelling void replaces escalate rectify repair replace " +
    "exchange refund reimburse",
  praise: "love loved lovely great wonderful enjoyed enjoy fantastic brilliant excellent " +
    "amazing superb delicious perfect delighted pleased impressed happy glad joy treat " +
    "best beautiful beautifully gorgeous spotless smooth friendly charming generous " +
    "patient kind stars recommend praise hats credit well warm adore* admire* admiring " +
    "admiration fabulous fab marvellous marvelous magnificent outstanding exceptional* " +
    "impeccable flawless immaculate pristine tasty yummy heavenly splendid stunning " +
    "exquisite elegant cosy comfy welcoming attentive courteous polite considerate caring " +
    "skilful skilled prompt promptly punctual superbly gem",
  opinion: "feedback thought thoughts opinion honest honestly overall bit slightly though " +
    "impression experience liked felt found improve suggestion picky grumble quibble " +
    "verdict review remark rating compared tasted worth could opinions frankly candid* " +
    "sincerely mixed upside* criticis* comment comments suggestions improvement* simpler " +
    "quicker somewhat mainly",
  partner: "partner* together refer referral* commission joint jointly share shared split " +
    "collaborat* combine combined each both mutual swap cross between other cooperat* " +
    "arrangement ours yours team bundle co-host alliance reseller distribut* half percent " +
    "customers audience overlap neighbours sponsor* affiliate* agents agency dealer* " +
    "wholesaler* consorti* guild distribute",
  acquaint: "introduc* introduction meet connect connecting name new joined started replacing " +
    "successor took taking taken over colleague handing handed looking former role team " +
    "contact wave desk copied copying cc cc'd you'll two should know each who acquaint* " +
    "intro predecessor* succeed* newly hired onboard* handover liaison counterpart* " +
    "incoming maternity joins introduced",
  remind: "reminder remind* again still waiting heard reply chas* follow following news update " +
    "word nudge earlier last weeks sent promised ago outstanding overdue unpaid pending " +
    "back wondering bump meanwhile sign status where previous second third followup " +
    "nudging prod checking circling revisit* resend resending overlooked unread responded " +
    "replied answered acknowledg* unanswered eta awaiting await awaited lapsed elapsed " +
    "limbo acknowledged remind chase acknowledge",
  settle:
    "yes ok okay agreed fine confirmed confirm go ahead done sorted received arrived booked " +
    "settled accept deal great perfect noted promised requested asked attached signed works " +
    "that's resolved cleared completed accepted approved granted agreeing agrees confirms " +
    "confirming confirmation reserved scheduled filed processed shipped smoothly dealt",
  inform: "note inform* notice closed closing closure moved moving attached enclosed fyi " +
    "minutes receipt effective onwards changes change changed reminder announcement heads " +
    "update aware record file files news just reference summary recap forwarding passing " +
    "below starting switching replaced renewed published opening information records " +
    "notif* newsletter* circular publish* introduced renamed merged merger appointed " +
    "retired reopen* resum* scheduled closures diversion timetable policies revised " +
    "amended inform publish",
  future: "will 'll i'll we'll going shall tomorrow soon next",
  past: "was were had did been got came went took sent told said",
  pay: "invoice invoices paid pay payment payments due bill overdue statement transfer bank " +
    "account balance credit receipt remittance payable prepay* owing owes arrears debt " +
    "debts debit* charged tax taxes instalment* installment* deposit cheque* payroll wage " +
    "wages salary salaries expenses billed billing",
  ask: "question questions ask asking wonder* curious know tell whether if unsure clarify " +
    "understand difference possible allowed does is are do which what when where who how " +
    "why",
  send: "send sends forward return sign fill complete confirm check review update bring drop " +
    "collect fetch pick leave put deliver post email print remove add change book reserve cancel " +
    "arrange prepare provide hand pass swap transfer ring phone text let make keep give take get " +
    "order approve stop process draft circulate verify amend upload schedule liaise file issue " +
    "release download install attach resend redirect reroute submit dispatch courier notify " +
    "alert inform advise remind invite nominate appoint assign delegate allocate distribute " +
    "publish announce display photocopy copy scan shred archive label pack unpack wrap load " +
    "unload transport greet serve wipe mop sweep vacuum tidy polish dry fold hoover disinfect " +
    "empty refill restock replenish reorder purchase rent hire procure source quote estimate " +
    "calculate tally measure weigh log enter input transcribe translate proofread edit revise " +
    "rewrite reword shorten summarise summarize compile collate consolidate merge combine split " +
    "export import sync restore reset unlock block unblock enable disable activate deactivate " +
    "switch configure adjust tweak calibrate inspect examine investigate analyse analyze audit " +
    "assess evaluate monitor trace chase escalate resolve rectify repair mend maintain replace " +
    "exchange refund reimburse deduct waive authorise authorize countersign initial certify " +
    "endorse validate reconcile compare rehearse demonstrate brief supervise oversee coordinate " +
    "organise organize rearrange reschedule postpone defer extend renew terminate withdraw " +
    "delete erase discard dispose recycle dismantle assemble mount mow babysit retrieve locate " +
    "obtain secure ensure reply respond acknowledge register enrol subscribe attend refresh " +
    "deploy lodge propose clarify specify outline highlight flag tick cascade relay convey " +
    "transmit nudge",
  private: "mum dad mother father gran birthday cake dinner weekend kids party holiday love sis " +
    "bro aunt uncle cousin dog cat garden keys key spare sorry lunch bus school wedding " +
    "barbecue mate crumble house neighbour grandad nan grandparents toddler twins niece " +
    "nephew flatmate* neighbours nursery scouts choir christening bbq",
  work: "staff crew team drivers customers guests children patients people tenants residents " +
    "visitors employee* colleagues operator technician* engineer* electrician* plumber* " +
    "builders builder cleaners cleaner carer nurses pupils trainee* apprentice* intern " +
    "users user",
  hurry: "urgent urgently asap immediately straight straightaway now quickly quick today " +
    "tonight deadline latest before by noon within hour hours urgency critical crucial " +
    "imperative pressing priority prioritiz* expedit* rushed swift* prompt promptly " +
    "pronto imminent* soonest earliest eod",
  calm: "rush hurry whenever moment time chance leisure convenience urgent pressure needn't " +
    "bother unhurried leisurely patience pace flexible flexibility anytime whichever " +
    "optional",
  wait: "hear hearing reply answer respond response back let know tell look forward thoughts",
  decide: "decide* decision approve* approval sign signs board committee boss owner manager " +
    "director partner husband wife council vote votes determin* chose chosen choices " +
    "select* weighing assess* compar* ballot authoris* permit consent veto ceo cfo " +
    "chairwoman owners approved authorise compare",
  chance: "refit* opening expand* branch branches moving planning plan project event wedding " +
    "conference season new build building launch regular openings prospect* startup " +
    "premises stores outlet* showroom refurb* renovat*",
  must: "must have has need* require* obliged obligat* mandatory ought supposed necessary duty " +
    "duties legally comply compliance expected condition conditions binding",
  trouble: "problem* issue issues trouble* mistake* error* defect* complaint* fault* difficult* " +
    "hitch* mixup delay* damage* loss losses snag* glitch* bug bugs concern concerns worry " +
    "worries setback* obstacle* hurdle* bottleneck* backlog* breakdown* failure* outage* " +
    "disruption* interruption* crash* leak* accident* incident* mishap* dispute* disagreement* " +
    "conflict* discrepanc* inconsisten* mismatch* shortage* deficit* omission* oversight* " +
    "misunderst* miscommunic* confusion mess chaos nuisance inconvenienc* disturbance* noise* " +
    "hassle* struggl* challenge* crisis emergency catastroph* disaster* fiasco nightmare " +
    "shambles breach* violation* malfunction* deficien* flaw* weakness* vulnerab* risk* hazard* " +
    "danger* injury injuries illness* fraud* theft blunder* typo* lateness absence* flood* " +
    "spill* stain* dent leakage risky risks illness delayed absence mistaken mistakenly delay " +
    "delays delaying damaged stained leaking damage damages leaky leaks stain stains",
  paper: "contract contracts agreement* report reports memo memos memorandum draft drafts " +
    "spreadsheet* form forms letter letters minutes invoice invoices copy copies drawing " +
    "drawings slide slides agenda deck decks certificate* document* doc docs paperwork " +
    "paper papers file files pdf pdfs attachment* folder* binder* brochure* leaflet* " +
    "flyer* booklet* poster* handbook* manual manuals guide guides instructions policy " +
    "policies procedure* protocol* checklist* list lists roster* rota timetable* schedule " +
    "schedules plan plans sketch* diagram* chart charts graph photo photos picture* image " +
    "images scan scans recording* transcript* presentation* proposal* quote quotes " +
    "quotation* estimate* receipt receipts statement statements claim claims voucher* " +
    "ticket tickets permit permits licence* passport* visa* insurance warranty deed deeds " +
    "lease annex* page pages cv quotation brochure proposal estimate proposals " +
    "presentation timetable",
  count: "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty " +
    "fifty sixty hundred thousand couple several",
  rough: "roughly about around nearly almost some say ish",
  month: "january february march april may june july august september october november december " +
    "spring summer autumn winter season christmas easter term",
  span: "years year months days since until long ago while then ever always lasted",
  somebody: "somebody someone anybody anyone whoever whom nobody",
  person: "man woman men girl boy lad lady gentleman guy driver porter waiter receptionist " +
    "foreman nurse teacher cashier young fitter fitters",
  speak: "said says tell tells told wrote writes rang rung phoned called spoke talked explained " +
    "mentioned shouted answered replied",
  plant: "valve lift gate tank compressor motor pipe drain line barrier generator fridge freezer " +
    "oven kiln crane forklift power electricity mains fuse",
  rescue: "brigade police ambulance emergency hotline duty control hospital doctor ward nurse " +
    "blood pain dizzy pulse breathing",
  place: "here outside inside downstairs upstairs standing sitting floor yard room hall street " +
    "corner cellar basement wall door roof kitchen",
  parcel: "parcel package delivery delivered deliveries shipment pallet pallets courier tracking " +
    "shipped box boxes collection",
  tried: "tried cleaned swapped switched checked replaced restarted unplugged plugged installed " +
    "pressed changed turned connected",
  display: "shows showing says reads displays appears message lights goes jumps comes lands " +
    "opens hums number",
  compare: "better worse than too more less rather louder bigger quite enough most much so very",
  demand: "expect demand insist concern* claim entitled request require assume accept liable " +
    "responsible",
  because: "because therefore although but however whereas since though while so",
  document: "page pages document documents report memo slides slide handbook letter letters list " +
    "form table chart map draft copy version paper article book text",
  code: "query index server code class commit patch bug build field fields user users database " +
    "script config* xml plugin thread admin",
  legal: "court law legal consent permission policy rule rules licence filing hearing objection " +
    "rights clause lease tax authority council",
  peers: "colleagues members students pupils parents neighbours volunteers employees everyone " +
    "folks all group department class",
  idea: "idea suggest* perhaps maybe imagine what if how thought possibly something might",
  skill: "trained years experience worked degree speak languages background qualified grew born " +
    "runs run spent founded based teach",
  condition: "if unless otherwise case provided except whether should",
  loss: "lose losing lost penalty fine miss missed expire* cancelled fall void costs waste " +
    "wasted runs",
  stuck: "waiting standing stands queue idle stuck stranded locked sitting stopped nothing moves " +
    "hold",
  social: "congratulations congrats luck condolences haha ha lol funny laugh laughed smile joke " +
    "party film match game beer song dance weekend",
  travel: "flight plane airport hotel ticket tickets passport station platform trip travel " +
    "journey luggage visa border booking room",
  absent: "holiday leave ill sick away absent maternity cover covers vacation illness funeral " +
    "retire*",
  number: "number no ref reference customer policy order serial account booking invoice contract " +
    "ticket registration",
  ready: "begin begins began start starts started finish finished ready complete completed end " +
    "ends ended done continue remaining rest",
  look: "see sees saw seen look looks looked watch notice noticed find finds found spotted " +
    "discover appear seems seem",
  sums: "pound pounds pence euros cent cents dollar dollars cash cheque grand sum amount total " +
    "fifth percent",
  know: "know knows knew remember understand understood believe think thinks guess heard " +
    "learned realise forgot sure certain",
  me: "i me my mine i'm i've i'd myself",
  we: "we us our ours we're we've we'd",
  you: "you your yours u ur you're you've you'd yourself",
  they: "he she they him her them his their",
} as const;

/** A field of meaning. */
export type Field = keyof typeof ENGLISH_FIELDS;
