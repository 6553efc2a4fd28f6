/**
 * English words and phrases of emails that a program or a mailing list sent. How they are written:
 * `text/word_table.ts`.
 */
export const ENGLISH_AUTOMATIC = String.raw`
@status = status notification|status|failure|failed|has failed|problem|error|report
@could = could not|couldn't|cannot|can't|can not|unable to|was not able to|wasn't able to|not
@could = failed to
@rejected = rejected|returned|undeliverable|bounced
@unknown = unknown|unavailable|not found|full|is full|does not exist|disabled
@until = until|till|from|auto|reply|notice|response
@on = on|annual|parental|maternity|paternity
@mail = e-?mail |subscription |communication |notification 
@preferences = preferences|subscriptions?|settings
@message = e-?mail |message |newsletter 
@this = this |it |the 
@me = me |your (name|address|e-?mail)[^.]{0,20}|you 
@list = list|mailings?|e-?mails?|database
@our = this|our|the|future
@are = are receiving|received|have received|get
@newsletter = e-?mail|message|newsletter|mailing

# Subjects of reports about emails that could not be delivered.
## bounce_subject
undeliver(able|ed)( mail| message)? — undelivered message headers
(mail|message|e-?mail)? ?delivery @status — delivery has failed to these
mail delivery (failed|subsystem|system) — mail delivery subsystem
(returned|rejected|bounced) (mail|message|e-?mail) — returned mail
(mail|message|e-?mail) (could not be|not|was not) delivered — message could not be delivered to one
(mail|e-?mail) (bounce|error|system error) — mail bounce
bounce notification — bounce notification
failure notice — failure notice
delivery notification — delivery notification
non[- ]?deliver(y|able) — nondelivery
could not send message — could not send message
complaint about message from [0-9.]{7,15} — complaint about message from 192.0.2.1
(e-?mail |spam )?feedback report — feedback report

# What such a report says.
## bounce_text
@could (be )?deliver(ed)? — not delivered because the
(message|mail|e-?mail)[^.]{0,40} (was|has been|is) @rejected — message was rejected
delivery (to the following|has failed|failed|error) — delivery has failed to these
permanent (fatal )?error — permanent error
(user|mailbox|recipient|address) @unknown — user unknown in virtual
mailbox (is )?full — mailbox is full, quota
over quota — over quota
no such user — no such user
undeliverable — undeliverable: order
returned to sender — returned to sender
remote host said — remote host said

# Subjects of automatic replies of people who are away.
## absence_subject
out of (the )?office — out of office: statement of
out-of-office — out-of-office
auto(matic|mated)?[- ]?(reply|response|answer) — auto-response-suppress: all
@on (leave|vacation|holiday)s? @until — on leave until monday 9
vacation (reply|response|notice|message) — vacation reply
away from (my|the) (office|desk|mail|e-?mail) — away from my office

# How to leave a mailing list.
## unsubscribe
unsubscribe — unsubscribe</a></td></tr>
opt[- ]out of (these|this|our|future|receiving) — opt-out of these
(manage|update|change) your @mail?@preferences — manage your preferences
(view|read|open) @this?@message?(in|with|on) (your |a |the )?(web ?)?browser — view in browser
view (the )?(web|online) version — view web version
(to be |be |get )?removed? @me?from @our[^.]{0,20}@list — remove from thislist
to be removed — to be removed
you @are this @newsletter[^.]{0,60}because — you are receiving this emailbecause
you('re| are) (currently )?subscribed — you are subscribed as
`;
