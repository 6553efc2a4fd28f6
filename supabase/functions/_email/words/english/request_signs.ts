/**
 * English words and phrases that show signs that the request classifier weighs; a change asks for
 * new weights. How they are written: `text/word_table.ts`.
 */
export const ENGLISH_REQUEST_SIGNS = String.raw`
@can = can|could|would|will|won't|can't|couldn't
@need = need|want|like|ask|expect|urge|request
@ll = 'll| will| shall| plan to| intend to| am going to| are going to|'m going to
@questions = questions?|concerns?|queries|comments|problems
@you = you|we|they|he|she|it|i|the|this|that
@meet = meet|join|come|go|get together|have lunch
@send = send|call|contact|review|confirm|check|forward|reply|respond|sign|submit|complete|fill
@send = update|schedule|arrange|provide|bring|give|tell|ask|add|remove|attach|prepare|return|pay
@send = e-?mail|take|make|get|keep|put|use|join|visit|let|look|feel|read|print|follow|register
@send = download|delete|cancel|approve|include|ensure|verify|note|try|find|meet|come|go|talk|speak
@send = discuss|set|pick|enter|file|see|share|consider|stop|start|help|notify|inform|fix|move
@send = upload|choose|click|buy|order|save|open|remember

## please
please — please sign and return
pls — line pls
plz — plz
kindly — kindly cancel the

## can you
@can (you|u|someone|somebody|anyone|your team) — could you quote for the

## would you mind
(would|do) you mind — would you mind if she got
would you (be able|be willing|like) to — would you be able to
are you able to — are you able to

## i would appreciate
i('d| would) (appreciate|be grateful|like) — i would like to propose a

## i need you to
(i|we)('d| would)? @need (for )?you to — i need you to buy five gift

## you need
you (need|have|ought|might want|may want|must|should) — you have been invited

## i need
(i|we) need — i need from you before
needs? to be — need to be gone by the

## let me know
let (me|us) know — let us know also at which
keep (me|us) (posted|informed|updated) — keep me posted

## let us
let('s| us) — please let us have your
(why don't|how about|what about|shall|should) (we|you|i) — shall i bring printed

## don't forget
(don't|do not) forget — don't forget
(remember|be sure|make sure) to? — remember t
make sure — make sure

## can we
(can|could|may|might|shall|should) we — could we do tuesday 24

## suggest
propose|suggest|recommend|suggestion|proposal — propose a partnership

## looking forward
looking forward to — looking forward to
look forward to — look forward to

## i will
(i|we)@ll — august, we will hand the

## i can
(i|we) (can|could|may|might) — that i can give you a

## please find
please (find|see|note|be advised|be aware|accept) — please find version 3
see (attached|below) — see below, might matter

## feel free
(don't|do not) hesitate — don't hesitate
feel free — feel free

## any questions
(any|further|additional|have) (other )?@questions — have questions about the

## do you
(do|did|have|has|are|is|was|were|does) @you — here is the engagement

## what
what|when|where|who|which|how|why — mark what we must not

## free to meet
(want|like|wish|able|free|available) to @meet — like to meet before

## available
available|free — free first week before

## newsletter
unsubscribe — unsubscribe</a></td></tr>
newsletter — newsletter goes to 3k
click(ing)? — one click
browser — in browser</a></p>
address book — address book
receive (this|these) — receive this

## day
monday|tuesday|wednesday|thursday|friday|saturday|sunday — thursday 19th and asks
tomorrow|today|tonight|next week — today, so please call

## time of day
\d{1,2} ?(am|pm|a\.m|p\.m) — 10 a.m., at no further
noon — friday noon, i have to
morning — this morning, the rest
afternoon — afternoon, log pasted
this week — 21:40 this week and the

## ^act
@send\b — file the expert report
`;
