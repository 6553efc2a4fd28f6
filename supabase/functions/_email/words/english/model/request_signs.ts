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
please — please sign the form
pls — pls call me
plz — plz send it today
kindly — kindly cancel the order

## can you
@can (you|u|someone|somebody|anyone|your team) — could you send me the list

## would you mind
(would|do) you mind — would you mind closing the gate
would you (be able|be willing|like) to — would you be able to help
are you able to — are you able to come

## i would appreciate
i('d| would) (appreciate|be grateful|like) — i would appreciate a short answer

## i need you to
(i|we)('d| would)? @need (for )?you to — i need you to sign it

## you need
you (need|have|ought|might want|may want|must|should) — you should call them

## i need
(i|we) need — we need a new key
needs? to be — the form needs to be signed

## let me know
let (me|us) know — let me know what you think
keep (me|us) (posted|informed|updated) — please keep me posted

## let us
let('s| us) — let's start on monday
(why don't|how about|what about|shall|should) (we|you|i) — shall we start at nine

## don't forget
(don't|do not) forget — don't forget the keys
(remember|be sure|make sure) to? — be sure to lock the door
make sure — make sure the door is locked

## can we
(can|could|may|might|shall|should) we — could we do tuesday

## suggest
propose|suggest|recommend|suggestion|proposal — i suggest a short call

## looking forward
looking forward to — we are looking forward to the party
look forward to — i look forward to your answer

## i will
(i|we)@ll — i will send it tomorrow

## i can
(i|we) (can|could|may|might) — i can give you a hand

## please find
please (find|see|note|be advised|be aware|accept) — please find the contract below
see (attached|below) — see attached

## feel free
(don't|do not) hesitate — don't hesitate to call
feel free — feel free to call

## any questions
(any|further|additional|have) (other )?@questions — if you have any questions

## do you
(do|did|have|has|are|is|was|were|does) @you — do you have a minute

## what
what|when|where|who|which|how|why — tell me where you are

## free to meet
(want|like|wish|able|free|available) to @meet — do you want to meet

## available
available|free — is the room available

## newsletter
unsubscribe — click here to unsubscribe
newsletter — our newsletter for may
click(ing)? — click here to read more
browser — open it in your browser
address book — add us to your address book
receive (this|these) — if you no longer want to receive these

## day
monday|tuesday|wednesday|thursday|friday|saturday|sunday — we meet on thursday
tomorrow|today|tonight|next week — we leave tomorrow

## time of day
\d{1,2} ?(am|pm|a\.m|p\.m) — we start at 10 a.m.
noon — the shop closes at noon
morning — i called this morning
afternoon — come in the afternoon
this week — it must be done this week

## ^act
@send\b — send me the report
`;
