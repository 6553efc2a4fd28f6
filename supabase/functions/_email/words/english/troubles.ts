/** English words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const ENGLISH_TROUBLES = String.raw`
@is = is|are|was|were|been
@problems = problems?|errors?|trouble|difficult(y|ies)|delays?|bugs?|outages?|faults?
@problems = defects?
@has = has|have|had|having|is|are|a|an|the|this|same|serious|with|big|major|these|some|several
@work = work(s|ed|ing)?|respond(ed|ing)?|arriv(e|ed|ing)|load(ed|ing)?|connect(ed|ing)?|receive(d)?
@work = acceptable|log ?in|sync(ing)?|deliver(ed)?|start(ed)?
@does = does|do|did|is|are|was|were|has|have|will|can|could|would
@log = log|access|open|connect|use|see|find|print|send|receive|reach|afford|get|complete
@go = release|continue|proceed|finish|ship|work|save|load|install|download|upload|update|register
@go = reach|pay|book|print|login|invoice|export|import|edit|delete|cancel|order|serve|sell|move
@go = start
@happens = arrive[ds]?|came|comes|worked|works|turned up|turns up|showed up|received|answered
@happens = replied|called back|rang back|responded|responds|picked (it )?up|delivered|got back
@returns = (keeps? )?(comes?|came|appears?|appeared|shows?|showed|pops?|popped) (up|on|back)
@returns = occurs?|occurred
@returns = keeps? (coming|appearing|popping|returning)|persists?|remains|returned
@stuck = stuck|frozen|gr[ae]yed out|jammed|blocked|locked out|cut off|unusable|useless|offline
@down = down|wrong|late|delayed|stuck|lost|incorrect|overdue|disappointing|unacceptable
@answers = answers?|answered|replied|called|responded|came
@can = can't|cannot|can not|couldn't|could not|won't|will not|would not|wouldn't|did not|didn't
@can = does not|doesn't|do not|don't|is not|isn't|are not|aren't|was not|wasn't|were not|weren't
@can = has not|hasn't|have not|haven't|had not|never
@need = need|mind|worry|hesitate|matter|want|think|like to|wish|blame|have to|let it
@have = has|have|is|was|were|one|answer|reply|route|luck|sign|trace|sound|heat|power|signal|record
@have = response|warning|explanation
@long = long|loud|slow|late|small|dark|bright|short|hot|cold|expensive|far|complicated|heavy|tight
@long = narrow|early|few|many|much
@time = time|week|day|night|attempt|delivery
@promised = promised|told|assured|charged|billed|sent
@but = but|twice|and|the wrong|a call
@hope = hope|glad|solved|fixed|resolved
@is = is|was|has been|have been|are
@cutting = cutting|dropping|switching|turning|going|falling|getting|losing|jumping|asking
@sticking = sticking|freezing|crashing|failing|stopping|flickering|tripping|rattling|sending
@rattles = rattles|squeaks|drips|sticks|jams|wobbles|smells|stinks|leaks|flakes|peels|buckled
@rattles = sagging
@paid = paid|sent|fixed|done|answered|returned
@reached = reached|been|had|got|heard|received|seen
@our = our|my|the|it|every|all|to
@ruined = ruined|scratched|dented|cracked|stained|smashed|snapped|torn|burst|flooded|soaked
@time2 = time|times|this
@that = that|this
@makes = makes|is
@two = two|three|four|five|six|seven|eight|ten|several|over|more than
@fallenthrough = fallen through|falls through|fell through|came to nothing|gone wrong|went wrong
@were = were|was|should have been
@every = every|each
@back = back|out|off|loose|down|itself|by itself
@ordered = ordered|paid for|asked for|booked|bought|expected
@got = got|have|received|was|were|there|only|it
@wet = wet|damp|rusty|sticky|smelly|filthy|noisy|blurred|crooked|loose|faded|blunt|cloudy|lumpy
@nuisance = nuisance|a pity|shame|annoying|shocked|appalled|upset|unhappy|worried|afraid|awkward
@nuisance = fiddly
@too = too|ages|forever|hours|days|weeks|twice|longer|three
@find = find|read|hear|see|tell|get|make|reach|use|open
@close = close|open|fit|start|match|reach|stay|hold|move
@running = running|ran|runs
@givesup = gives up|gave up|packs up|packed up|conked|on the blink|playing up|acting up
@givesup = out of action
@waiting = waiting|chasing|asking|ringing|writing
@without = without|with|standing|waiting|on|in
@shows = shows?|says?|has|have|in|on|with|reads|lists|charges|ticks|no|missing|empty

@not = don't|do not|doesn't|does not|didn't

# Something goes wrong, told plainly.
## trouble
@has (~15 )?@problems — we have the same problem
(having|have|had|serious|major|big|same|several|ongoing) (~15 )?issues? — we have an issue
(is|are|was|were) (~10 )?(an? )?(~10 )?issues? (with|in|on) — there is an issue with the pump
@does(n't| not)( ~12){0,2} @work(?! for (me|us)) — the pump does not work
can('t|not| not) @log — i can't open the file
(unable|failed|fails?|failing) to — i was unable to book a table
(cannot|can't|can not|couldn't|could not|unable to) (~12 ){0,2}@go — we cannot release the parts
still (outstanding|open|unpaid|unanswered|unresolved) — still outstanding
still (missing|pending|blocked|down) — still missing
(never|no longer) @happens — the parcel never arrived
(nobody|no one|none of (them|you)) (has |ever )?@happens — nobody turned up
(error|message|problem|fault|noise|warning) (still |now )?@returns — the error comes up each time
(is|are|was|were|gets?|got|been|froze|keeps?) (completely |~3-9ly )?@stuck — is stuck
broken|damaged|faulty|defective|cracked|leaking|mouldy — the handle is broken
moldy|spoiled|missing|crashed|crashes|crashing|overcharged — two chairs are missing
double[- ]charged — the hotel double-charged my card
(is|are|was|were|went|been) (~12 )?@down — the parcel is late
(is|are|was|were) (now )?(\d{1,3} days )?overdue — the invoice is now 58 days overdue
(in|for) the (second|third|2nd|3rd|4th) time — the pump failed for the second time
(second|third|fourth) time — this is the third time i write
result: {1,6}failed — backup result: failed
state=fault|severity[=: ](major|critical) — severity=major state=fault
(error|fault|alarm) (e?\d|code) — the display shows error 3
(stops?|stopped|fails?|hangs|freezes) (after|when|every|at|then) — the app stops after a minute
standing around|not quorate — my crew is standing around
(is|are|was|were) too (long|late|slow|small|loud|expensive) — the speech was too long
out of hours — nobody answers out of hours
still not (in|here|there|working|arrived|paid) — the order is still not here
no route to — ping: no route to host
has been taken to hospital — she has been taken to hospital
lose (half|an|hours|a day) — we lose half the day
still (waiting|no (reply|answer|response)|(has|have) ?n[o']t) — we are still waiting for the keys
frustrat(ed|ing)|disappoint(ed|ing)|annoy(ed|ing) — the delays are annoying
struggling|fed up|too expensive|too slow|waste of — the other offer is too expensive
(no one|nobody) (has )?@answers — nobody answered the phone
(keeps?|kept) @cutting — it keeps cutting out
(keeps?|kept) @sticking — it keeps crashing
@rattles — the window rattles
not what (i|we|you) (ordered|asked|paid|agreed|expected|were|was|had) — this is not what i ordered
(has|have|had|is|are) (still )?not (turned up|reached|been @paid) — it has not turned up
(hasn't|haven't) @reached (us|me|any|a|an|the|our|paid|done|fixed) — it hasn't reached us
(rejects?|rejected|refuses|refused|bounced|declined|denied) @our — the bank refuses our file
@ruined (the|my|our|it|and|right|in|on) — it scratched the paint
(sent|passed|pushed) (me|us) (away|round|from|back and forth|in circles) — they sent me away again
@that @makes (the )?(two|three|five|second|third) @time2 — that makes five times this month
(for|now|in) @two ~2-8 (days|weeks|months) now — for over two weeks now
@fallenthrough — wednesday has fallen through
@were (due|meant|supposed) (at|on|by|to|in|last|back) — the drawings were due at the end of may

# What is missing, late or in the way, told less plainly.
## lack
@can(?! @need) — the gate won't close
(no|nobody|no one|nothing|none|neither) @have — there is no sound
(too|so) @long — the room was too cold
(second|third|fourth|2nd|3rd|4th) @time — it is the third delivery with a dent
overdue|dead|lost|hangs|stops|stopped|freezes|crashes — the screen freezes every hour
failed|fails|tripped|jammed|cracked|torn|wet|dirty|cold — the soup was cold
mouldy|spoilt|splinters|shards|smashed|scratched|empty — the box was empty
stale|rushed|stuffy|slog|clumsy|confusing|wrong|late|rude — you sent the wrong size
leaks?|leaking|dripping|slipped|burnt|rattles?|squeaks? — the roof is leaking
beeps?|flickers?|vanished|disappeared|gone missing — a bag has gone missing
stands? still — the machines stand still
standing (around|still|idle|empty) — the crew is standing idle
lose|loses|losing|suffered?|struggl(e|ed|ing)|short of — we are short of staff
out of (hours|stock|order|sync) — the item is out of stock
only (shows?|one|half|two) — the page only shows half the list
instead of|despite|even though|again and again|keeps? — blue instead of green
refused|ignored|forgot(ten)?|unanswered|not answered — you forgot my coat
directly above|until half past — music until half past two
(was|were|been) @promised( ~12'){0,4} @but — i was promised a room but got none
still @shows — it still shows last year's prices
no longer|not yet|hardly|barely|less than|more than it — the shutter no longer closes
@every time|whenever|over and over|once again|yet again|once more|as usual — it stops every time
(twice|three times|five times) (this|in|a|now|already|over) — twice this week
(jumps?|drops?|slips?|skips?|shuts?|switches|turns|comes|falls|cuts|goes) @back — it jumps back
@ordered (~12 ){1,6}(and|but) @got — i ordered four and got two
@wet — the steps are wet
@nuisance — it is a nuisance
(takes|took|needs|costs) (~12 )?@too — it takes three screens
(can't|cannot|couldn't|can not) (~8 )?@find — i can't read the display
(would|will|does|do|did|could|is|are|was|were)n't (~12 )?@close — it wouldn't close
(supposed|meant) to|should have|ought to have|was to have — it was supposed to be oak
@running out of|short by|behind schedule|held up|stuck at|piling up — we are running out of excuses
@givesup — the battery gives up
@waiting (for|since) ~3-8 (days|weeks|months|hours) — i have been waiting for three weeks
(weeks|months|days) (late|ago and|since|without|overdue) — three weeks late
(left|leaves|leaving) (us|me|him|her|them|it) (~12 )?@without — it leaves us without heat

# The sender's own mistake, or trouble that only might be.
## ^apology
(so |very |really )?(sorry|apologies|my apologies) (for|about|that|to|again|if)\b — sorry for
(i|we) (apologi[sz]e|do apologi[sz]e)|(i'm|i am|we're|we are) (so |very )?sorry — i apologize for it
(once )?again,? (i|we) apologi[sz]e|(please )?(accept )?(my|our) apologies — my apologies for it
sorry,? (i|we) (didn't|did not|couldn't|could not|missed|forgot|took|haven't) — sorry i missed you
there (may|might|could) be — there may be delays
(you're|you are) (quite |absolutely )?right,|you're right that — you are right, page 4 was torn

# Trouble that is denied or over.
## denied
(haven't|have not|hasn't|has not|didn't|did not) (had|have|see|seen) (any|another) — haven't had any
(don't|do not) (think) (that )?(there|it|this)( ~12){0,2} (is|are|will) — don't think there is
(don't|do not) (believe) (that )?(there|it|this)( ~12){0,2} (is|are|will) — don't believe there is
(don't|do not) (expect) (that )?(there|it|this)( ~12){0,2} (is|are|will) — don't expect there is
(was|were|has been|have been|is now|are now) (~12 )?(resolved|fixed|sorted|solved) — it was fixed
no (problems?|issues?|worries|trouble|errors?|delays?) — there were no problems
@not (have|see) (a|any) (problem|issue|objection) — i do not have a problem
nothing (falls|gets|got|is|was) (~12 )?(lost|wrong|broken|missing|through) — nothing gets lost
(miss|misses|missing|missed) the point — he is missing the point
not a problem|(is|are) not monitored — that is not a problem
@hope( ~12){0,4} (problem|issue|error|trouble)s? — i hope there is no problem
(problem|issue|error)s? @is (now )?(solved|fixed|resolved) — the problem is solved
@problems( (?!not|never|still)~2-12){1,8} (solved|fixed|resolved) — the fault in the hall is solved
(is|are|was|were) in (perfect |good )?order\b — the pumps themselves are in order
no (objections?|remarks?|complaints?) — no objections from my side

# Polite, or about something else than trouble.
## harmless
thank|thanks|please — thank you for the chairs
no (need|hurry|rush|panic|worries) — there is no hurry
don't worry — don't worry about the cup
not (only|to mention|urgent|a problem|at all) — it is not urgent
nothing (to answer|for you|changes) — nothing changes for you
never (mind|forget)|can't wait|cannot thank — we can't wait to see it
couldn't be (happier|better) — we couldn't be happier
no doubt|why not|why don't — why don't you drop by

# A day that is another now: news, but for who complains.
## moved
@is (now )?(moved (forward|back|to|from)|brought forward|pushed back) — it is moved forward
@is (now )?(rescheduled|postponed|adjourned) — the audit was postponed
`;
