/**
 * English words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const ENGLISH_URGENCY = String.raw`
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

# Damage, danger or loss under way.
## harm
(whole |entire |our |the )?@system @is?@completely?@down — the whole system is down
outage|data loss|security breach|data breach|been hacked — there was a data breach
ransomware|(is|have) an emergency|gas leak — this is an emergency
smell of (gas|burning|smoke) — there is a smell of gas
smells? of (gas|burning)|(is|on) fire|smoke|injured|injury — the kitchen is on fire
food poisoning|allergic reaction|hospital|ambulance — she had an allergic reaction
electric shock|flood(ed|ing)|evacuat(e|ed|ing) — the cellar is flooding
(water|rain|sewage|oil|gas) (is |keeps )?(~10 )?@coming — water is coming through the ceiling
injunction|statute of limitations — the court granted an injunction
(all|none of|no) (of )?(our |the )?@users( ~10){0,2} @affected — none of our customers can pay
(losing|lost) @money — we are losing money
(no|without) @heat — the ward has no heating
thawing|spoiling|burst|collapsed|stranded|trapped|bleeding — two people are trapped
insulin|defibrillator — we have insulin for one day

# A serious consequence that is named.
## consequence
@lose (the|our|my|their|a) (~12 )?@house — we will lose the house
(must|have to|will|need to) (~12 )?@close — we have to close the shop
court|hearing|tribunal|penalty|penalties|fine of — the hearing opens on monday
contract penalty — there is a contract penalty
runs? out (tonight|today|tomorrow) — the contract runs out tomorrow
expires? (tonight|today|tomorrow) — the offer expires tonight
(taken|rushed) to (the )?hospital — he was rushed to hospital
by law — it must be reported by law

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
0 bytes free — the disk has 0 bytes free

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
urgent|urgently|asap|a\.s\.a\.p|immediately — please call me urgently
immediate attention|right away|straight away|straightaway — please answer right away
at once|as soon as possible|without delay|time[- ]critical — as soon as possible
top priority|high priority|critical|alarm — it is our top priority
severity[=: ](major|critical|high) — alarm 12, severity=critical
get (~2-12 ){1,2}here now — get someone here now

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
cancel any ?time|no obligation — there is no obligation
for a business (of your size|like yours) — made for a business of your size
worth a (quick |short |\d{1,2}[ -]minute )?(chat|call) — is it worth a quick call
sent from our sales — sent from our sales team
book your (free )?(slot|demo|call) — book your free demo
grow your (business|sales|revenue) — grow your business with us
\d{2,3} ?% more (leads|customers|sales|calls) — get 30 % more leads
more (leads|calls|customers) a month — get ten more customers a month
`;
