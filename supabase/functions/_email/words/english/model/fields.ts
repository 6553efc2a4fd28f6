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
    "available deliver litres metres kilos portions seats each per dozen spec specs lease",
  sell: "offer offering offers propose* proposal estimate terms valid contract scope fee fees " +
    "instal* deposit includes including inclusive comes vat fixed discount* guarantee* " +
    "package subscription monthly agree signature figures draft rollout phase phases " +
    "retainer clause",
  pitch: "clients customers businesses companies similar platform solution* save saves saving " +
    "boost grow results demo trial noticed website slots leads",
  meet: "meet meeting meetings call chat visit appointment diary calendar slot reschedule* " +
    "rearrange postpone* move coffee lunch walk zoom teams session viewing sit catch face " +
    "tour pop drop come swing talk",
  suit: "suit suits works free around either instead earlier later slot make convenient available",
  day: "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu " +
    "thur thurs fri sat sun tomorrow today tonight noon week weekend fortnight month",
  clock: "o'clock am pm noon half quarter past hour hours minutes",
  broken: "broken broke break* fail* error* crash* freez* frozen froze leak* stuck jam* jammed " +
    "fault* blank hang* hung dead dies died trip* beep* flash* flicker* blink* disconnect* " +
    "offline corrupt* reboot* restart* reset* blocked locked refuses refused wont won't cant " +
    "can't cannot doesn't isn't stopped stops spinning unable smok* burst rattle* squeak* " +
    "drip* sag* snap* buckl* cut cuts cutting dropped drops drop* bounce* reject* refus*",
  device: "login log password account screen app software update updated version browser printer " +
    "scanner router wifi server display button menu settings setting machine boiler sensor " +
    "pump till terminal tablet laptop phone device system portal file export import sync " +
    "firmware serial code cable battery unit panel controller thermostat door alarm",
  help: "help how explain guide advise steps instructions walk manual figure support assist " +
    "fix solve sort",
  harm: "fire smoke burning gas flood* water pouring danger* unsafe injur* hospital ambulance " +
    "burst collapse* sparks shock evacuat* emergency spoil* thaw* stranded trapped allergic",
  lack: "not no never nobody none nothing without missing lost late delayed wrong short empty " +
    "neither hardly barely unable fail* didn't don't doesn't wasn't weren't hasn't haven't " +
    "isn't aren't couldn't wouldn't nor yet still again longer unanswered overdue twice third " +
    "instead supposed due",
  damage: "damaged cracked torn smashed scratched dented ripped soaked mouldy stale cold burnt " +
    "dirty filthy stained chipped warped faded loose crooked mangled slashed soggy split bent " +
    "ruined leaking missing rotten smell* stank wobbl* rust* peel* flak* blunt sticky damp " +
    "noisy groove crack* scratch*",
  bad: "worst awful terrible appalling rude poor shoddy sloppy careless ridiculous useless " +
    "joke unacceptable disgrac* disappoint* annoy* angry furious fed upset unhappy tired " +
    "sick frustrat* patience excuse* apolog* insult* shame letdown nonsense ignored fobbed " +
    "lousy pathetic shambles mess fuss",
  redress: "refund* replace* replacement credit* compensat* reimburse* money back waive knock " +
    "deduct collect redo redone remedy explanation complain* complaint* solicitor lawyer " +
    "ombudsman trading review cancel",
  praise: "love loved lovely great wonderful enjoyed enjoy fantastic brilliant excellent amazing " +
    "superb delicious perfect delighted pleased impressed happy glad joy treat best " +
    "beautiful beautifully gorgeous spotless smooth friendly charming generous patient " +
    "kind stars recommend praise hats credit well warm",
  opinion: "feedback thought thoughts opinion honest honestly overall bit slightly though " +
    "impression experience liked felt found improve suggestion picky grumble quibble " +
    "verdict review remark rating compared tasted worth could",
  partner: "partner* together refer referral* commission joint jointly share shared split " +
    "collaborat* combine combined each both mutual swap cross between other cooperat* " +
    "arrangement ours yours team bundle co-host alliance reseller distribut* half percent " +
    "customers audience overlap neighbours",
  acquaint: "introduc* introduction meet connect connecting name new joined started replacing " +
    "successor took taking taken over colleague handing handed looking former role team " +
    "contact wave desk copied copying cc cc'd you'll two should know each who",
  remind: "reminder remind* again still waiting heard reply chas* follow following news update " +
    "word nudge earlier last weeks sent promised ago outstanding overdue unpaid pending " +
    "back wondering bump meanwhile sign status where previous second third",
  settle: "yes ok okay agreed fine confirmed confirm go ahead done sorted received arrived " +
    "booked settled accept deal great perfect noted promised requested asked attached " +
    "signed works that's",
  inform: "note inform* notice closed closing closure moved moving attached enclosed fyi minutes " +
    "receipt effective onwards changes change changed reminder announcement heads update " +
    "aware record file files news just reference summary recap forwarding passing below " +
    "starting switching replaced renewed published opening information records",
  future: "will 'll i'll we'll going shall tomorrow soon next",
  past: "was were had did been got came went took sent told said",
  pay: "invoice invoices paid pay payment payments due bill overdue statement transfer bank " +
    "account balance credit receipt remittance",
  ask: "question questions ask asking wonder* curious know tell whether if unsure clarify " +
    "understand difference possible allowed does is are do which what when where who how " +
    "why",
  send: "send sends forward return sign fill complete confirm check review update bring drop " +
    "collect fetch pick leave put deliver post email print remove add change book reserve " +
    "cancel arrange prepare provide hand pass swap transfer ring phone text let make keep " +
    "give take get order approve stop",
  private: "mum dad mother father gran birthday cake dinner weekend kids party holiday love sis " +
    "bro aunt uncle cousin dog cat garden keys key spare sorry lunch bus school wedding " +
    "barbecue mate crumble house neighbour",
  work:
    "staff crew team drivers customers guests children patients people tenants residents visitors",
  hurry: "urgent urgently asap immediately straight straightaway now quickly quick today " +
    "tonight deadline latest before by noon within hour hours",
  calm: "rush hurry whenever moment time chance leisure convenience urgent pressure needn't bother",
  wait: "hear hearing reply answer respond response back let know tell look forward thoughts",
  decide: "decide* decision approve* approval sign signs board committee boss owner manager " +
    "director partner husband wife council vote votes",
  chance: "refit* opening expand* branch branches moving planning plan project event wedding " +
    "conference season new build building launch regular",
  me: "i me my mine i'm i've i'd myself",
  we: "we us our ours we're we've we'd",
  you: "you your yours u ur you're you've you'd yourself",
  they: "he she they him her them his their",
} as const;

/** A field of meaning. */
export type Field = keyof typeof ENGLISH_FIELDS;
