/**
 * English words and phrases that show requests and promises. How they are written:
 * `text/word_table.ts`.
 */
export const ENGLISH_REQUESTS = String.raw`
@answer = tell|say|explain|confirm|clarify|advise|let|be|like|imagine|consider|recommend|suggest
@answer = live|see|accept|think|know|remember|describe|mean|agree|quote me|come again|make|do|have
@answer = give (me|us) (an|some|any) (idea|estimate|indication)|answer|manage|ever|still|want|take
@answer = give it|expect|guarantee|promise
@kindly = please|kindly|possibly|perhaps|maybe|just|also|then|at least|either|all
@person = you|u|ya|someone|somebody|anyone|anybody|one of you|the office|your ~3-12
@send = send|call|ring|phone|text|contact|review|confirm|check|forward|reply|respond|sign|submit
@send = complete|fill|update|schedule|arrange|provide|bring|give|tell|ask|add|remove|attach|prepare
@send = return|pay|email|e-mail|take|make|get|keep|put|use|join|visit|follow|register|download|read
@send = print|delete|cancel|approve|advise|include|ensure|verify|try|find|look|meet|come|go|talk
@send = speak|discuss|set|pick|file|share|consider|stop|start|help|notify|inform|fix|correct|move
@send = upload|choose|select|write|ship|deliver|transfer|refund|book|reserve|hold|order|drop
@send = collect|change|book|let|show|quote|leave|turn|switch|run|test|clean|replace|repair|post
@send = mail|remind|issue|credit|enlarge|wire|release|hand|cut|lock|open|close|publish|translate
@send = draft|redo|recheck|prune|mark
@you = you|u|someone|somebody|anyone|your team|one of you
@can = can|could|would|will|won't|can't|couldn't|cld|cd
@be = be able|be willing|be so kind|be kind enough
@appreciated = ideal|perfect|handy|useful|welcome|wonderful|a (big |great |huge )?help
@appreciated = appreciated|desirable|great if|lovely if|helpful if|good if|super if|nice if
@need = need|want|like|ask|expect|urge|request|must ask
@price = price|quote|copy|refund|money|invoice|replacement|sample|samples|deposit|[$€£]
@would = would like|should like|i'd like|we'd like|want|need
@reach = reach|be with|arrive with|get to
@the = the|your|a|an|it|this|them|that|you|someone|somebody|two|three|\d{1,4}
@meet = meet|talk|discuss|schedule|set up|arrange|catch up|chat|call|plan|fix|say
@ring = ring|call|phone|text|message|e-?mail
@your = your|someone|somebody|an engineer|a technician|a plumber|one of your
@bring = send|bring|drop|call|ring|phone|deliver|ship|pay|come|forward|transfer|return|prepare
@bring = update|check|collect|pick|get back|let you have|email|e-mail|post|fix|replace|refund
@bring = confirm|hand|finish|upload|order|arrange|be there|be with you|settle
@ll = i'll|i will|we'll|we will|i'm going to|we're going to|i shall|we shall
@note = note|be advised|be aware|be informed|accept|excuse|forgive|don't trouble|do not trouble
@speak = call|ring|contact|e-?mail|write|reach|text|ask|phone|get in touch|get back to|speak to
@speak = come back to|let me know|let us know|drop (me|us)|give (me|us)|message|refer to
@doubts = questions?|concerns?|queries|comments?|doubts?|problems?|(further|more|additional) ~3-15
@doubts = assistance|clarifications?
@questions = questions?|concerns?|queries|comments|doubts
@any = any|further|additional|more
@let = let (me|us) know|get in touch|reach out|contact (me|us)|call (me|us)
@do = do not|don't|please do not|please don't|no need to
@any2 = have|need|want|any|questions?|more|further|like|problems?
@order = order|claim|book|get|try|start|request
@call = send|confirm|check|forward|reply|respond|sign|submit
@call = complete|fill|update|schedule|arrange|provide|bring|give|tell|ask|add|remove|attach|prepare
@call = return|pay|take|make|get|keep|put|use|join|follow|register|download|read
@call = delete|cancel|approve|advise|include|ensure|verify|try|find|look|meet|come|go|talk
@call = speak|discuss|set|pick|consider|notify|inform|fix|correct|move
@call = upload|renew|choose|select|write|deliver|transfer|hold|drop
@call = collect|let|leave|turn|switch|clean|replace
@call = remind|enlarge|open|close|publish|translate
@call = bin|chuck|sort out|resend|restart|reset|redo|double-check|enter|empty|fetch|grab|install
@call = swap|escalate|settle|reverse|acknowledge|redirect|assign|shorten|learn|rinse|dig|trim
@call = hang|do (it|this|that|them)|reschedule|bear in mind|separate|split
@call = secure|save|label|tidy|wipe|sweep|lift|dial|click|scroll|paste|copy|calculate|evaluate
@call = monitor|insert|detach|seal|stir|unlock|unpack|upgrade|withdraw|suspend|extend|exchange|stay
@call = ignore|disregard|invite|join|familiarize|observe|feed|knock|correct|adjust|cease|refrain
@call = attend|compare|verify|gather|identify|itemize|list|limit|rename|rewrite|sort|store|wait
@call = wear|pass|pop|stick|throw|treat|tick|scan|deduct|describe|explain|allow|avoid|apply|combine
@call = leave|bear|refer to|weigh|unplug|plug|remember|never|always|tell|talk|walk
@call = redo|recheck|prune|don't|do not|see (if|whether|that)|note that you
@noun = book|call|change|contact|credit|cut|draft|e-mail|email|fax|file|hand|help|issue|lock
@noun = mail|mark|note|order|phone|plan|post|print|quote|refund|release|repair|report|reserve
@noun = cover|water|measure|name|place|wash|wrap|mix|count|load|store|charge|chase|knock|park|press
@noun = review|ring|run|share|ship|show|start|stop|test|text|visit|wire
@done = ~2-14ed|sent|done|put|paid|back|gone|made|kept|shut|cut|taken|given|brought|written|shown
@done = seen
@done = sorted|torn|redone|rewritten|in|out|off|up|down
@wouldlike = would like|should like|i'd like|we'd like|want|need|expect
@alot = a lot|a great deal|enormously|no end|most|greatly
@glad = glad|grateful|thankful|obliged
@welcome = welcome|value|love|appreciate
@help = help|advice|guidance|pointers|comments|thoughts
@a = a|an|the|your|you|all|two|three|some
@call2 = call|contact|e-?mail|ask|phone|ring|page|see
@need2 = need|want|require|have|would|are|is
@you2 = you|anyone|there|any
@call3 = call|ring|shout|line|note|e-?mail
@give = give|drop|shoot|send
@need3 = need|want|have|would
@any3 = any|you have|questions|further|more
@call4 = call|contact|ask
@any4 = any|more|further|additional|some|help|anything|to know|to be added
@beof = be of|help|assist|do anything|be any
@at = at|on|by|under|via
@any5 = any|more|further|additional|anything|to be added
@want = want|would like|wish|need|'d like
@left = left|missed|forgot|forgotten|got|made
@send = resend|stamp|scan|mend|lend|reset|unlock|restore|extend|swap|block|supply|pass|pop|silence
@send = clear
@send = chase|process|investigate|install|measure|adjust|rebook|reissue|redo|escalate|pause
@send = reinstate
@send = reactivate|amend|shorten|push|walk|guide|pencil|squeeze|fit|save|grant|allow|waive
@send = double-check
@you = the office|your office|one of your ~2-12|any of you|your ~3-12
@attached = attached|enclosed|herewith|below
@questions2 = questions|comments|problems|concerns|queries
@call5 = call|ring|contact|e-?mail|ask|see
@suggestions = suggestions|ideas|thoughts|feedback|input
@callme = call|ring|write|e-?mail|contact|reach|ask|text

# The reader is asked to do something.
## asked
please — please sign the form
pls — pls call me
plz — plz send it today
kindly — kindly cancel the order
@can @you (~2-10 ){0,2}@send — could you please send me the list
(would|do) you mind — would you mind closing the gate
would you @be (as )?(to)? — would you be so kind as to call
are you able to — are you able to come on friday
i('d| would) (appreciate|be grateful|be glad) (it )?if — i'd appreciate it if you called
(would|'d) be @appreciated — it would be great if you could come
i('d| would)? @need (for )?(you|your team|your ~3-12) to — i need you to sign it
we('d| would)? (need|want|like|ask|expect|request|require) you to — we ask you to leave the keys
(i|we)('d| would) like (a|an|my|our|the|your|~2-8) @price — i'd like a refund
@would (my|our|the) [^?!]{1,40} back — i would like my deposit back
(need|needs|have|has|ought) to @reach (me|us) — the form has to reach us by friday
should (reach|be with) (me|us) — it should reach me by the 12th
you (need|have) to — you have to sign on page two
you (must|should) (also )?(?!have|be|see|know)\p{L}{2,} — you must confirm it today
(i|we) (expect|demand|require|insist on) (an?|the|your|that|to) — we expect an answer
(i|we) need @the — i need the keys by friday
(i|we) want (the|your|it|them|this|that|my) — we want your crew here within the hour
(i|we) want an? (new|full|written|proper|clear) — i want a new date this week
let('?s| us) @meet — let's meet on monday
(reminder|remember) to (?!self)~3-14 — this is a reminder to complete your tasks
(don't|do not) forget — don't forget the keys
(remember|be sure|make sure) (to|that|you) — remember to lock the door
(i|we) (propose|suggest|recommend) (that )?(you|to) — i suggest you call them
(i|we) (~12 ){0,2}(urge|advise|encourage|beg) (you|everyone|all)\b — i would urge you to go on
(i|we) (would |must )?ask that\b — i would ask that we are told of any changes
@can (you|u) (~10 ){0,2}~2-12 (me|us) (a|an|the|your|some|two)\b — could you draw me a plan
@ring me( on| at| back|:| when| as| before|,) — ring me before nine
payable (by|within)|payment (is )?due|due (by|on) \d — payment is due on 3 december
(amount|total|balance) (is )?due — total due: 58 euros
(get|have) @your( ~12'){0,3} (to|here|out|over|round) — please get someone here now
consider it fair if you — would you consider it fair if you paid half
provided (i|we) have your — provided i have your consent
@wouldlike (the|this|that|it|my|our) (~12 ){0,4}@done — i would like the door replaced
@wouldlike (them|these|those|all|both|a) (~12 ){0,4}@done — i want them replaced
(somebody|someone|one of you|one of your ~3-12) (has to|needs to|must|should) — somebody has to come
need (one of (you|your)|somebody|someone|your) — need one of your people here
(has|have|needs|need|are|is) to be (~12 ){0,2}@done — the receipts are to be glued on
(has|have) to (go|be (in|on|with|at|here|there)) — the weight has to be in kilos
must (be|reach|arrive|go|have|come|not|get) — it must be here by friday
(will|'ll) (need|have) to @send — you will have to return the key
(~12 ){0,2}help (us|me) @alot — pictures would help us a lot
(i|we)('d| would| should) be @glad (of|for|to (have|receive|get)) — i'd be glad of a copy
(i|we)('d| would) @welcome (a|an|your|some|any|the|having) — we would welcome your comments
(put|sign) (me|us|him|her|them) (down|up)|count (me|us) in — put us down for 40
do (copy|send|bring|let|tell|give|come|ask|call|keep|make|check|use|join|try|write) — do copy me in
(is|are) (asked|requested|required|expected|invited|kindly asked) to — members are asked to sign
(any|your) @help (~12 ){0,5}(appreciated|welcome) — any help is welcome
(let|have) (me|us|him|her|them) have — please let us have the list
(it is|it's) (essential|important|vital|crucial) (that|to) — it is important that you sign
(~10 ){0,2}(a must|mandatory|obligatory|compulsory) — a helmet is mandatory
for (signature|your signature|approval|your approval) — two copies for your signature
by return( of post)?|without (further )?delay — send it by return
(looking|look) to you (to|for)|(over|up) to you to — it is up to you to decide
(i|we)('ll| will) (need|require) @a — we will need your signature
unless (payment|we|it|the|this|i) — unless payment reaches us by friday, we stop
if (~12 ){1,6}not (been )?(received?|heard?|paid|reached|arrived|settled) — if it is not paid
(would|'d) (be|seem|think|consider|find) (it )?(only |quite )?(right|fair|proper) — it would be fair
whoever (is|can|has|does|cannot|can't) — whoever is nearest should come
(photo|photograph|scan|copy|picture|sketch) (~12 ){0,4}(will|would) (do|suffice) — a photo will do
have a (look|go|think|word)|see to it — have a look at it
(everybody|everyone|all of you|each of you) (is|are|ha(s|ve)|needs?) to — everyone is to sign
(if|unless) no ~3-12 (is|has been) ~2-12 — if no answer is received, we go to court
for your (review|comments?|feedback|input) — attached is the draft for your review

# A question that wants something done, not told.
## by_question
@can @person (@kindly ){0,2}(?!@answer\b)~2-12 — could you send it?
(would|do) you mind (?!if)~3-14 — would you mind closing the gate?
(would|will) you be (kind enough|able|willing) to (?!@answer\b)~3-12 — would you be able to come?
are you able to (?!@answer\b)~3-12 — are you able to send it today?

# The sender says what they will do.
## promised
@ll (also |then |gladly |personally |~2-10ly )?@bring — i will send it tomorrow
(the rest|balance) (comes|follows|is paid|will follow) — the rest follows in may

# A promise with a condition that the reader may leave alone is an offer.
## offered
just say — if it is too much, just say
if you (like|want|wish|prefer|are interested) — if you like, we can come earlier
happy to|glad to (help|send|answer|call) — i am happy to help

# Politeness, or bait, that asks for nothing.
## polite
please (find|see)( ~12){0,3} (attached|enclosed|below) — please find the list attached
please @note — please note that we close at noon
please (find|accept) (a|an|the|this|our|my|your|here|it)\b — please find a copy
disregard (this|our) (~12 )?(letter|notice|message|e-?mail|reminder|invoice) — disregard this letter
please (disregard|ignore) it — if you have paid already, please disregard it
see (the )?(attached|below|above|enclosed) — see the attached list
(don't|do not|never|bitte nicht) hesitate — don't hesitate to call
(feel|please feel) free — feel free to call
if (you have|there are|you've) @any( ~12){0,2} @questions — if you have any further questions
@let (if|should) (you|there|anything) — let me know if you need more
pleased? to — pleased to meet you
@do (reply|answer|worry|send|call|respond) — no need to answer
(thank|thanks) you (for|in advance) — thank you for your message
please (contact|reply to) the sender — please contact the sender
(looking|look) forward — looking forward to the party
@order (a|your|our) (free|no-obligation) — order your free sample today
meet ~2-20( ~2-20){0,2}, (who|our|my|the) — meet ana ruiz, who builds boats
let me (introduce|start|begin|say|explain) — let me introduce myself
action required|you must confirm|failure to comply — action required: confirm your address
take care|keep well|see you — see you on sunday
have a (good|nice|great|lovely) — have a good week
get well — get well soon
stay (healthy|safe|well) — stay healthy
enjoy (the|your) (holidays?|weekend|evening|break|day) — enjoy your weekend
make no mistake|believe me|trust me|mind you|come to think — believe me, it was worth it
never mind|put simply|take silence — never mind, i found it
nothing (for you )?to (do|answer|sign) — there is nothing to sign
(you )?(don't|do not) (have|need) to do — you don't have to do anything
(come|drop|stop|pop|call) (by|in|over|round)? ?(some ?time|any ?time|whenever) — come by some time
(go to|visit|see|check) (our|the|your) (web ?)?(site|page|account|help) — go to our site
(keep|just keep) (doing|up|it up|going) — just keep doing it
@callme (me|us)( any ?time| back)?,? (if|should|with) (you|any|there)? ?@any2 — call me if you have
if you (need|have) to reach (me|us)|if you need (anything|me|us) — call if you need me
i'd (suggest|recommend) (our|the) — i'd suggest our starter plan
(view|read) (it|this|the comment|more) (on|at|online|here) — view it on our site
@speak[^?!]{0,80} (if|should|with|for) [^?!]{0,40}@doubts — call me at 555 0100 with any questions
(if|should|for) [^?!]{1,60}@doubts[^?!]{0,60} @speak — should you have any doubts, please call me
let (me|us) know if (i|we) can — let me know if i can help
let (me|us) know if (there is|there's) (anything|something) — let me know if there's anything
let (me|us) know if you (need|require) — let me know if you need more
let (me|us) know if you('d| would) like (me|us|more) — let me know if you'd like me
let (me|us) know if you('d| would) like (further|additional) — let me know if you'd like further
join (me|us) in (welcoming|congratulating|thanking|wishing) — please join me in welcoming tom
please keep in mind|keep in mind — keep in mind that we close at noon
reply to this (email|message) directly — reply to this email directly
@call2 (me |us |him |her )?(if|should|in case) @you2 @need2 — please call if you need more detail
@give (me|us|him|her) (a|an) @call3 (if|should|in case) you @need3 — give me a call if you need more
@call4 (~12 ){0,3}(or me |or us )?(with|if|for) @any3 — call sara or me with any comments
if you( ~12'){0,2} (need|want|require|would like|wish) @any4 — if you need any help, ask
if (i|we) (can|may|could) @beof — if i can be of further assistance, call
(can|may|could) (always |also )?be (reached|contacted) @at — i can be reached at 555 0100
let (me|us) know if you @want @any5 — let me know if you want to be added
let (me|us) know if (i|we)('ve| have)? @left — let me know if i left anybody out
(here|available) if you (need|want|have)|at your (disposal|service) — i am here if you need me
@attached (please |pls |you('ll| will) )?find — enclosed please find the memorandum
(any|with) @questions2[^.?!]{0,30} @call5 — any questions, please call me
if you have any (~12 ){0,2}@suggestions — if you have any suggestions, tell us
(sure|yes|ok|okay),? (please )?go ahead — sure, go ahead

# Only an answer is wanted, which the questions already say.
## only_answer
let (me|us) know — let me know what you think
tell (me|us) (if|whether|what|when|where|who|how|which|why) — tell me who signed this
confirm (your |the )?(attendance|participation|presence|availability) — confirm attendance please

# The reader is asked not to do something, or told what they will see.
## unwanted
you (should|will|can|may) (soon |now |also )?(expect|receive|see|notice|be) — you will be told
please,? (no|don't|do not) — please don't call before nine
for your (own )?(files|records|information|reference) — for your files
if (you('d| would) like|you want) to discuss — call me if you'd like to discuss

# First words that order something; verbs that are rarely a noun in this place.
## ^order
(just |simply )?@noun (me|us|him|her|them|it|this|that)\b — book me
(just |simply )?@noun (these|the|your|my|our|an?|any|all)\b — book these
(just |simply )?@noun (to|at|on|in|by|for|if|back)\b — book to
(just |simply )?@noun (with|before|when|and|only|one|two|\d)\b — book with
(just |simply )?@call (?!is\b|was\b|are\b|of\b|being\b|you\b|at\b(?! (least|once))) — send me it
(answer|help) (me|us)\b|come (here|over|quick) — answer me
`;
