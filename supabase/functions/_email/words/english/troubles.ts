/** English words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const ENGLISH_TROUBLES = String.raw`
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

# Something goes wrong, told plainly.
## trouble
@has (~15 )?@problems — we have the same problem
(having|have|had|serious|major|big|same|several|ongoing) (~15 )?issues? — we have an issue
(is|are|was|were) (~10 )?(an? )?(~10 )?issues? (with|in|on) — there is an issue with the pump
@does(n't| not)( ~12){0,2} @work — the pump does not work
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

# The sender's own mistake, or trouble that only might be.
## ^apology
(so |very |really )?(sorry|apologies|my apologies) (for|about|that|to|again|if)\b — sorry for
(i|we) (apologi[sz]e|do apologi[sz]e)|(i'm|i am|we're|we are) (so |very )?sorry — i apologize for it
(once )?again,? (i|we) apologi[sz]e|(please )?(accept )?(my|our) apologies — my apologies for it
there (may|might|could) be — there may be delays

# Trouble that is denied or over.
## denied
(haven't|have not|hasn't|has not|didn't|did not) (had|have|see|seen) (any|another) — haven't had any
(don't|do not) (think) (that )?(there|it|this)( ~12){0,2} (is|are|will) — don't think there is
(don't|do not) (believe) (that )?(there|it|this)( ~12){0,2} (is|are|will) — don't believe there is
(don't|do not) (expect) (that )?(there|it|this)( ~12){0,2} (is|are|will) — don't expect there is
(was|were|has been|have been|is now|are now) (~12 )?(resolved|fixed|sorted|solved) — it was fixed
no (problems?|issues?|worries|trouble|errors?|delays?) — there were no problems
not a problem|(is|are) not monitored — that is not a problem
@hope( ~12){0,4} (problem|issue|error|trouble)s? — i hope there is no problem
(problem|issue|error)s? @is (now )?(solved|fixed|resolved) — the problem is solved

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
`;
