/**
 * English words and phrases that show what an email is for. How they are written:
 * `text/word_table.ts`.
 */
export const ENGLISH_INTENTS = String.raw`
@meeting = meeting|call|appointment|demo|visit|viewing|consultation|time|slot|chat
@schedule = schedule|arrange|set up|book|organi[sz]e|request|fix
@meet = meet|talk|speak|catch up|come (round|over|by|in|out)|drop (in|by)|pop (in|round|over)
@meet = have a (~10 )?(call|chat|meeting|word)
@can = can|could|shall|should|may|might
@monday = monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|fri
@monday = tomorrow|today|week
@on = (on |next |this )?@monday( morning| afternoon| evening| aft)?
@could = can|could|how about|what about|would|does|is|shall we say
@move = move|postpone|reschedule|bring forward|push back|rebook
@call = meeting|call|appointment|visit|session|slot|to
@you = you|everyone|instead|better
@next = (on |next |this )?@monday( morning| afternoon| evening| aft)?|\d{1,2}(:\d{2})?
@mon = mon|tue|wed|thu|fri|sat|sun|tomorrow|today|at|before|after|next|this
@come = come|drop|pop|call|stop|swing
@chat = chat|call|meeting|appointment|catch-up|coffee|lunch
@min = \d{1,2}[ -]min(ute)?s? |short |quick |brief 
@at = on|at|next|this|tomorrow|about|with you
@refund = refund|replacement|compensation|explanation|apology|money back
@demand = demand|want|expect|request|require|owed|like
@money = money|[$€£] ?\d[\d.,]{0,9}|deposit
@disappointed = disappointed|unhappy|dissatisfied|upset|frustrated|annoyed|let down
@ordered = ordered|booked|agreed|paid for|were promised|was promised
@but = but|and (yet|both|nobody)|call
@rung = rung|called|came|come|turned up|answered|replied|apologi[sz]ed|bothered
@have = have not|haven't|did not|didn't|never|failed to|left|broke|damaged|forgot
@start = start|come back|turn on|switch on|boot|open|print|connect|load|charge|close|lock|go in
@start = sync|save|let me
@crashing = crashing|failing|tripping|disconnecting|freezing|beeping|flashing|asking|jumping
@crashing = cutting out
@log = log ?in|sign in|access|connect|open|upload|download|print|reset|install|load|check|export
@log = save|find the (button|setting|menu)|get (in|into|past|it to)
@working = working|responding|loading|starting|syncing|connecting|reporting|showing|printing
@working = updating
@says = says|shows|reads|stays|goes|is (blank|black|white|red|flashing)
@login = login|screen|page|app|system|machine|printer|server|it
@not = not (in|there|showing|working)|missing|no (sound|signal|connection)
@reset = reset|fix|stop|get|change|turn|set|adjust|remove|restore
@connection = connection|access|signal|power|heat|network|internet|data
@update = update|upgrade|service|migration|repair
@quote = quote|quotation|price list|pricing|estimate|prices?
@quotation = quote|quotation|estimate|price list|price|prices|pricing|catalogue|sample|samples
@quotation = brochure
@send = send|provide|give|prepare|like|need|request|want|have|get|do|let
@buy = buy(ing)?|purchas(e|ing)|order(ing)?|book(ing)?|hir(e|ing)|rent(ing)?|reserve
@buy = your (product|service|offer|catering|panels?|solution)s?
@interested = interested in|looking to|would like to|i'd like to|we'd like to|want to|hoping to
@interested = wish to
@cost = cost|charge|price|come to|be for
@sell = sell|stock|supply|deliver|hire|rent|do|make|ship|offer|have any|still have
@them = them|it|both|all|one|two|three|four|five|six|the|\d
@looking = looking for|replacing|comparing|talking to|in the market|planning (a|our|to)|after
@attached = attached|enclosed|our|this|following|revised|formal|my
@propose = propose|offer you|suggest (our|we|that we|the following)
@includes = includes|covers|is valid|holds|stands|is good
@suggest = suggest|recommend|propose|offer|quote|do
@we = i|we|quote|price|offer|proposal
@suggestion = suggestion|proposal|offer|terms|price|quote|fee|rate
@do = do|fit|supply|make|build|deliver|take
@it = it|them|this|that|the ~2-14
@usd = [$€£] ?\d[\d.,]{0,8}k?|\d usd|\d eur
@companies = companies|businesses|firms|shops|teams|owners|clients|like yours|your size|gym|clinic
@each = each other|one another|the other
@gentle = gentle|friendly|short|quick|kind|little|final|last|second|third
@chance = chance|time|opportunity|moment
@back = back|reply|response|answer|anything|from you
@waiting = waiting (for|on)|outstanding|open|unpaid|not (in our|paid|arrived)
@love = love|loved|enjoyed|impressed|delicious
@great = great|excellent|fantastic|wonderful|amazing|brilliant|lovely
@work = work|job|service|experience|team|product|support|day|evening
@expected = expected|i thought|before|i expected|we thought
@expired = expired?|closed|suspended|deactivated
@mailbox = mailbox|password|account
@invoice = invoice|receipt|minutes|notes|summary|statement
@tuesday = monday|tuesday|wednesday|thursday|friday|\d{1,2}
@shade = shade|colou?r|size|model|make|one|item|address|date
@an = an|\d{1,3}|two|three|four|fifty|forty|thirty|half
@over = over |almost |nearly |more than 
@minutes = minutes?|hours?|days?|weeks?
@euros = [€$£] ?\d|\d[\d.,]{0,9} ?(euros?|eur|pounds?|dollars?|€|£|\$|k)
@would =  can| could| would| will|'d|'ll
@am = can|could|am happy to|would like to|be glad to|pleased to
@vat = vat|scaffolding|delivery|materials|labour
@stall = stall|ticket|offer|event|campaign|project|stand|brochure|programme|product|box|menu
@stall = catalogue|evening|tour
@income = income|takings|costs?|proceeds|profit|rent|fee|fees|money|risk|down the middle|evenly
@income = equally
@divide = divide|split|share|sharing|splitting
@after = looking after|look after|handling|handle|responsible for
@take = take over|takes over|taking over|my place|successor|colleague
@weekend = weekend|day|evening|night|meal|party|show|trip|treat|difference|place
@table = table|room|rooms|hall|seats|tickets|places|van|car
@any = do you do|any chance of|could you (make|supply|print|bake|build|cater)
@together = together|with you|in person

## meeting_request 3
@schedule (an?|the|our|another|some) (~15' ){0,3}@meeting — schedule a meeting
@can (we|i|you|your ~2-12) (please |perhaps |maybe )?@meet — should i talk to at your
(are|would) (you|both of you) (be )?(available|free|around) — are you free for a call
(invitation|invite): — invitation: site visit
(you have been|you are|you're) invited — you have been invited to the
(would|i'd|we'd) like to (meet|come and see|visit you|invite you) — would like to meet before
@could (we do |you do |make |manage )?(it )?@on — is wednesday 2 december
meeting request — meeting request
@move (our|the|my|this|it|that) ?(~12' ){0,2}@call — move the trustees' meeting to tomorrow
reschedul(e|ing)|rain check — reschedule
(would|does|might|will) [^?.]{0,60} (suit|work) (for )?@you — would tomorrow at 17:30 work instead
@next [^?.]{0,30}(suits|works|is better|is fine) (for )?(me|us) — wednesday at ten suits me
@come (round|by|over|past|in) (~12' ){0,4}@mon — drop by next thursday

## meeting_request 2
(a|the|our|quick|short|next|first) @min?@chat @at — a 15 minute chat next week
(come|drop|pop|call|stop|swing) (round|by|over|past) (and|to) — come over and see the press
(look|walk) (round|around) (the|your|our) — look round the
site visit|viewing|get together|meet up|in person — site visit sports hall

## meeting_request 1
meeting|appointment|call|slot|visit|diary|calendar — site visit sports hall

## complaint 3
(formal |official )?complain(t|ts|ing)? — complaint high negative
unacceptable|disgraceful|outrageous|fed up|appalling — fed up with plastic
not good enough|not acceptable — not good enough
@demand (a |my |our |an immediate |an )?(full |partial )?@refund — demand refund
(like|want|expect|need) (my|our|the) @money( ~8)? back — like my $64.90 back, on the card
at your (own )?(cost|expense) — at your cost, and our
(very|extremely|deeply|really|so|rather|quite) @disappointed — very disappointed
(second|third|fourth|fifth) time — third time i write and
(not|never|nothing like) what (we|i) @ordered — not what we ordered
(take|taking) (our|my) (business|custom) elsewhere — take our business elsewhere

## complaint 2
refund|reimburse|credit note|compensat(e|ion) — re: refund
trading standards|put (this|it) right|make (this|it) good — trading standards
(was|were|been) (promised|assured|told) (~12' ){0,5}@but — was promised a call back in ten
(nobody|no one|none of you) (has |have )?@rung — nobody came and nobody
rude|careless|sloppy|ruined|shards|smashed|spoiled|spoilt — shards
shoddy|let down|overcharged|charged twice — shoddy
double[- ]charged — double-charged
consider it fair|only fair|make a fuss|meant as criticism — meant as criticism of them
return the (supplement|difference|deposit|fee|charge) — return the supplement of eur 45
(we|i) had (booked|ordered|asked for|agreed) — we had booked a quiet room
(you|your (team|staff|driver|people|company)) (still )?@have — you left a form on

## complaint 1
disappoint(ed|ing)|dissatisfied|unhappy|frustrat(ed|ing) — disappointed
damaged|wrong order|not happy|late again|excuse — not happy with the

## support_request 3
error (message|code|text|\d{2,5}|[a-z]{1,3}-?\d{1,4}) — error 413: request
stack ?trace|exception|bug report|technical support — stack trace
support ticket|help ?desk — helpdesk
(will not|won't|does not|doesn't|did not|refuses to) @start — won't start unless i set
keeps? @crashing — keep crashing
drops? out|tripped|stopped working|locked out — inv-03 drops out every
(is|it's|are) (stuck|frozen|jammed) — is stuck
(can't|cannot|can not|unable to|couldn't|could not) (~10 )?@log — cannot upload the deed to
(is|are|was|has|have)(n't| not)( ~12){0,2} @working — isn't working
(display|screen|message|page|app|light) @says — app says "gateway not
@login (just )?(hangs|freezes|crashes|stalls|stops) — login hangs, then "no
(still|again) @not — still not in our client

## support_request 2
restart(ed|ing)?|reboot(ed|ing)?|reinstall(ed)? — restarting the server
clear(ed)? (the|my) cache — cleared the cache as you said
firmware|serial (no|number)|troubleshoot|factory reset — serial number is rg-22907
switched (it )?off and on — switched it off and on twice, with
need (some |your )?help|please help|help me|no luck — no luck i'm afraid
how (do|can) i (~10 )?@reset — how do i reset
(lost|no) @connection — have no heat by 8.30 i
(since|after) the (last )?@update — since the update
(backup|job|result|transfer|update|sync)[a-z :/-]{0,20} failed — result: failed (target
failed — failed (target volume

## support_request 1
error|settings|screen|app|update|software|display — <p>please update your card
crash(es|ed)?|password|login|log in|not working|issue with — login hangs, then "no
problem with|fails?|offline|e\d{2,3}|fault|warranty|repair — handle warranty claims
engineer|technician — engineer and costs gbp

## sales_inquiry 3
@quote (for|on|of|at) — re: quote for milking
@send (~12' ){0,4}@quotation — give you a fixed price
@interested @buy — interested in buy
request for (a )?(quot(e|ation)|information|proposals?) — request for quote
rfq|rfi|rfp — subject: rfi - wireless
(how much|what) (would|does|do|is|are|will) (~12' ){0,6}@cost — what would it come to?
in stock — in stock, picking them
available to (buy|order|hire) — available to buy
do you @sell — do you offer that, and
(i'll|i will|we'll|we will|i'd|we'd) take @them — i'll take them, ash not
(we|i)('re| are|'m| am) (also )?@looking  — we are looking for €200
(vendors?|suppliers?|dealers?|firms?) (are )?(quoting|as well|too) — dealers are quoting
can you (fit|squeeze) (us|me) in — can you fit us in

## sales_inquiry 1
pricing|prices?|quote|quotation|discount|bulk|demo|trial — re: quote for milking
per unit|minimum order|lead time|units|list price — 1,200 units
deliver(y)? (to|by)|order (of|for)|buy|purchase|budget — budget_mentioned true
how many — how many turns of the

## proposal 3
@attached (~12 ){0,2}(proposal|quotation|estimate) — our proposal for next
(i|we)('d| would)? (like to )?@propose(?! a partnership) — i'd suggest our local starter
(our|this|the) (offer|quote|price|estimate)( ~10)? @includes — the price holds until then
here('s| is| are) (what|how|our|my) @we?('d| would)? ?@suggest? — here is what i'd suggest
(my|our) @suggestion( (is|are|would be|for)|:) — our proposal for next year
(we|i) (can|could|would) @do @it (all )?(for|at|in the week|from) — i could fit it in the week of 20
do we have a deal — do we have a deal?
valid (until|till|to|through|for) — valid until 9 april 2027
subject to contract|terms (and|are|would) — subject to contract
@usd (a|per|an|/) ?(month|year|hour|seat|user|visit) — $7 an hour with a free
(we|i) (help(ed)?|work(ed)? with) ([\p{L}-]{1,15} ){0,4}@companies — we helped a climbing gym with
no contract|no set-?up fee|cancel any ?time — month, cancel any time
free (trial|week|month)|claim your — claim your free first

## proposal 1
proposal|proposed|scope of work|offer|plan|suggest|deposit — proposal: roof access
go-ahead|starter — go-ahead and i'll book

## partnership 3
partnership|partner with|partnering|joint venture — partnership for cheshire
strategic alliance|join forces|team up — strategic alliance
become (a |your )?(partner|reseller|distributor) — become partner
reseller agreement|co-?marketing|cross-?sell(ing)? — reseller agreement
collaborat(e|ion|ing) (with|between|on) — collaborate with
(refer|send|recommend|name) (~12' ){0,3}@each — refer each other
each of us|both of us|the two of us|between us — both of us could sell
half and half|fifty[- ]fifty|50[/ -]50|jointly|under both — websites under both names
referral (fee|scheme|deal|agreement) — referral agreement between our
commission|revenue share — commission
share the (cost|costs|profit|revenue|margin) — share the cost
split the (cost|profit|revenue|margin|proceeds) — split the cost
(come to|have) an arrangement — come to an arrangement?
your [\p{L}' -]{2,40} (next to|alongside|with|and) (our|my|ours) — your washed-rind next to our

## partnership 1
collaboration|referral|reseller|synerg(y|ies)|together — working together on farm
mutual|sending clients — mutual referrals with

## introduction 3
introduce (you|myself|ourselves|our|my|him|her|them|two) — introduce myself: i took over
introducing — introducing our auditor
introduction (to|between) — introduction to
meet my (colleague|friend) — meet my colleague
(connect|connecting|putting) (you (with|to|two|both)|the two) — connect you with
introduction:|<> — introduction: wilhelmina <>
you two (should|ought|might|must|will) — you two should talk
the two of you — the two of you from here
meet ~2-20( ~2-20){0,2}, (who|our|the|my) — meet wilhelmina aske, who builds
i('m| am) (the new|a new|your new|taking over|replacing) — i'm the new
i (recently|just|have) (joined|started|taken over) — i recently joined
nice to e-?meet you — nice to emeet you
your new (contact|account|point of contact) — your new contact here
(hello|greetings) from (me|us) — - hello from me
a (word|few words|little) about (me|us|myself) — a word about me
of taking over|i take over|hands? over to me|successor — shoes, of taking over

## introduction 1
my name is — my name is priyanka and
as promised|old friend|colleague of mine — as promised over dinner

## follow_up 3
follow(ing)?[- ]?up|circling back|checking in — following up on this, it
touching base|just checking — touching base
@gentle reminder — short reminder: we returned
any (news|update|updates|progress|word|joy|luck) — - any news?
have you (had|found|got) (a |the )?@chance — have you had a chance to look at
did you (get|receive|see|have a chance|manage) — did you get
have(n't| not) (heard|received|had)( ~12){0,3} @back — have not heard back
go ahead|[a-z] it is — can go ahead and cut
all (done|sorted|settled) — all done
as (promised|requested|you asked) — as promised over dinner
came through|that closes|we're good to go — that closes container 4
(days|weeks|months) (overdue|late) — 58 days overdue
(is|are|now) overdue — is overdue
still @waiting — still not in our client

## follow_up 1
as discussed|as agreed|per our|further to|last week — as agreed on the phone
our (last )?(call|conversation|meeting) — our meeting on the 10th
reminder|again|as you said — reminder: we returned
thanks for (the|your|sending) — thanks for the
you asked|you sent|confirm(ed|ing)?|received|yes — must confirm within 24

## feedback 3
feedback — feedback low positive
wanted to (say|let you know how|tell you how) — wanted to say thank you for
(really|absolutely|truly|just) @love — really love
@great @work — wonderful service as always
keep (up the|doing)|compliments?|well done — just keep doing it
highly recommend — highly recommend
what (worked|i liked|we liked|went well|didn't|could be better) — what worked: the role
well spent|legends?|a joy|made my|singing your|hats off — well spent, and i have
the best (~12' ){0,3}(in years|i have|we have|ever) — the best in years
(better|easier|faster|nicer) than @expected — better than expected
you asked (for|what|how) — you asked for honest words
my (two cents|honest (opinion|view)|impression) — my two cents
a few (thoughts|remarks|notes) on — a few thoughts on
honest words|honestly — honest words, so here they

## feedback 1
suggestions?|improve(ment)?|happy with|pleased with — happy with the two-year
impressed|worth it|loved|enjoyed|thank you|thanks again — thank you for reading
could be|felt — felt rushed, i'd drop
too (long|loud|small|bright|dark|short|slow) — too long, and the room

## other 3
failure to comply|permanent clos(ing|ure) — failure to comply will result
claim your (prize|winnings) — claim your prize
you have won — you have won
verify your (account|identity|mailbox) — verify your account
@mailbox (has|have|is|will be)( ~10){0,2} @expired — password has expire

## information_sharing 3
fyi — fyi, see below, might
for your (information|records|reference|files) — for your files, what we
nothing for you to do — nothing for you to do on our
no action (is )?(needed|required) — no action needed
(you don't|you do not|no) need to (do|answer|reply) — you do not need to do anything
don't have to do anything — don't have to do anything

## information_sharing 2
please (find|see)( ~12){0,3} (attached|enclosed|below) — please find below what we'd
(attached|enclosed) (is|are|you will find|please find|the) — attached is my invoice
please (note|be advised|be informed) — please note that from 1
(just )?(to|wanted to) (inform|update|notify) you — to inform you that your
(to|want to) let you know — to let you know
letting you know|heads[- ]up|here (is|are) the — here is the engagement
@invoice (no\.?|number|#|for|from|attached|\d|of|is) — invoice number with your
will be (closed|delivered|unavailable|moved|replaced) — will be closed in 24 hours
(opening hours|prices?|rates) (rise|change|will) — prices rise by 4.8 %
with effect from — with effect from
from @tuesday [^.?]{0,60}(rise|change|close|open|move|apply) — from monday 23 november we open
what we (agreed|settled|discussed) — what we settled on the phone

## complaint 3
(different|wrong|other) @shade (from|than|to)? — wrong size than
(expected|deserve|hoped for) (better|more) — expected better
for (that|this) (price|money) — for that price
(take|taking|send|sending|bring) (it|them|this|these) back — send them back by 2 may
put it right — put it right
sort (this|it) out (properly|at last) — sort this out properly
not the first time|unhelpful|no apology — not the first time
(we|i) (had to )?wait(ed)? (for )?@over?@an[ -](~8 )?@minutes — we wait an minute

## complaint 1
scratch(ed|es)?|broken|cracked|dent(ed)?|missing — broken for the second
stain(ed|s)?|late|nobody|no one|twice|still — nobody comes, we take

## support_request 2
what (am i doing|is going) wrong — what am i doing wrong
what (can|should|else can) i (do|try) — what can i do
have a look|look into|doing something wrong — have a look at the log
any idea (what|why|how)|how to (fix|reset|solve) — any idea what
work ?around|gives up — work around

## proposal 3
(i|we)@would (~14' ){1,12}for (just |only )?@euros — i can new for € 3
@am (offer|quote)( you)?(?! (advice|help)) — can offer
(if|once) you (confirm|accept|agree|approve|sign) — if you accept, please
interested\? — interested? write to me
(including|excluding|plus|incl\.?) @vat — including delivery, before vat

## partnership 3
(joint|combined|shared|common) (~3-12 )?@stall — joint stall
@divide (the |it |everything |all )?@income — share the rent of €14 a
we (~2-12' ){1,4}[\p{L}]{2,12}, (and )?you ~2-12' — we new new, you new

## introduction 3
(this is|here is) ~2-15, (who|whose|our|my) — this is jonty, who runs the
over to you both — over to you both
(i'll|i will|i shall|i) (be )?@after your — i'll looking after your
you('ll| will) be (dealing|working) with — you'll be dealing with
(moving on|leaving|retiring|moving to)[^.?]{0,50}@take — moving ontake over
my name is [^.?]{2,60}(and|from|i am|i'm|who) — my name is ana and

## feedback 3
what an? (~3-12 )?@weekend — what a weekend
(we|i)('ll| will) (be back|come again|come back|definitely) — we'll be back
keep (going|it up) — keep going
much (clearer|better|nicer|easier|faster|improved) than — much clearer than
spotless|gorgeous|delicious — they're gorgeous

## feedback 1
(though|but|only) (~12' ){1,5}could — though new could
lovely|wonderful|superb|thank you for — thank you for your message

## follow_up 2
just to say — just to say
arrived (this|today|yesterday|safely|on|in) — arrived this morning, fits
in one piece — in one piece
thanks for (sorting|fixing|the quick|getting back|coming) — thanks for coming out
all (good|fine|well|sorted) — all good
as (we )?(said|agreed|discussed) — as agreed on the phone
(my|our) (e-?mail|letter|message|question|request) of — our letter of 4 may we
get through|still waiting — get through the day, or

## sales_inquiry 3
(a |the )?@table for \d{1,3} — room for 20 people
@any  — any chance of €5 off
(come to|amount to) with delivery — come to with delivery
how (soon|quickly) (could|can|would) you — how soon could you
lead time — lead time

## meeting_request 2
(could|can|would) you (make|do|manage|spare|fit) — can you spare two hours a
half an hour — half an hour
rather than (monday|tuesday|wednesday|thursday|friday|tomorrow) — rather than monday
(would be|is) best for (me|us) — would be best for me
go (through|over) (it|the|this|your|our) [^.?]{0,30}@together? — go through it with you
`;
