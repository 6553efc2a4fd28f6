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
(whole |entire |our |the )?@system @is?@completely?@down — take the system down
outage|data loss|security breach|data breach|been hacked — system outage
ransomware|(is|have) an emergency|gas leak — ransomware
smell of (gas|burning|smoke) — smell of gas
smells? of (gas|burning)|(is|on) fire|smoke|injured|injury — smell of gas
food poisoning|allergic reaction|hospital|ambulance — our hospital clients
electric shock|flood(ed|ing)|evacuat(e|ed|ing) — electric shock
(water|rain|sewage|oil|gas) (is |keeps )?(~10 )?@coming — water is coming through the
injunction|statute of limitations — injunction hearing in
(all|none of|no) (of )?(our |the )?@users( ~10){0,2} @affected — all users affected
(losing|lost) @money — lost rxbridge at 17:51
(no|without) @heat — no heating - third call
thawing|spoiling|burst|collapsed|stranded|trapped|bleeding — thawing
insulin|defibrillator — insulin needs at the

# A serious consequence that is named.
## consequence
@lose (the|our|my|their|a) (~12 )?@house — lose the house and their
(must|have to|will|need to) (~12 )?@close — must close, by law, and
court|hearing|tribunal|penalty|penalties|fine of — hearing opens the day
contract penalty — contract penalty
runs? out (tonight|today|tomorrow) — complete runs out tonight
expires? (tonight|today|tomorrow) — expire tonight
(taken|rushed) to (the )?hospital — taken to hospital
by law — by law, and that is

# Somebody cannot go on working.
## standstill
standing (around|still|idle|by) — standing around at the
stand(s)? still|at a standstill — stand still
cannot @work — down, cannot dispense
can't @serve — can't work
unable to (work|serve|trade|open|ship|sell) — unable to work
stops? (production|the line|after) — stops after exactly three
blocked (from working|until) — blocked from working
queue (out|round|to|down) — queue out the door and
losing (a day|hours)|holding up — losing a day
@crew (are|is) (waiting|idle|sitting) — crew are waiting
no new backups — no new backups are written
failed (again|\d|for the) — failed for the third time as
(2nd|3rd|\dth|second|third) (night|day|time) in a row — 3rd night in a row
0 bytes free — full, 0 bytes free)

# The sender's last word before a consequence.
## last_warning
(final|last) @reminder — final reminder before we
without further notice|hand (the|this) matter — hand the matter to our
instruct our (solicitors|lawyers) — instruct our solicitors
legal (action|proceedings) — legal action
debt collect(or|ors|ion) — debt collector
our (solicitors?|lawyers?) will — our solicitor will

# The sender calls it urgent.
## said_urgent
urgent|urgently|asap|a\.s\.a\.p|immediately — anything urgent about
immediate attention|right away|straight away|straightaway — straight away and get your
at once|as soon as possible|without delay|time[- ]critical — at once and confirm by
top priority|high priority|critical|alarm — critical negative en
severity[=: ](major|critical|high) — severity=major
get (~2-12 ){1,2}here now — get someone here now and ring me

# A deadline of about a day, told without a date.
## today
@by( ~12){0,2} @today — today before noon with
(within|in) (the next )?@an hours? — within 24 hours here

# Makes a date of its sentence a deadline.
## due
by|before|until|till|due|no later than|latest|deadline — drafted by the marina
must|needs?|runs? out|expires?|closes?|ends?|is required — the end of next week?
have to|has to|pick up|collect|start(s|ing)? — they start on 1 april

# The sender takes the pressure out.
## calm
@no (great |real |big |particular )?@rush — there is no hurry at all
not urgent — not urgent
(isn't|is not|nothing|not at all|it's not|not) (~8 )?urgent — isn't urgent
whenever (you|it|suits) — whenever you find the
when(ever)? you (get|have|can|find|next) @chance? — whenever you have a minute, we're fine
take your time — take your time
at your (leisure|convenience) — at your leisure
in your own time|don't drop everything|can wait — in your own time
in no hurry|no great hurry — in no hurry

# What fraud threatens with or promises.
## fraud
@mailbox( ~12){0,4} (will be|is|has been|have|has) @closed — password has expire
@verify (your |the )?(same |account |mailbox )?@identity — keep same password and avoid
failure to comply|permanent clos(ing|ure) — failure to comply will result
claim your (prize|winnings) — claim your prize
you have won|beneficiary|inheritance of — you have won
gift cards? (and send|codes?) — gift card and send
bitcoin — bitcoin

# A stranger's offer.
## cold_offer
@we (~12' ){0,8}@your — we helped a climbing gym with the same
cancel any ?time|no obligation — month, cancel any time
for a business (of your size|like yours) — for a business of your size i'd
worth a (quick |short |\d{1,2}[ -]minute )?(chat|call) — worth a 15 minute chat next tuesday
sent from our sales — sent from our sales
book your (free )?(slot|demo|call) — book your slot today
grow your (business|sales|revenue) — grow your business
\d{2,3} ?% more (leads|customers|sales|calls) — 30 % more leads
more (leads|calls|customers) a month — more calls a month
`;
