/**
 * English words and phrases of advertising and fraud. Each section is one kind of sign, and several
 * kinds are needed. How they are written: `text/word_table.ts`.
 */
export const ENGLISH_ADVERTS = String.raw`
@verify = verify|confirm|validate|update|keep
@details = identity|password|login|credentials|account|details
@now = now|today|online|here
@apply = order|buy|apply|join|register|enrol|enroll|sign up|start|get started|try it|visit|subscribe
@trial = trial|gift|quote|quotes|details|access|membership|download|shipping|information|samples?
@trial = consultation|report|bonus|movie|dvd|estimate|application|pics|pictures|offer|service
@obligation = obligation|cost to you|credit check|experience|investment|commitment|risk|charge|fees
@lowest = lowest|best|unbeatable|low|lower|amazing|great
@make = make|earn|making|earning|made

# Press, go, order.
## click
click (here|below|the|on|to|now)|here to (order|enter|claim) — click here for details
@apply @now — apply online, order today
visit (our|us|the) ~3-8|come visit us|go here|enter here|go to our — visit our site
(fill out|complete) (our|the|this) ~2-10( form)? — fill out our online form
toll[- ]free|call us (now|today|toll)|follow the link — call us today
links? below|links? \(s\) below|link\(s\) below — use the link below
see (this|it) in action|check out (our|these) — check out these prices

# It costs nothing.
## free
(100% |absolutely |totally |it's )?free (@trial) — free details by email
no @obligation|risk[- ]free|free of charge|at no (cost|charge) — no credit check
(for|4) free|is free|are free|get (a|your|one) free|free! — all for free

# It is cheap.
## price
save (up to |over )?(\$ ?)?\d{1,4}|\d{2} ?% (off|less|discount) — save up to 75 %
@lowest (possible )?(prices?|rates?|costs?|deals?) — lowest rates
as low as|less than \$ ?\d|only \$ ?\d|just \$ ?\d|for \d{1,3} ?\$ — as low as $ 9.95
(special|limited) (offers?|prices?|discounts?)|bargains?|discounted|cheaper than — a special price
(save|saving) (money|big|thousands)|(tremendous|huge|big) savings — save money now

# Now or never.
## hurry
limited[- ]time|act now|act today|while supplies|today only|last chance — a limited time offer
(offer|price|deal|plan)s? (expires?|ends|valid)|don't (miss|delay|wait|let) — don't miss out
won't last|only a few|hurry|before it's too late|what are you waiting — what are you waiting for

# Money for the reader.
## money
@make (money|\$ ?\d|thousands|over \$|a (good )?living|real money) — earn money
work (from|at) home|home[- ]based — work at home
financial (freedom|independence)|extra (income|cash) — financial freedom
(home |personal |payday )?loans?|mortgage|refinanc(e|ing)|interest rates? — mortgage rates are low
(repair|fix|improve) your credit|(your|bad) (credit|debts?)|(free )?grants? — repair your credit
(life|auto|health) insurance|warrant(y|ies)|investors? — life insurance
stock (pick|alert)|casino|jackpot — stock pick
money[- ]?maker|distributors needed|merchant account|get (paid|rich) — a money maker

# Praise of the goods.
## hype
guaranteed?!?|satisfaction|money[- ]back|100 ?% (safe|natural|legal|satisfaction) — guaranteed
amazing|incredible|revolutionary|miracle|secret (weapon|to)|once in a lifetime — an amazing price
(best|hottest|most powerful|most comprehensive) ~3-12( ~3-10)? (on|in) the — best sites on the net
(number one|#1|rated|world's (largest|best)|premier)|change your life|state of the art — rated #1
opportunity (is )?(knocking|of)|this (great|special) (offer|opportunity) — this great offer
your (chance|success) to — your chance to

# What is sold to everybody.
## goods
viagra|cialis|pills|prescription|weight|slim|lose \d{1,3}|hgh|herbal — lose 10 pounds
adult|xxx|sexy?|sexual(ly)?|teens?|naked|horny|penis|enlarge|singles|dating|webcam — adult site
toners?|inkjets?|cartridges?|dvd'?s?|cable (box|descrambler)|long distance|business cards — inkjets
(bulk )?e-?mail (addresses|lists|marketing|software)|harvests?|replica|cheap software — email lists
web ?hosting|reseller|home owners?|homeowners?|self defen[sc]e|time ?share|degree|diploma — reseller

# How to leave the list.
## leave
removed?|unsubscribe|opt[- ]?(in|out|ed)|excluded? from|mailing list — to be removed
not spam|unsolicited — not spam
(further|future) (mailings|contacts|notices|e-?mails)|bill s\.? ?1618 — further mailings
advertisement|adv: ?|if you (do not|no longer|don't) (wish|want) — this is an advertisement

# Anybody reads it.
## reader
dear (friend|homeowner|member|customer|user|sir) — dear friend
dear (madam|winner|subscriber|investor|seeker) — dear madam
dear (valued|grant|internet|business|beneficiary|web|e-?mail) ~3-12 — dear valued customer
congratulations|you('ve| have) (just |already )?(been |won) — congratulations
pre-?approved|you are approved — preapproved
(people|folks)( just)? like (you|yourself) — people like you
are you (tired|paying|looking|ready|curious|one) — are you tired
have you (been|ever|always)|(you've|you have) always wanted|for you and your family — have you ever
have opted|signed up (with|at|for)|(one of )?our (partners|affiliates?|affiliate sites) — have opted

# Money for nothing, from somebody unknown.
## bait
next of kin|inheritance|beneficiary|deceased|unclaimed|late (husband|father|client|dr) — next of kin
(million|billion)s? (of )?(us |united states |u\.s\. )?dollars — ten million us dollars
(us ?\$|\$) ?\d{1,3}([.,]\d{1,3})? ?(million|m) — us$4million
claim your (prize|winnings|money)|you have won|lottery — claim your prize
gift cards? (and send|codes?)|pay (the|a) fee|bitcoin — buy gift cards and send the codes

# The account will be closed.
## threat
(account|mailbox|password|card)( ~12){0,5} (suspended|deactivated|closed) — account will be closed
(account|mailbox|password|card)( ~12){0,5} (blocked|limited|expire[ds]?) — account blocked
@verify (your |the )?(same |account |mailbox |billing )?@details — verify your identity
failure to (comply|do so|verify)|permanent(ly)? (clos|los|delet|suspen)~2-6 — failure to comply
(avoid|prevent) (~2-10 ){0,2}(lost?|suspension|closure|interruption|lose|losing) — avoid suspension

# Nobody must know, and it is urgent.
## secrecy
(strictly |highly )?confidential(ity)?( ~3-12)? (business|transaction) — a confidential business
(strictly |highly )?confidential(ity)?( ~3-12)? matter — confidential matter
(strictly |highly )?confidential(ity)?( ~3-12)? (relationship|proposal) — confidential relationship
(private|mutual) (business|benefit) ~4-14|business relationship — private business proposal
foreign (partner|account) — foreign partner
(bank|security) (plc|of nigeria|manager|director)|lagos|account manager — bank manager
(within|in) 24 hours|http:\/\/~0-30(secure|verify|login|account|check) — within 24 hours
`;
