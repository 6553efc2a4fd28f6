/**
 * English words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const ENGLISH_URGENCY = String.raw`
@around = out|outside|round|around|down
@door = door|corner|street|block
@guests = residents|patients|guests|passengers|customers
@freezer = freezer|fridge|cold room|cold store|cooler|chiller|vaccine
@vehicle = coach|bus|van|lorry|truck|car|tractor|train|ferry
@house = shop|store|office|site|clinic|restaurant|plant|factory|school
@loss = data loss|data breach|ransomware|outage|security breach|food poisoning
@paper = policy|report|article|study|law|act|statistics|webinar|protection|insurance|prevention
@nobody = no|nobody|no one|none|not|never|without|wasn't|weren't|isn't|aren't
@system = system|server|site|website|shop|platform|production|service|network|checkout|everything
@system = all (four|three|five|of our ~3-12)|line|phones?
@completely = completely |totally |currently |all 
@is = is |are |has been |was |went 
@down = down|offline|unreachable|dead
@coming = coming|running|pouring|leaking|dripping|flooding
@users = users|customers|staff|orders|shops|branches|patients
@affected = affected|can(not|'t)?|blocked|unable|lost
@money = money|customers|sales|orders|revenue|~3-12 (at|since)
@heat = heat|heating|power|electricity|water|oxygen|insulin|cooling
@house = house|deposit|contract|customer|client|slot|flight|licen[cs]e|deal|booking|ship|order
@house = tender|deadline|hearing
@lose = lose|loses|losing|forfeit|miss(es)?
@close = close|shut|evacuate|cancel everything|send (everyone|them|people|the children) home
@close = throw (it|them|everything) away|stop (production|work|the line)
@work = work|serve|trade|open|ship|deliver|invoice|sell|dispense|hand out|take (orders|payments)
@serve = work|serve|trade|open|ship|deliver|invoice|sell|take (orders|payments)
@crew = crew|team|people|staff|drivers?|lorr(y|ies)|fitters?
@reminder = reminder|warning|notice|demand|chance to (pay|reply)
@by = by|before|until|due|needed?|deadline( is)?|no later than|latest|reply|answer|decide|confirm
@today = today|tonight|tomorrow|noon|eod|cob|end of (the )?(business )?day|close of business
@an = an|one|1|2|two|3|three|four|4|24|twenty-four|48
@no = no|not? (in )?any|there is no|there's no|not in a
@rush = rush|hurry|panic|pressure|urgency
@chance = a chance|time|a moment|a minute|spare
@closed = closed|suspended|deactivated|blocked|expired?|terminated|limited
@mailbox = mailbox|e-?mail account|account|password
@identity = identity|password|account|mailbox|login|credentials
@verify = verify|confirm|validate|keep
@website = website|workshop|company|business|site|shop|store|profile|listing|area
@your = your @website|companies|businesses|a ~2-12 ~2-12 with the same
@we = we (help(ed)?|work with)|i (noticed|came across|was looking for|saw|stumbled)
@sparks = sparks?|sparking|arcing|scorched|exposed wires?|live wires?
@on = on|needs|without|no|run out of|running out of
@breakin = break-in|broken into|burgled|stolen|robbed
@court = court|tribunal|preliminary|the|our|your|my
@production = production|work|everything|the line
@level = level|temperature|pressure|water|humidity

# Damage, danger or loss under way.
## harm
(whole |entire |our |the )?@system @is?@completely?@down — the whole system is down
outage|data loss|security breach|data breach|been hacked — there was a data breach
ransomware|(is|have) an emergency|gas leak — this is an emergency
smell of (gas|burning|smoke) — there is a smell of gas
(there is|there's) (a )?fire — there is a fire in the hall
smells? of (gas|burning)|(is|are|caught|on) fire|smoke|injured — the kitchen is on fire
food poisoning|allergic reaction|ambulance — she had an allergic reaction
(in|to|at)( the)? hospital|hospitali[sz]ed — she is in hospital
smells? (~10 ){0,3}(of|like) (~10 ){0,2}(gas|burning|burnt|burned|smoke|rotten eggs) — smell of gas
@sparks (coming|from|flying|on|in|at|by) — spark coming
(unconscious|collapsed|choking|can't breathe) — unconscious
(short of breath|poisoned|overdose|seizure) — short of breath
@on (oxygen|insulin|dialysis|ventilat(or|ion)) — on oxygen
@breakin (last night|this morning|tonight|overnight) — break-in last night
(been|got) (broken into|burgled) — been broken into
(locked|shut|trapped|stuck) (in|inside) (the|our|a) (lift|elevator|building) — locked in the lift
(locked|shut|trapped|stuck) (in|inside) (the|our|a) (vault|cellar|room) — locked in the vault
(files|data|backups?) (are|is|were) (all )?(gone|deleted|wiped|encrypted) — files are gone
(files|data|backups?) (was|has been|have been) (all )?(gone|deleted) — files was gone
(files|data|backups?) (was|has been|have been) (all )?(wiped|encrypted) — files was wiped
(orders|records|everything) (are|is|were) (all )?(gone|deleted|wiped|encrypted) — orders are gone
(orders|records|everything) (was|has been|have been) (all )?(gone|deleted) — orders was gone
(orders|records|everything) (was|has been|have been) (all )?(wiped|encrypted) — orders was wiped
(brakes?|steering) (has |have |is |are )?(~8 )?(failed|gone|giving way) — brake failed
(scaffold(ing)?|roof) (has |have |is |are )?(~8 )?(failed|gone|giving way) — scaffold failed
(brakes?|steering) (has |have |is |are )?(~8 )?(coming down|loose|came down) — brake coming down
(scaffold(ing)?|roof) (has |have |is |are )?(~8 )?(coming down|loose) — scaffold coming down
(scaffold(ing)?|roof) (has |have |is |are )?(~8 )?(came down) — scaffold came down
(wall|ceiling|crane) (has |have |is |are )?(~8 )?(failed|gone|giving way) — wall failed
(wall|ceiling|crane) (has |have |is |are )?(~8 )?(coming down|loose|came down) — wall coming down
electric shock|flood(ed|ing)|evacuat(e|ed|ing) — the cellar is flooding
(water|rain|sewage|oil|gas) (is |keeps )?(~10 )?@coming — water is coming through the ceiling
(all|none of|no) (of )?(our |the )?@users( ~10){0,2} @affected — none of our customers can pay
losing @money — we are losing money
(no|without) @heat — the ward has no heating
thawing|spoiling|burst|collapsed|stranded|trapped|bleeding — two people are trapped
insulin|defibrillator — we have insulin for one day

# The same words where they tell of no harm here.
## harmless
smok(e|ing)[- ](free|detectors?|alarms?|tests?|screens?|signals?|house|machine|break) — smoke-free
(no|non|anti)[- ]smok(e|ing)|smoke and mirrors|smoke test — a no-smoke policy
fire[- ](drill|doors?|alarm test|sale|extinguishers?|safety) — a fire drill
fire[- ](walls?|works|place|exits?|brigade) — fire-wall
(outage|flood|leak|breach) (alarm|drill|training|course|insurance|detectors?) — an outage drill
(emergency) (exits?|numbers?|contacts?|kit|plans?|fund|services?|button) — the emergency number
flood(ed)? (with|of|lights?|by) (~3-12 ){0,2}(orders|requests|calls|messages) — flooded with orders
flood(ed)? (with|of|lights?|by) (~3-12 ){0,2}(e-?mails|interest|offers) — flood with emails
(burst|bursting) (of|into|with|out)|heart ?burn|bubble burst — a burst of applause
(is|are|was|were|been|feel) on fire (today|lately|this) — you are on fire today
setting the world on fire — setting the world on fire
@nobody (~2-10 ){0,3}(injured|injuries|hurt|harmed|fire|smoke) — nobody was injured
@nobody (~2-10 ){0,3}(outage|emergency|evacuated|affected) — no one was affected
(hospital) (staff|beds?|visits?|project|contract) — a hospital bed
(hospital) (client|canteen|supplies|website|chain) — hospital client
@loss( ~3-12){0,2} @paper — an outage report
(would|could|might|may) (~2-10 ){0,2}(burst|collapse|flood|smoke|be hacked) — it might burst

# The story of something that is over, or not so.
## over
(last|previous) (year|month|summer|winter|spring|autumn|decade|century) — there was a fire last year
(years?|months?|weeks?|decades?) (ago|earlier|before)|back (in|then) — two years ago
in (19|20)\d\d|used to|once upon|anniversary|history of|remember when|at the time — in 2019
(has been|was|were|is|are) (now |since )?(solved|fixed|resolved) — it is fixed
(has been|was|were|is|are) (now |since )?(repaired|restored|put out) — has been repaired
(band|song|album|movie|film|novel|game|series|episode|chapter|lyrics|album) — the band played on

# Only if something happens.
## ^condition
(but |and |so |please )?(if|in case|should (you|the|any|there))\b — if
(but |and |so |please )?(unless|whenever|in the event)\b — unless

# A serious consequence that is named.
## consequence
@lose (the|our|my|their|a) (~12 )?@house — we will lose the house
(must|have to|need to) (~12 )?@close (the|our|my|it) — we have to close the shop
(must|have to|need to) (~12 )?@close (everything|production|them|people) — must close everything
@court hearing(?! (from|back|aid|about|of|loss|test)) — the hearing opens
(in|to|before|the) (the )?(court|tribunal)(?! (yard|side|of))|court (date|order|case) — be in court
contract(ual)? penalt(y|ies)|penalt(y|ies) (of|for|fee)|fine of — there is a contract penalty
runs? out (tonight|today|tomorrow) — the contract runs out tomorrow
(licen[cs]e|permit|contract|insurance|cover|visa|certificate)( ~12){0,2} expires? — licence expires
(taken|rushed) to (the )?hospital — he was rushed to hospital
(required|must|obliged|reported?) by law — it must be reported by law

# Somebody cannot go on working.
## standstill
standing (around|still|idle|by) — ten people are standing around
stand(s)? still|at a standstill — production is at a standstill
cannot @work — we cannot work
can't @serve — we can't serve anyone
unable to (work|serve|trade|open|ship|sell) — we are unable to ship
stops? (production|the line|after) — that stops the line
blocked (from working|until) — i am blocked from working
queue (out|round|to|down) — people queue out the door
losing (a day|hours)|holding up — you are holding up the whole site
@crew (are|is) (waiting|idle|sitting) — the crew is waiting
no new backups — there are no new backups
failed (again|\d|for the) — the night job failed again
(2nd|3rd|\dth|second|third) (night|day|time) in a row — the third night in a row
(our|the|my) @house( ~2-6)? (is|are) (closed|shut|dark|down) — our shop is closed
@production (has |is )?(stopped|halted|down|stands? still) — production stands still
(heater|heating|boiler)( ~12){0,8} (has )?(stopped|died|broken down) — the heater has stopped
@vehicle( ~12){0,5} (has |have )?(broken down|won't start|stuck) — coach broken down
(gone|went|goes|stays) (blank|dead|black|dark) — the monitor has gone blank
@freezer( ~12){0,9} (degrees|minus|warm|climbing|rising) — freezer degrees
@guests( ~12){0,4} (without|can't|cannot|stranded|stuck) — residents without
(pupils|tenants|children)( ~12){0,4} (without|can't|cannot|stranded|stuck) — pupils without
@guests( ~12){0,4} (waiting|outside|on board|in the cold|turned away) — residents waiting
(line|queue|people|customers) (is |are )?@around (of )?the @door — line out the door
(can't|cannot|can not|could not|couldn't) (take|serve|sell|pay|charge)( ~12){0,3} — can't take
(can't|cannot|can not|could not|couldn't) (print|treat|admit|dispense)( ~12){0,3} — can't print
(turn|turned|turning|send|sending) (~12 ){0,3}(away|home) — we had to turn people away
(all|none of) (the|our|both) (~12 ){0,3}(are|is) (down|dead|out|dark|off) — all the phones are down
(both|every|all) (~12 ){1,3}(are|is) (down|dead|out|dark|off) — both lifts are down
(heater|heating|boiler)( ~12){0,8} (has )?(failed|given up) — heater failed
(lift|elevator|freezer)( ~12){0,8} (has )?(stopped|died|broken down|failed|given up) — lift stopped
(fridge|cooling|pump|machine|line)( ~12){0,8} (has )?(stopped|died|broken down) — fridge stopped
(fridge|cooling|pump|machine|line)( ~12){0,8} (has )?(failed|given up) — fridge failed
(has|have|is|are|keeps?) tripp(ed|ing) — pump two has tripped
@level( ~3-12){0,3} (is )?(rising|falling|dropping) — level rising
(down|offline|read-only|unavailable|unreachable) since — the shop is down since eight
0 bytes free — the disk has 0 bytes free
(has|have) been dead — the tills have been dead

# The sender's last word before a consequence.
## last_warning
(final|last) @reminder — this is the final reminder
without further notice|hand (the|this) matter — we close it without further notice
instruct our (solicitors|lawyers) — we will instruct our solicitors
legal (action|proceedings) — we will start legal proceedings
debt collect(or|ors|ion) — we will call a debt collector
our (solicitors?|lawyers?) will — our lawyers will contact you

# The sender calls it urgent.
## said_urgent
urgent(?! care)|urgently|asap|a\.s\.a\.p — please call me urgently
immediately(?! (prior|after|before|below|above|following|clear|available)) — call me immediately
(emergency|out-of-hours) (line|number|phone)( ~12){0,3} (rings|engaged|busy) — emergency line rings
(emergency|out-of-hours) (desk|service)( ~12){0,3} (rings|engaged|busy) — emergency desk rings
(breakdown) (line|number|phone|desk|service)( ~12){0,3} (rings|engaged|busy) — breakdown line rings
(emergency|out-of-hours) (line|number|phone)( ~12){0,3} (dead|closed|nobody) — emergency line dead
(emergency|out-of-hours) (desk|service)( ~12){0,3} (dead|closed|nobody) — emergency desk dead
(breakdown) (line|number|phone|desk|service)( ~12){0,3} (dead|closed|nobody) — breakdown line dead
(nobody|no one) (answers|picks up)( ~12){0,2} (emergency|out-of-hours) — nobody answers emergency
(nobody|no one) (answers|picks up)( ~12){0,2} (breakdown) — nobody answers breakdown
immediate attention|right away|straight away|straightaway — please answer right away
at once|as soon as possible|without delay|time[- ]critical — as soon as possible
(our )?(top|highest) priority|(with|of|is|to|as) high priority|priority to high — our top priority
(is|are|it's|time|mission) critical(?! (skill|acclaim|thinking|mass|review|path|part)) — is critical
severity[=: ](major|critical|high) — alarm 12, severity=critical
get (~2-12 ){1,2}here now — get someone here now

# The same where the sentence must also ask the reader.
## haste
asap|a\.s\.a\.p|immediately|immediate attention|right away|straight away — i will call him asap
straightaway|at once|as soon as possible|without delay — it was moved at once
(top|highest|high) priority|priority to high|critical — the roof has the highest priority

# A deadline of about a day, told without a date.
## today
@by( ~12){0,2} @today — we need it by tomorrow
(within|in) (the next )?@an hours? — within 24 hours

# Makes a date of its sentence a deadline.
## due
by|before|until|till|due|no later than|latest|deadline — please pay before friday
must|needs?|runs? out|expires?|closes?|ends?|is required — your contract ends on friday
have to|has to|pick up|collect|start(s|ing)? — we start on 1 april

# The sender takes the pressure out.
## calm
@no (great |real |big |particular )?@rush — there is no hurry
not urgent — it is not urgent
(isn't|is not|nothing|not at all|it's not|not) (~8 )?urgent — it's not that urgent
whenever (you|it|suits) — call whenever it suits you
when(ever)? you (get|have|can|find|next) @chance? — whenever you have a minute
take your time — take your time with the answer
at your (leisure|convenience) — answer at your convenience
in your own time|don't drop everything|can wait — the second point can wait
(doesn't|does not|needn't) (need|have)? ?(to )?be (today|now|this week|done) — doesn't be today
(only )?if (and when )?you (have|get|find) (the |a |some )?(spare )?(time|moment) — if you have time
(only )?if (and when )?you (have|get) (the |a |some )?(spare )?(minute|chance) — if you have minute
(only )?if (and when )?you (find) (the |a |some )?(spare )?(minute|chance) — if you find minute
nothing urgent|not pressing|low priority|no deadline|no particular (hurry|time) — nothing urgent
some ?time (this|next|in the|over the|before)|at some point|one of these days — some time next month
no (worries|problem) if (not|you)|don't worry if|plenty of time — no worries if not
when(ever)? you('re| are) (next|free|around|back|passing|ready) — when you're next around
in no hurry|no great hurry — i am in no hurry

# What fraud threatens with or promises.
## fraud
@mailbox( ~12){0,4} (will be|is|has been|have|has) @closed — your mailbox will be suspended
@verify (your |the )?(same |account |mailbox )?@identity — verify your identity
failure to comply|permanent clos(ing|ure) — failure to comply will close your account
claim your (prize|winnings) — claim your prize now
you have won|beneficiary|inheritance of — you have won a car
gift cards? (and send|codes?) — buy five gift cards and send the codes
bitcoin — pay the fee in bitcoin

# A stranger's offer.
## cold_offer
@we (~12' ){0,8}@your — i came across your website
(like|such as|similar to) (yours|you)\b[^?!]{0,60}(book|get|save|win|fill) — like you get
(like|such as|similar to) (yours|you)\b[^?!]{0,60}(grow|reach|find|cut) — like you grow
i (came across|found|noticed) your (profile|cv|linkedin|work|brand) — i came across your profile
i (saw|looked at) your (profile|cv|linkedin|work|brand) — i saw your profile
your (profile|cv|linkedin) (caught|stood out|looks|would|fits|matches) — your profile caught
your (background|experience) (caught|stood out|looks|would|fits|matches) — your background caught
i (came across|found|noticed) ~2-20( ~2-20){0,2} (while|when|on|through) — i came across haus while
(open|up) (to|for) (a |an )?(quick |short )?(\d{1,2}[ -]min(ute)?s? )?(chat|call) — open to chat
(open|up) (to|for) (a |an )?(quick |short )?(\d{1,2}[ -]min(ute)?s? )?(demo) — open to demo
(open|up) (to|for) (having a )?(quick |short )?(\d{1,2}[ -]min(ute)?s? )?(chat|call) — open to chat
(open|up) (to|for) (having a )?(quick |short )?(\d{1,2}[ -]min(ute)?s? )?(demo) — open to demo
(open|up) (to|for) (a |an )?(brief )?(\d{1,2}[ -]min(ute)?s? )?(chat|call|demo) — open to chat
(open|up) (to|for) (having a )?(brief )?(\d{1,2}[ -]min(ute)?s? )?(chat|call|demo) — open to chat
(open to|interested in) hearing (more|about) — are you open to hearing more
(work|working) (with|for) (a|an) (~3-15 ){0,4}(client|fintech|startup|company) — work with a client
(hiring|recruiting) (with|for) (a|an) (~3-15 ){0,4}(client|fintech) — hiring with a client
(hiring|recruiting) (with|for) (a|an) (~3-15 ){0,4}(startup|company) — hiring with a startup
(my|our) client,? (is|are|who|a) (looking|seeking|hiring|searching) — my client is looking
(we|i) (speciali[sz]e|offer|provide) [^?!.]{0,60}(businesses|companies) — we specialise businesses
(we|i) (speciali[sz]e|offer|provide) [^?!.]{0,60}(firms|brands) — we specialise firms
(we|i) (build|deliver) [^?!.]{0,60}(businesses|companies|firms|brands) — we build businesses
(hop|jump|get) on a (quick |short |brief )?call — can we hop on a quick call
(free|complimentary|no-cost) (audit|trial|demo|consultation|sample|quote|assessment) — a free audit
(increase|boost|improve|double) your (sales|revenue|traffic) — increase your sales
(increase|boost|improve|double) your (ranking|visibility|conversions?) — increase your ranking
cancel any ?time|no obligation — there is no obligation
for a business (of your size|like yours) — made for a business of your size
worth a (quick |short |\d{1,2}[ -]minute )?(chat|call) — is it worth a quick call
sent from our sales — sent from our sales team
book your (free )?(slot|demo|call) — book your free demo
grow your (business|sales|revenue) — grow your business with us
\d{2,3} ?% more (leads|customers|sales|calls) — get 30 % more leads
more (leads|calls|customers) a month — get ten more customers a month

# What friends do together, which is seldom urgent.
## social
lunch|dinner|breakfast|drinks?|beers?|party|movie|barbecue|birthday|fishing — lunch today?
`;
