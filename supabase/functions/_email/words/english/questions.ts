/** English words and phrases that show questions. How they are written: `text/word_table.ts`. */
export const ENGLISH_QUESTIONS = String.raw`
@wonder = wonder(ing|ed)?|not sure|unsure|unclear to (me|us)
@let = let (me|us) know|tell (me|us)|please (advise|confirm|say|check)
@let = (can|could) you (say|check|confirm)
@if = if|whether|what|when|where|who|how|which|why
@by = by|before|until|within|today|tonight|tomorrow|this|on|now|right now
@any = any|further|more
@there = there (is|are)|anything|something
@like = like|love|want|wanted|need|keen|glad|curious|interested|good|have
@whether = if|whether|what|when|where|who|how|which|why|about
@my = my|our|one|a|the|another|second
@knew = knew|would have (thought|guessed)|am i to|doesn't|does not|wouldn't|hasn't|cares
@right = right|remember|see|really|ready
@know = ouch|guess what|you know|is it not|fair enough|honestly|seriously|deal with it
@attendance = (your |the |my |our )?(attendance|participation|presence|receipt|availability)
@are = are (you|things)|is (everything|life)|have you been|do you do

# A question without a question mark.
## indirect
@wonder (if|whether|what|when|where|who|how|which|why) — i wonder if you have a spare key
@let @if(?! you (have|need) @any)(?! @there) — let me know when you arrive
@let @by (~10 )?(~10 )?(~10 )?(~10 )?@if(?! you (have|need) @any)(?! @there) — tell me by noon if
(your|a) (yes|no|decision|answer|yes or no)( or (your )?no)? @by — i need your yes or no by friday
(say|answer) yes or no — please say yes or no
@like to (know|hear|ask|understand|find out) @whether — i would like to know what it costs
@my (other )?questions? (is|are|was|would be) — my question is about the fee
need to know|please (tell|advise|inform) me — i need to know the price
confirm @attendance|(please|pls|kindly) rsvp|rsvp (by|to|required) — confirm attendance please

# Nobody waits for an answer to these.
## rhetorical
who @knew — who knew a kiln could break
what (good|difference|use) (would|does|did|will) — what good would that do
what (on earth|were you thinking) — what on earth is this
(why|how) (on earth|the hell|bother) — why on earth did they stop
how hard can it be — how hard can it be to answer
^(ouch, )?(@right|@know)\?|(@know|really|~1-15, right)\? — they closed the gate. fair enough?
how @are( ~10){0,2} ?\? — how are you today?
what('s| is) not to (like|love) — free cake, what's not to like
why (not now|pay more|wait|settle for|spend more|risk it|worry) — why pay more than you have to?
(isn't|wasn't|aren't|haven't) (it|that|this|we all) (great|funny|lovely|nice) — isn't it great?
(isn't|wasn't|aren't|haven't) (it|that|this|we all) (time|enough|obvious) — isn't it time
who (cares|can blame)|what more (could|can)|need i say — what more could we want?
you (asked|wanted|were asking)( me| us)?( to know)? (if|whether|what|when|how|why) — you asked how
what (are|were) the (odds|chances) — what are the odds?
what (could|can|would) be (better|nicer|finer) than — what could be better than rain
is (this|that) what you call — is this what you call a lunch?
do (we|you) really (want|need|have) to (~12 ){1,4}again — do we really need to vote again?

# Begins what a sender answers to a question of their own.
## ^own_answer
(because|simple|easy|the answer|well,) — because
(nothing|no idea|nobody|not (at all|much|really)) — nothing
(yes|no|nope|yep|absolutely|of course|exactly)[,.!] — yes, it did
`;
