/** English words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const ENGLISH_TROUBLES = String.raw`
@problems = problems?|issues?|errors?|trouble|difficult(y|ies)|delays?|bugs?|outages?|faults?
@problems = defects?
@has = has|have|had|having|is|are|a|an|the|this|same|serious|with|big|major|these|some|several
@work = work(s|ed|ing)?|respond(ed|ing)?|arriv(e|ed|ing)|load(ed|ing)?|connect(ed|ing)?|receive(d)?
@work = acceptable|log ?in|sync(ing)?|deliver(ed)?|start(ed)?
@does = does|do|did|is|are|was|were|has|have|will|can|could|would
@log = log|access|open|connect|use|see|find|print|send|receive|reach|afford|get|complete
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
@has (~15 )?@problems — with the same problem
@does(n't| not)( ~12){0,2} @work — have not received the
can('t|not| not) @log — can't find export button
(unable|failed|fails?|failing) to — has failed to these
broken|damaged|faulty|defective|cracked|leaking|mouldy — broken for the second
moldy|spoiled|missing|crashed|crashes|crashing|overcharged — gone missing over the
double[- ]charged — double-charged
(is|are|was|were|went|been) (~12 )?@down — is the wrong way round for
(is|are|was|were) (now )?(\d{1,3} days )?overdue — is now 58 days overdue
(in|for) the (second|third|2nd|3rd|4th) time — for the second time and wants
(second|third|fourth) time — third time i write and
result: {1,6}failed — result: failed (target
(error|fault|alarm) (e?\d|code) — error 3
(stops?|stopped|fails?|hangs|freezes) (after|when|every|at|then) — stops after exactly three
standing around|not quorate — standing around at the
(is|are|was|were) too (long|late|slow|small|loud|expensive) — is too long, and the room
out of hours — was out of hours
still not (in|here|there|working|arrived|paid) — still not in our client
no route to — no route to licence
has been taken to hospital — has been taken to hospital
lose (half|an|hours|a day) — lose half
still (waiting|no (reply|answer|response)|(has|have) ?n[o']t) — we still waiting
frustrat(ed|ing)|disappoint(ed|ing)|annoy(ed|ing) — frustrated
struggling|fed up|too expensive|too slow|waste of — fed up with plastic
(no one|nobody) (has )?@answers — nobody came and nobody

# What is missing, late or in the way, told less plainly.
## lack
@can(?! @need) — have not received the
(no|nobody|no one|nothing|none|neither) @have — pace; no answer needed
(too|so) @long — too long, and the room
(second|third|fourth|2nd|3rd|4th) @time — third time i write and
overdue|dead|lost|hangs|stops|stopped|freezes|crashes — branches lost rxbridge at
failed|fails|tripped|jammed|cracked|torn|wet|dirty|cold — agency cold-pitches a
mouldy|spoilt|splinters|shards|smashed|scratched|empty — empty bottles to you
stale|rushed|stuffy|slog|clumsy|confusing|wrong|late|rude — running late from work so
leaks?|leaking|dripping|slipped|burnt|rattles?|squeaks? — the leaking bucket
beeps?|flickers?|vanished|disappeared|gone missing — gone missing over the
stands? still — stand still
standing (around|still|idle|empty) — standing around at the
lose|loses|losing|suffered?|struggl(e|ed|ing)|short of — owner loses 11 hours a
out of (hours|stock|order|sync) — was out of hours
only (shows?|one|half|two) — only shows up on page
instead of|despite|even though|again and again|keeps? — instead of 24 november
refused|ignored|forgot(ten)?|unanswered|not answered — refused the parcel
directly above|until half past — directly above the kitchen
(was|were|been) @promised( ~12'){0,4} @but — was promised a call back in ten

# Trouble that is denied or over.
## denied
no (problems?|issues?|worries|trouble|errors?|delays?) — so no worries there
not a problem — not a problem
@hope( ~12){0,4} (problem|issue|error|trouble)s? — hope problem
(problem|issue|error)s? @is (now )?(solved|fixed|resolved) — problem is solved

# Polite, or about something else than trouble.
## harmless
thank|thanks|please — please sign and return
no (need|hurry|rush|panic|worries) — no rush, the notary's
don't worry — don't worry
not (only|to mention|urgent|a problem|at all) — not only
nothing (to answer|for you|changes) — nothing for you to do; i've
never (mind|forget)|can't wait|cannot thank — can't wait to be a
couldn't be (happier|better) — couldn't be happier
no doubt|why not|why don't — why don't you drop by
`;
