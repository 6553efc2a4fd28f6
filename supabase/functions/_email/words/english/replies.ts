/**
 * English words and phrases that show a wish for an answer, or none. How they are written:
 * `text/word_table.ts`.
 */
export const ENGLISH_REPLIES = String.raw`
@to = to (reply|answer|respond|do|come back)|(is )?(needed|required|necessary|expected)
@need = need|reply|answer|response|action
@reply = reply|answer|respond|write back|do anything
@trouble = trouble to |bother to |have to |need to 
@let = let (me|us) (know|have)|get back to|come back to|write back|reply|respond|answer|ring|call
@let = phone|text|message|write to|e-?mail
@respond = reply|respond|answer|confirm|advise|acknowledge|rsvp|call|ring
@response = reply|response|answer|feedback|comments|thoughts|decision|go-ahead|confirmation

# The sender says that no answer is needed.
## declined
(no|nothing|without any) @need( ~12){0,2} @to — pace; no answer needed
nothing (to answer|for you to do|to reply) — nothing to answer here, just
(don't|do not|please don't|no need to) @trouble?@reply — do not need to do anything
(you|the reader) (don't|do not) (have|need) to (do|reply|answer) — you don't have to do anything
for your (files|records|information) — for your files, what we
fyi — fyi, see below, might

# The sender says that they wait for an answer.
## wanted
@let (to )?(me|us) — ring me the moment you
(please|pls|kindly) (~12' ){0,3}@respond — please ring me before 9
text ["'] — text "
(call|ring|phone) (me |us )?(on|at|before|by|back|:|\d) — ring me before 9 on monday
(hear|hearing) (back )?(from you|how you|what you|your) — hear how you see the
(your|a) @response — a decision maker with a
what do you (say|think)|rsvp — so what do you say?
`;
