/** English words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const ENGLISH_LETTERS = String.raw`
@hi = hi|hello|hey|dear|good (morning|afternoon|evening|day)
@mail = e-?mail|message|mail|communication|transmission
@to = to|meeting|seeing|talking|speaking
@ago = a|few|couple|several|some|two|three|four|five|six|of|many|\d{1,2}
@then = last|yesterday|previously|earlier|recently|originally|back in|when i was|in the past

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@hi\b[^.?]{0,60}[,!:]?$ — good morning tom,
(lovely|nice|good|great) (to (see|meet)|seeing|meeting) (you|the|your|all) — lovely to see the space
to whom it may concern|dear (sir|sirs|madam) — to whom it may concern
hope (you|this|all) — i hope you are well
thanks? (you )?(for|again) — thanks again for your help
i trust|trust you — i trust you had a good trip
congratulations?\b[^.?]{0,30}[.!]?$|(a )?(hearty|big|huge|many) thank — congratulations!
as always, — as always, ana
(hello|hi|greetings) (from|everybody|everyone|all|there) — hello from rainy leeds
(nice|good|great|lovely|pleasure) @to (with |to )?you — nice meeting you
(as|like) (i|we) (said|mentioned|wrote|promised)|as you (may )?know — as you know, we close at noon
(how are|how's|how is) (you|things|life|everything|it going) — how are things
(sorry|apologies) for the (delay|late|short|long) — sorry for the delay

# A legal notice that is the same in every email.
## disclaimer
(received|receive|got) (this|the|our) @mail (in error|by mistake) — you received this mail in error
not the (intended|named) (recipient|addressee) — if you are not the intended recipient
(confidential|privileged)( ~3-12){0,6} (recipient|addressee) — confidential and for the recipient
(recipient|addressee|reader)( ~2-12){0,4} (prohibited|unauthori[sz]ed) — the recipient is prohibited
(any )?(unauthori[sz]ed|further) (use|review|disclosure|distribution) — unauthorized use is
(does not|do not) (necessarily )?reflect the (views|opinions) — does not reflect the views
(does not|do not) (necessarily )?represent the (views|opinions) — does not represent the views
may not (necessarily )?(reflect|represent) the (views|opinions) — may not represent the views
(no|accepts? no) (liability|responsibility) for — we accept no liability for damage
is not spam|laws? on commercial e-?mail|compliance (with|of) the (new )?e-?mail — this is not spam
(terms|policy|policies|conditions) (appl(y|ies)|of (use|service)) — our terms and conditions apply
(virus|malware)( ~2-12){0,4} (liability|scanned|checked|transmitted) — this email was virus checked
(think|consider) (of |about )?(the )?environment before — think of the environment before printing
originated (from )?outside|do not click — this email originated from outside

# Begins what cannot be understood without the sentence before it.
## ^fragment
(and|but|so|or|then|also|besides|otherwise|either way|after that|as a result|thus)\b — and the other
(this|that|these|those|it|they|he|she) (is|are|was|were|has|have)\b — this is the second time
(this|that|these|those|it|they|he|she) (will|would|does|did|means|makes)\b — this will
(if|when) (it|that|this|they|he|she|not)\b — if it
the (first|second|third|other|latter|former)\b — the first
(because|whereas|however|although)\b — because rates are rising
(one|some|most|many|all|none|each|both) of (them|these|those)\b — one of them is broken
(for (example|instance)|in (addition|fact|that case|other words)|on the other hand)\b — in that case
(instead|likewise|similarly|moreover|furthermore|nevertheless|therefore|hence)\b — instead we wait
(initially|meanwhile|finally|at (first|that time|the same time))\b — initially he asked for less
(once|as) (done|discussed|promised)\b|(four|three|two|five) (hours|days|weeks), — four hours, mostly

# Begins what was before, why the sender writes, or that a letter is handed on.
## ^background
(@ago ){1,3}(days|weeks|months|years) ago\b — a few months ago we were asked
@then\b — earlier i wrote that
as (you|some of you|most of you|many of you|i am sure you)\b — as you are aware
(i|we) had (booked|ordered|asked|agreed|hoped|planned)\b — we had booked a quiet room
thanks|thank you — thanks to all
fwiw|btw|incidentally|by the way|for what it's worth — by the way, we met in may
before (i|we) (go on|start|begin|forget)\b — before i go on, a word about the hall
(i|we) (really |very much |also |too )?enjoyed (our|the|your) — i enjoyed our talk last night
welcome to (this|the|our|your|another) — welcome to this week's edition of the news
(this|i) (is|am) the [^.]{0,40}(mail (agent|system)|program|server|daemon) — this is the mail system
the original message was (received|sent)|message headers follow — the original message was received
i hope (that )?you had (a|an|some|your) (?!chance|look|moment|minute) — i hope you had a nice day
(i|we) (first )?met (you |each other )?(at|in|on|during|last)\b — we met at the fair last week
i (am )?(forward|forwarding|pass on) (you )?(what|the letter) — i forward you what he wrote
(here|below) is (what|the letter)\b|(see|read) what — here is what our customer wrote

# Begins what has nothing to do with the matter.
## ^by_the_way
by the way|btw|incidentally — by the way, happy birthday

# Begins what a mailing wants its readers to press.
## ^call_to_act
(please )?(click|see|view|visit|watch|log ?in|sign up|read more|check out|open|download) — see who
(please )?(reply|respond|call|unsubscribe|take a (look|tour)) — reply for details
(for|to) (more|further|see|view|change|modify|update|stop|read|unsubscribe|be removed) — for more

# Stands for what the subject or another sentence names.
## pointing
(it|its|them|their|those|these|him|her|his|he|she|they) — can you send it today
(this|that)(?! (morning|afternoon|evening|week|month|year|time)) — let me know if this works
(the|another|which|a new|only|each|first|second|last) ones? — please use the second one
(attached|enclosed|below|above|as (requested|discussed|promised|agreed)) — the list is attached
(same|other|both|either|neither|instead|again|already) — the same is true of the door

# A heading above what the reader is to do.
## ^tasks
(your |our |open |next |remaining |the )?(to[- ]?do|to[- ]?dos|to be done|tasks)( list)?:? — todo
(your |our |open |next |remaining |the )?(action (items|points)|actions|next steps) — next steps
(what|things) (i|we) (need|needs) (from you|you to do)|homework|please do — what we need from you

# The task is the sender's.
## ^my_task
(me|i|my|myself|we|us)\b — me: call the crane

# Begins what holds only in a case.
## ^condition
(if|unless|otherwise|in case)\b — if it is not yours, please tell us

# What mailings say of themselves.
## footer
unsubscribe|opt[- ]out|mailing list|removed?|preferences — to be removed from our list
(privacy|cookie) policy|terms of (use|service) — our privacy policy has changed
receiving this|because you|seeing this message — you receive this because you are a member
this message was sent — this message was sent to all members
your e-?mail address was|sent (to|on behalf of) — your email address was given to us
(privacy|spam) (very )?seriously|never (send|spam|share) — we take your privacy seriously
questions or comments — questions or comments: write to us
(receive|receiving|leave) (our|this|these) (list|mailings?|e-?mails?|newsletter) — leave this list
for (more|further|additional) (information|details|help)|to learn more — for more information
for (registration|assistance)|to (register|be removed|change your|stop) — to register by phone
(get in touch|contact) (with )?(us|our) (about|if|for) — get in touch with us about your order
posted by ~2-15 on|posted on ~3-12 by — posted by ana on tuesday
further transmissions|all rights reserved — further transmissions to you may be stopped
(html|web|online) version|plain text|in your browser — the html version
(display|displayed) (properly|correctly)|(properly|correctly) display — does not properly display
trouble (reading|viewing)|blank message|view (this|it) online — trouble reading this
(read|forward) this (newsletter|issue|e-?mail) — forward this newsletter

# Begins what hands something over.
## ^presents
(please )?((find|see) )?(the )?(attached|enclosed)|here (is|are) — attached is the list for may
(i|we) ((have )?(attached|enclosed)|attach|enclose) — i have attached the list
(i|we) (am|are) (attaching|enclosing|sending) — i am attaching the draft

# Begins what is there for whoever wants to look.
## ^to_look
to (see|view|read|track|learn|follow) — to see the latest state, sign in
`;
