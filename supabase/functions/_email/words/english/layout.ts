/**
 * English words around what an email says: header names of quoted emails, closing words,
 * signatures and legal notices. How they are written: `text/word_table.ts`.
 */
export const ENGLISH_LAYOUT = String.raw`
@best = best|kind|kindest|warm|warmest|many

# Header names above a quoted email.
## from
from|author|sender — from: ana ruiz
## to
to — to: tom lind
## cc
cc|bcc — cc: tom lind
## date
date|sent|sent on|date sent — sent: monday, may 3
## subject
subject|re — subject: two new doors
## reply-to
reply-to|reply to — reply-to: ana ruiz

# Words that close a letter. Of those that fit, the one listed first is taken.
## ^closing$
(with |my )?((very |the )?@best)?( and )?(best |kind |warm )?(regards|rgds|wishes) — best wishes
all (the best|my best)|best|b\.?rgds|cheers — all the best, ana
(yours |very )?(sincerely|faithfully|truly)( yours)? — yours sincerely
cordially|respectfully — respectfully, tom lind
(many |with )?thanks (in advance|once again) — thanks in advance, ana
(many |with )?thanks( a lot| so much| very much| a million| again)? — many thanks
thank you( so much| very much| in advance| again| both| all)? — thank you in advance
thx|tx|tks|thanx|ty|ta — thx, ana
take care|talk soon|see you( soon| then)?|later — see you soon, ana
(lots of )?love|your (pal|friend) — lots of love, ana
have a (good|great|nice) (day|weekend|evening|week|one) — have a nice weekend

# How lines begin that a phone or an email program adds.
## device_line
sent (from|via|using|by|with) — sent from my iphone

# What somebody is in a company.
## role
manager|director|president|vice|chief|officer|head of — sales manager
counsel|attorney|lawyer|partner — senior counsel
engineer|developer|technician|architect|designer|editor — software engineer
consultant|analyst|assistant|associate|specialist|coordinator — business analyst
lead|owner|founder|co-founder|principal — founder of keelby bakery
ceo|cto|cfo|coo|cio|cmo|vp|svp|evp — cfo, keelby bakery
professor|scientist|researcher|geologist — professor of law
secretary|administrator|supervisor|executive|representative — account executive
buyer|trader|accountant|advisor|adviser|agent|clerk — junior buyer
controller|treasurer|chairman|chairwoman — treasurer of the club

# A part of a company.
## department
department|dept|division|team|group|desk|service|services — legal department
sales|marketing|legal|support — sales and marketing

# What ends the name of an organization.
## organization
inc|ltd|limited|llc|l\.l\.c|llp|l\.l\.p|plc|corp|corporation|company|co|pty — keelby bakery ltd
university|institute|college|school|bank|association|foundation — keelby college
partners|holdings?|consulting|solutions|technologies|industries — lindgren partners
enterprises|systems|international — northwind systems

# Signs of a legal notice, see legal_notice.ts.
## legal_secret
confidential|privileged|proprietary — this email is confidential
## legal_recipient
intended (recipient|addressee|solely|only|for|exclusively) — the intended recipient
named (recipient|addressee)|addressed to|solely for — meant solely for the reader
## legal_duty
notify|inform|delete|destroy|contact the sender — please delete this email
## legal_mistake
in error|by mistake — if you got this in error
## legal_ban
prohibited|unauthori[sz]ed|disclos(e|ure)|copying|distribution — copying is prohibited
dissemination|unlawful|liab(le|ility) — we accept no liability
## legal_this
this|the|any — this email and its files
## legal_email
e-?mail|message|communication|transmission|information|attachments? — the attachments
## legal_danger
virus(es)?|malware|warranty|views expressed — please scan it for viruses

# What people write above an email that they forward, when they say nothing about it.
## forward_note
fyi|f\.y\.i|fya|for (your|ur) (info|information|records|reference|attention) — fyi, ana
(please |pls )?(see|read|check|look at) (the )?(below|attached|forwarded) — please see below
(e-?mail|message) (below|attached)|below|forwarded|fwd? — message below
as discussed|as promised|just came in|here you go|interesting — just came in
only|please|over to you|for info|(passing|forwarding) this (on|to you) — for info only

# What a help desk puts above the messages that it repeats.
## reply_mark
(please )?(type|write|enter) your (reply|response|answer) above — type your reply above this line
(please )?(reply|respond|write) above (this|the) (dashed )?line — please reply above this line

# Labels of the fields of a form on a website.
## form_name
name|your name|full name|first name|contact name|customer — your name: ana ruiz
from|sender|submitted by — submitted by: ana ruiz
## form_email
email|e-mail|your email|your e-mail|mail — your email: ana@x.example
email address|e-mail address — email address: ana@x.example
## form_phone
phone|telephone|phone number|your phone|mobile|tel — phone: 020 7946 0000
## form_message
message|message body|your message|comment|comments — message: hello
enquiry|inquiry|question|details|your enquiry|your inquiry — question: do you bake?
your question|your comments|additional information|request — your question: do you bake?
## form_end
does this submission look like spam — does this submission look like spam? report it here.
this (e-?mail|message) was sent (from|via|by) — this e-mail was sent from a contact form
(sent|submitted) (on|from|via|by) (the|our|your|a) ~3-20 — submitted from the contact page
(remote|sender|your) ip|ip address|user agent|page url|time sent — ip address: 192.0.2.4
powered by — powered by cakes
## form_receipt
^your|confirmation|confirmed|receipt|invoice|alert|welcome — your order 4711
## form_other
subject|company|organization|organisation|address — company: keelby ltd
city|country|date|budget|website|last name — city: leeds

# What calendars put in front of an event's title, and of the line with its time.
## calendar_title
(updated )?(invitation|invite)( with note)? — invitation: harvest review
## calendar_time
when — when: monday at 9
# What programs put where there is no subject.
## no_subject
no subject|(without|empty) subject — (no subject)
`;
