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
@schedule (an?|the|our|another|some) (~15' ){0,3}@meeting — i would like to schedule a meeting
@can (we|i|you|your ~2-12) (please |perhaps |maybe )?@meet — can we meet in your office
(are|would) (you|both of you) (be )?(available|free|around) — are you free for a call
(invitation|invite): — invitation: site visit
(you have been|you are|you're) invited — you have been invited to the opening
(would|i'd|we'd) like to (meet|come and see|visit you|invite you) — we'd like to invite you
@could (we do |you do |make |manage )?(it )?@on — is wednesday good for you
meeting request — meeting request for next week
(meeting|kick-?off|call|interview|review) (is|has been) (now )?scheduled — meeting is scheduled
(meeting|kick-?off|call|interview) (will|is going to) (be held|take place) — meeting will be held
(meeting|kick-?off|call|interview) (is|has been) (now )?(moved|postponed) — the call is moved
@move (our|the|my|this|it|that) ?(~12' ){0,2}@call — can we move our meeting to monday
reschedul(e|ing)|rain check — i have to reschedule
(would|does|might|will) [^?.]{0,60} (suit|work) (for )?@you — would tomorrow at 17:30 suit you
@next [^?.]{0,30}(suits|works|is better|is fine) (for )?(me|us) — wednesday at ten suits me
@come (round|by|over|past|in) (~12' ){0,4}@mon — drop by next thursday

## meeting_request 2
(a|the|our|quick|short|next|first) @min?@chat @at — a 15 minute chat next week
(come|drop|pop|call|stop|swing) (round|by|over|past) (and|to) — come over and see the press
(look|walk) (round|around) (the|your|our) — come and look round the workshop
site visit|viewing|get together|meet up|in person — can we do a site visit

## meeting_request 1
meeting|appointment|call|slot|visit|diary|calendar — we can discuss it in a meeting

## complaint 3
(formal |official )?complain(t|ts|ing)? — i want to make a formal complaint
unacceptable|disgraceful|outrageous|fed up|appalling — these delays are unacceptable
not good enough|not acceptable — that answer is not good enough
@demand (a |my |our |an immediate |an )?(full |partial )?@refund — i demand a full refund
(like|want|expect|need) (my|our|the) @money( ~8)? back — i want my money back
at your (own )?(cost|expense) — please repair it at your own expense
(very|extremely|deeply|really|so|rather|quite) @disappointed — we are very disappointed
(second|third|fourth|fifth) time — this is the third time i write
(not|never|nothing like) what (we|i) @ordered — this is not what we ordered
(take|taking) (our|my) (business|custom) elsewhere — we will take our business elsewhere

## complaint 2
refund|reimburse|credit note|compensat(e|ion) — please refund the delivery charge
trading standards|put (this|it) right|make (this|it) good — i will report this to trading standards
(was|were|been) (promised|assured|told) (~12' ){0,5}@but — was told friday but nobody came
(nobody|no one|none of you) (has |have )?@rung — nobody called us back
rude|careless|sloppy|ruined|shards|smashed|spoiled|spoilt — your driver was rude to my mother
shoddy|let down|overcharged|charged twice — i was charged twice for one ticket
double[- ]charged — the hotel double-charged my card
consider it fair|only fair|make a fuss|meant as criticism — it is only fair to send a new one
return the (supplement|difference|deposit|fee|charge) — please return the deposit
(we|i) had (booked|ordered|asked for|agreed) — we had booked a quiet room
(you|your (team|staff|driver|people|company)) (still )?@have — your driver left the gate open

## complaint 1
disappoint(ed|ing)|dissatisfied|unhappy|frustrat(ed|ing) — the show was disappointing
damaged|wrong order|not happy|late again|excuse — the box came damaged

## support_request 3
error (message|code|text|\d{2,5}|[a-z]{1,3}-?\d{1,4}) — error 413 on every upload
stack ?trace|exception|bug report|technical support — the stack trace is below
(is|has been) (down|offline|(not |un)reachable) (since|again) — the portal is down since nine
support ticket|help ?desk — i opened a support ticket yesterday
(will not|won't|does not|doesn't|did not|refuses to) @start — the printer won't start
keeps? @crashing — the app keeps crashing
drops? out|tripped|stopped working|locked out — the sound drops out every hour
(is|it's|are) (stuck|frozen|jammed) — the screen is frozen
(can't|cannot|can not|unable to|couldn't|could not) (~10 )?@log — i cannot log in since monday
(is|are|was|has|have)(n't| not)( ~12){0,2} @working — the door sensor isn't working
(display|screen|message|page|app|light) @says — the app says no gateway was found
@login (just )?(hangs|freezes|crashes|stalls|stops) — the login screen freezes after a minute
(still|again) @not — the new user is still not showing

## support_request 2
restart(ed|ing)?|reboot(ed|ing)?|reinstall(ed)? — i restarted the server twice
clear(ed)? (the|my) cache — i cleared the cache as you said
firmware|serial (no|number)|troubleshoot|factory reset — the serial number is on the back
switched (it )?off and on — i switched it off and on
need (some |your )?help|please help|help me|no luck — please help me with the alarm
how (do|can) i (~10 )?@reset — how do i reset my password
(lost|no) @connection — we have no internet since noon
(since|after) the (last )?@update — nothing prints since the update
(backup|job|result|transfer|update|sync)[a-z :/-]{0,20} failed — backup job failed last night
failed — the export failed again

## support_request 1
error|settings|screen|app|update|software|display — the screen stays black
crash(es|ed)?|password|login|log in|not working|issue with — i forgot my password
problem with|fails?|offline|e\d{2,3}|fault|warranty|repair — i have a problem with the pump
engineer|technician — can you send an engineer

## sales_inquiry 3
@quote (for|on|of|at) — a quote for 200 chairs
@send (~12' ){0,4}@quotation — please send me your price list
@interested @buy — we are interested in buying
request for (a )?(quot(e|ation)|information|proposals?) — request for quotation: office chairs
rfq|rfi|rfp — rfq: steel pipes
(how much|what) (would|does|do|is|are|will) (~12' ){0,6}@cost — how much would it cost
in stock — is the red one in stock
available to (buy|order|hire) — are the tents available to hire
do you @sell — do you sell spare parts
(i'll|i will|we'll|we will|i'd|we'd) take @them — i'll take both
(we|i)('re| are|'m| am) (also )?@looking  — we are looking for "light oak"
(vendors?|suppliers?|dealers?|firms?) (are )?(quoting|as well|too) — other vendors are quoting too
can you (fit|squeeze) (us|me) in — can you fit us in on friday

## sales_inquiry 1
pricing|prices?|quote|quotation|discount|bulk|demo|trial — do you give a bulk discount
per unit|minimum order|lead time|units|list price — what does it cost per unit
deliver(y)? (to|by)|order (of|for)|buy|purchase|budget — we want to buy ten
how many — how many can you make

## proposal 3
@attached (~12 ){0,2}(proposal|quotation|estimate) — our proposal for next year is below
(i|we)('d| would)? (like to )?@propose(?! a partnership) — i'd suggest our local starter
(our|this|the) (offer|quote|price|estimate)( ~10)? @includes — the price includes delivery
here('s| is| are) (what|how|our|my) @we?('d| would)? ?@suggest? — here is what i'd suggest
(my|our) @suggestion( (is|are|would be|for)|:) — my proposal is a monthly visit
(we|i) (can|could|would) @do @it (all )?(for|at|in the week|from) — we can do it all for 900
do we have a deal — do we have a deal?
valid (until|till|to|through|for) — the offer is valid until 9 april
subject to contract|terms (and|are|would) — the sale is subject to contract
@usd (a|per|an|/) ?(month|year|hour|seat|user|visit) — it costs €7 a month
(we|i) (help(ed)?|work(ed)? with) ([\p{L}-]{1,15} ){0,4}@companies — we work with small companies
no contract|no set-?up fee|cancel any ?time — there is no set-up fee
free (trial|week|month)|claim your — start your free trial

## proposal 1
proposal|proposed|scope of work|offer|plan|suggest|deposit — the plan has three parts
go-ahead|starter — give us the go-ahead

## partnership 3
partnership|partner with|partnering|joint venture — we are thinking of a partnership
strategic alliance|join forces|team up — we could join forces
become (a |your )?(partner|reseller|distributor) — become a partner of our shop
reseller agreement|co-?marketing|cross-?sell(ing)? — a draft of the reseller agreement
collaborat(e|ion|ing) (with|between|on) — we would like to collaborate with you
(refer|send|recommend|name) (~12' ){0,3}@each — we could refer customers to each other
each of us|both of us|the two of us|between us — a good deal for both of us
half and half|fifty[- ]fifty|50[/ -]50|jointly|under both — we would split it fifty-fifty
referral (fee|scheme|deal|agreement) — we pay a referral fee
commission|revenue share — you get a commission of 8 %
share the (cost|costs|profit|revenue|margin) — we could share the costs
split the (cost|profit|revenue|margin|proceeds) — we split the profit
(come to|have) an arrangement — could we come to an arrangement?
your [\p{L}' -]{2,40} (next to|alongside|with|and) (our|my|ours) — your cheese next to our bread

## partnership 1
collaboration|referral|reseller|synerg(y|ies)|together — we could do it together
mutual|sending clients — a deal with mutual benefits

## introduction 3
introduce (you|myself|ourselves|our|my|him|her|them|two) — let me introduce myself
introducing — introducing our new auditor
introduction (to|between) — an introduction to my sister
meet my (colleague|friend) — meet my colleague in leeds
(connect|connecting|putting) (you (with|to|two|both)|the two) — i want to connect you with ana
introduction:|<> — introduction: ana <> tom
you two (should|ought|might|must|will) — you two should talk
the two of you — i leave it to the two of you
meet ~2-20( ~2-20){0,2}, (who|our|the|my) — meet ana ruiz, who builds boats
i('m| am) (the new|a new|your new|taking over|replacing) — i'm the new manager here
i (recently|just|have) (joined|started|taken over) — i recently joined the team
nice to e-?meet you — nice to e-meet you
your new (contact|account|point of contact) — i am your new contact
(hello|greetings) from (me|us) — hello from me and the team
a (word|few words|little) about (me|us|myself) — a few words about me
of taking over|i take over|hands? over to me|successor — i am writing as her successor

## introduction 1
my name is — my name is priyanka
as promised|old friend|colleague of mine — tom is an old friend

## follow_up 3
follow(ing)?[- ]?up|circling back|checking in — following up on my offer
touching base|just checking — just checking if you got it
@gentle reminder — a gentle reminder about the form
any (news|update|updates|progress|word|joy|luck) — any news about the permit?
have you (had|found|got) (a |the )?@chance — have you had a chance to look
did you (get|receive|see|have a chance|manage) — did you get my message
have(n't| not) (heard|received|had)( ~12){0,3} @back — i have not heard back
go ahead|[a-z] it is — please go ahead with the order
all (done|sorted|settled) — the visa is all sorted
as (promised|requested|you asked) — here is the list, as promised
came through|that closes|we're good to go — the payment came through
(days|weeks|months) (overdue|late) — the invoice is 58 days overdue
(is|are|now) overdue — the rent is overdue
still @waiting — we are still waiting for the keys

## follow_up 1
as discussed|as agreed|per our|further to|last week — as agreed on the phone
our (last )?(call|conversation|meeting) — our meeting on the 10th
reminder|again|as you said — a reminder about the fee
thanks for (the|your|sending) — thanks for the quick answer
you asked|you sent|confirm(ed|ing)?|received|yes — i confirmed the booking

## feedback 3
feedback — you asked for my feedback
wanted to (say|let you know how|tell you how) — i wanted to let you know how it went
(really|absolutely|truly|just) @love — we really love the garden
@great @work — you did a great job
keep (up the|doing)|compliments?|well done — please keep doing this
highly recommend — we highly recommend the tour
what (worked|i liked|we liked|went well|didn't|could be better) — what i liked was the music
well spent|legends?|a joy|made my|singing your|hats off — hats off to the cooks
the best (~12' ){0,3}(in years|i have|we have|ever) — the best bread in years
(better|easier|faster|nicer) than @expected — it was easier than expected
you asked (for|what|how) — you asked for honest words
my (two cents|honest (opinion|view)|impression) — here are my two cents
a few (thoughts|remarks|notes) on — i have a few thoughts on the menu
honest words|honestly — honestly, the room was cold

## feedback 1
suggestions?|improve(ment)?|happy with|pleased with — i have some suggestions
impressed|worth it|loved|enjoyed|thank you|thanks again — we enjoyed the evening
could be|felt — the last part felt rushed
too (long|loud|small|bright|dark|short|slow) — the show was too long

## other 3
failure to comply|permanent clos(ing|ure) — failure to comply will close your account
claim your (prize|winnings) — claim your prize now
you have won — you have won a car
verify your (account|identity|mailbox) — verify your account today
@mailbox (has|have|is|will be)( ~10){0,2} @expired — your password has expired

## information_sharing 3
fyi — fyi: the office is closed on friday
for your (information|records|reference|files) — for your records, here is the contract
nothing for you to do — there is nothing for you to do
no action (is )?(needed|required) — no action is needed
(you don't|you do not|no) need to (do|answer|reply) — you do not need to answer
don't have to do anything — you don't have to do anything

## information_sharing 2
(has|have) (just )?(notified|informed|told) (me|us):? — the court has just notified me
please (find|see)( ~12){0,3} (attached|enclosed|below) — please find the list attached
(attached|enclosed) (is|are|you will find|please find|the) — attached is the contract
please (note|be advised|be informed) — please note that we close at noon
(just )?(to|wanted to) (inform|update|notify) you — we wanted to inform you of a change
(to|want to) let you know — this is to let you know
letting you know|heads[- ]up|here (is|are) the — here is the new timetable
@invoice (no\.?|number|#|for|from|attached|\d|of|is) — the invoice for march
will be (closed|delivered|unavailable|moved|replaced) — the road will be closed on monday
(opening hours|prices?|rates) (rise|change|will) — our prices rise in may
with effect from — the change comes with effect from 1 may
from @tuesday [^.?]{0,60}(rise|change|close|open|move|apply) — from monday we open at nine
what we (agreed|settled|discussed) — what we agreed on the phone

## complaint 3
(different|wrong|other) @shade (from|than|to)? — a different color than ordered
(expected|deserve|hoped for) (better|more) — we expected better
for (that|this) (price|money) — not enough food for that price
(take|taking|send|sending|bring) (it|them|this|these) back — please take it back
put it right — please put it right this week
sort (this|it) out (properly|at last) — please sort this out properly
not the first time|unhelpful|no apology — this is not the first time
(we|i) (had to )?wait(ed)? (for )?@over?@an[ -](~8 )?@minutes — we waited over an hour

## complaint 1
scratch(ed|es)?|broken|cracked|dent(ed)?|missing — the glass came broken
stain(ed|s)?|late|nobody|no one|twice|still — nobody came to the door

## support_request 2
what (am i doing|is going) wrong — what am i doing wrong
what (can|should|else can) i (do|try) — what can i do
have a look|look into|doing something wrong — please have a look at the log
any idea (what|why|how)|how to (fix|reset|solve) — any idea what this means
work ?around|gives up — is there a workaround

## proposal 3
(i|we)@would (~14' ){1,12}for (just |only )?@euros — i could do it for 300 euros
@am (offer|quote)( you)?(?! (advice|help)) — we can offer a new date
(if|once) you (confirm|accept|agree|approve|sign) — if you accept, we start in may
interested\? — interested? write to me
(including|excluding|plus|incl\.?) @vat — including delivery and vat

## partnership 3
(joint|combined|shared|common) (~3-12 )?@stall — a joint stall at the fair
@divide (the |it |everything |all )?@income — we could split the costs
we (~2-12' ){1,4}[\p{L}]{2,12}, (and )?you ~2-12' — we bake bread, you sell it

## introduction 3
(this is|here is) ~2-15, (who|whose|our|my) — this is jonty, who runs the farm
over to you both — now over to you both
(i'll|i will|i shall|i) (be )?@after your — i'll be looking after your account
you('ll| will) be (dealing|working) with — you will be dealing with me
(moving on|leaving|retiring|moving to)\b[^.?]{0,50}@take — i am retiring and my colleague takes over
my name is [^.?]{2,60}(and|from|i am|i'm|who) — my name is ana and i run the bakery

## feedback 3
what an? (~3-12 )?@weekend — what a lovely evening
(we|i)('ll| will) (be back|come again|come back|definitely) — we'll come again
keep (going|it up) — please keep it up
much (clearer|better|nicer|easier|faster|improved) than — the new page is much clearer than the old
spotless|gorgeous|delicious — the cake was delicious

## feedback 1
(though|but|only) (~12' ){1,5}could — but the music could be softer
lovely|wonderful|superb|thank you for — we had a lovely time

## follow_up 2
just to say — just to say that it works
arrived (this|today|yesterday|safely|on|in) — the box arrived this morning
in one piece — it arrived in one piece
thanks for (sorting|fixing|the quick|getting back|coming) — thanks for coming out on sunday
all (good|fine|well|sorted) — all good on our side
as (we )?(said|agreed|discussed) — as we agreed on the phone
(my|our) (e-?mail|letter|message|question|request) of — my letter of 4 may
get through|still waiting — i could not get through by phone

## sales_inquiry 3
(a |the )?@table for \d{1,3} — a table for 6
@any  — any chance of €20 off
(come to|amount to) with delivery — what does it come to with delivery
how (soon|quickly) (could|can|would) you — how soon could you deliver
lead time — what is the lead time

## meeting_request 2
(could|can|would) you (make|do|manage|spare|fit) — could you make it on friday
half an hour — it takes half an hour
rather than (monday|tuesday|wednesday|thursday|friday|tomorrow) — on friday rather than monday
(would be|is) best for (me|us) — noon is best for me
go (through|over) (it|the|this|your|our) [^.?]{0,30}@together? — go over it together

## question 3
what('s| is| are) the differences? between — what is the difference between the two plans
(how|what) (does|do|about) (the|your) ~3-14 (~3-12 )?(work|mean) — how does the loyalty scheme work
(how|what) (does|do|about) (the|your) ~3-14 (~3-12 )?include — how does the somet include
`;
