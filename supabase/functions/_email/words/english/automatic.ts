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
undeliver(able|ed)( mail| message)? — undeliverable: your quote for march
(mail|message|e-?mail)? ?delivery @status — delivery status notification (failure)
mail delivery (failed|subsystem|system) — mail delivery failed: returning message to sender
(returned|rejected|bounced) (mail|message|e-?mail) — returned mail: see transcript for details
(mail|message|e-?mail) (could not be|not|was not) delivered — message not delivered
(mail|e-?mail) (bounce|error|system error) — mail system error - returned mail
bounce notification — bounce notification for your message
failure notice — failure notice from our mail server
delivery notification — delivery notification: message delayed
non[- ]?deliver(y|able) — non-delivery report: order 2210
could not send message — could not send message to billing
complaint about message from [0-9.]{7,15} — complaint about message from 192.0.2.1
(e-?mail |spam )?feedback report — email feedback report for 192.0.2.1

# What such a report says.
## bounce_text
@could (be )?deliver(ed)? — your message could not be delivered
(message|mail|e-?mail)[^.]{0,40} (was|has been|is) @rejected — the mail was rejected
delivery (to the following|has failed|failed|error) — delivery to the following recipient failed
permanent (fatal )?error — the server returned a permanent error
(user|mailbox|recipient|address) @unknown — mailbox not found at this domain
mailbox (is )?full — the recipient's mailbox is full
over quota — this account is over quota
no such user — 550 5.1.1 no such user here
undeliverable — your message is undeliverable
returned to sender — your letter was returned to sender
remote host said — remote host said: 550 user unknown

# Subjects of automatic replies of people who are away.
## absence_subject
out of (the )?office — i am out of the office until monday
out-of-office — out-of-office reply: order 2210
auto(matic|mated)?[- ]?(reply|response|answer) — automatic reply: invoice 2210
@on (leave|vacation|holiday)s? @until — on annual leave until monday
vacation (reply|response|notice|message) — vacation reply: back on 3 may
away from (my|the) (office|desk|mail|e-?mail) — away from my desk until noon

# How to leave a mailing list.
## unsubscribe
unsubscribe — to stop these emails, unsubscribe here
opt[- ]out of (these|this|our|future|receiving) — opt out of these emails at any time
(manage|update|change) your @mail?@preferences — manage your email preferences
(view|read|open) @this?@message?(in|with|on) (your |a |the )?(web ?)?browser — view in your browser
view (the )?(web|online) version — view the web version
(to be |be |get )?removed? @me?from @our[^.]{0,20}@list — click to be removed from our mailing list
to be removed — reply to be removed
you @are this @newsletter[^.]{0,60}because — you get this email because you asked
you('re| are) (currently )?subscribed — you are subscribed as ana@keelby.example
`;
