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
@mailbox = e-?mail|address|mailbox|account|mail|inbox
@address = (this|my) (e-?mail |mail )?(address|mailbox|account)
@gone = is no longer with|is no longer at|is no longer employed|is no longer working
@redirect = direct|redirect|address|forward|send all|send any
@request = request|inquiry|enquiry|ticket|application|message|e-?mail
@soon = will|we will|we'll|our team will|someone will|an agent will
@purchase = order|purchase|payment|booking|reservation|parcel|package|shipment|with us
@plan = subscription|plan|membership|trial|licen[cs]e

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
(trouble|problem|error) (delivering|sending) your (mail|message) — error delivering your mail
permanent (fatal )?errors? — the server returned a permanent error
(user|mailbox|recipient|address) @unknown — mailbox not found at this domain
mailbox (is )?full — the recipient's mailbox is full
over quota — this account is over quota
no such user — 550 5.1.1 no such user here
undeliverable — your message is undeliverable
(wasn't|was not|has not been|hasn't been) delivered — your message was not delivered to tom
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

# The sender is away.
## absence_text
(out of|away from|not in) (the|my) (office|desk|e-?mail) — i am out of the office until monday
(am|will be|i'm) (currently )?(away|on (annual |sick )?leave|on (holiday|vacation)) — i am away
(on|start|started) (maternity|paternity|parental|annual) leave — on maternity leave until may
(limited|no) access to (my )?(e-?mail|mail|messages) — with limited access to email
have (now )?(retired|left) — i have left the company

# What absence notes go on with.
## absence_end
(when|on|upon|after) (i|my) (return|come|get|am back) — i will answer when i return
(urgent|immediate|emergenc(y|ies)|in my absence|meantime|until then) — for urgent matters call ana
limited access|(please )?(contact|write to|e-?mail|call) ~2-12 — please contact tom lind
(back|return(ing)?) (on|in) — i will be back on 4 may

# An address that nobody uses any more.
## address_gone
no longer (use|using|check|checking|read|monitor) (this|my) ~2-8 — i no longer use this address
no longer (use|using|check) (this|my)( ~2-8)? @mailbox — no longer use this email
no longer (checking|read|monitor) (this|my)( ~2-8)? @mailbox — no longer checking this email
i( am|'m)? no longer (work|working|employed) (at|for|by|with) — i no longer work at the bakery
@gone[^.]{0,40}[.] please @redirect — is no longer with us. please direct
@address (is )?no longer (in use|used|active|valid|monitored) — this address is no longer in use

# What a program says of an event.
## notice
(is|as) an automat(ed|ic) (response|reply) — please note that it is an automated response
(this|it) is an (automatic|automated)(ally generated)? ~4-14 — this is an automated message
(automatically|computer|system)[ -]?(generated|created) — this is an automatically generated email
sent (automatically|by (a|the) (machine|device|robot|computer|system)) — this was sent by a machine
(do|please do) not reply to this — please do not reply to this email
you(('re| are)) receiving this (because|as|e-?mail) — you are receiving this because
you(('re| are)) receiving this (message|notification) — you're receiving this message
thank you for (your|shopping) @purchase — thank you for your order
your (~2-12 ){0,2}@purchase (has been|was|is|has|summary|confirmation|will be) — your order has
your @plan( ~2-12){0,3} (renews?|expires?|ended|ends|has been|was) — your plan renews in may
your( ~2-12){0,3} will (automatically )?(renew|expire) — your subscription will renew
update (regarding|on|about) your( recent)? @purchase — an update on your order
received your @request[^.?!]{0,40}( and|[.,!]) @soon — we have received your request and will answer

# Who is asked to approve something gets a notice, and no mailing.
## approval
because (the )?~2-12 (specified|listed|named) you — because the requester specified you
because you('re| are)( listed as)?( the| an?)? (approver|manager|owner) — because you are the owner
because you (own|manage) (the|this) — because you own the site
(pending|awaiting|requires?|needs?|waiting for) your (approval|review) — is pending your approval
act (up)?on (this|the) request — to review and act upon this request
(approve|accept) (or|and) (reject|decline|deny) — accept or decline the request

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
