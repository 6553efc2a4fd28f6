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
@so = (^|please |kindly |so |and |[,;:-] )
@here = (?! (by (e-?)?mail|to this (e-?mail )?address|here|via|the phone))
@event = meeting|event|appointment|invitation|call|session|visit
@is = is|was|has been|had to be
@must = have to|had to|must|need to|am|are|have|hereby
@off = cancell?ed|called off|withdrawn|deleted|removed|revoked

# The sender says that no answer is needed.
## declined
(no|nothing|without any) @need( ~12){0,2} @to — there is no need to answer
nothing (to answer|for you to do|to reply) — there is nothing for you to do
@so(don't|do not) @trouble?@reply@here — please don't bother to reply
no need to @trouble?@reply — no need to reply
(you|the reader) (don't|do not) (have|need) to (do|reply|answer) — you don't have to answer

# The sender only informs: no answer is needed, unless something is asked.
## informs
for your (files|records|information) — for your records only
fyi — fyi, the shop is closed on friday

# The sender says that they wait for an answer.
## wanted
@let (to )?(me|us) — ring me when you arrive
(please|pls|kindly) (~12' ){0,3}@respond — please confirm by friday
text ["'] — text "?" for help
(call|ring|phone) (me |us )?(on|at|before|by|back|instead|:|\d) — call me before noon
(reply|respond|answer) (in writing|(with )?["']?yes) — answer in writing by 5 march
explain ((to )?(me|us) )?why|and confirm\.?$ — explain to me why it costs more
(talk|speak) to a (human|person) — i want to talk to a human
(hear|hearing) (back )?(from you|how you|what you|your) — i hope to hear from you soon
(your|a) @response — i look forward to your reply
let (me|us) know (your|what|when|which|where|who|how) — let me know your fax number
(provide|give|send) (me |us )?(with )?(your |any )?(feedback|comments|input) — give us input
(send|give) (me |us )?your (status|updates?|answers|availability) — send your status
what do you (say|think)|rsvp — what do you think

# An event does not take place, or the invitation to it was a mistake.
## called_off
@event (on ~12( (~12|\d\d?)){0,2} )?@is (now |since )?@off — the meeting on friday is canceled
@event (will not|won't|does not|doesn't|cannot|can't) take place — our visit cannot take place
(we|i) @must (cancel(l?ed|l?ing)?|call off) (this|the|our|my) @event — we must cancel this meeting
(removed|deleted) from your calendar — it was removed from your calendar
@event( ~12){0,2} was sent (out )?(by mistake|in error) — the invitation was sent by mistake
(ignore|disregard) (this|the|my|our|that) @event(?!,? if) — please ignore this invitation
postponed (indefinitely|until further notice) — it is postponed indefinitely

# Says along with a calling-off that another event is meant, and this one takes place.
## other_event
previous|earlier|first|old|last (week|month|time|year)('s)? — last week's meeting was canceled
why|how — we discuss why it was canceled
`;
