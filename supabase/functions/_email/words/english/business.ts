/**
 * English words and phrases that show budgets, deadlines, decisions and offers of business. How
 * they are written: `text/word_table.ts`.
 */
export const ENGLISH_BUSINESS = String.raw`
@spend = spend|invest|willing to pay|can afford|price range|set aside|put aside|allocated|earmarked
@spend = have put
@must = must|has to|have to|needs to|should|can|cannot|can't|want to|like to
@stay = stay|keep|be|come in|remain|exceed|go
@under = under|below|within|over|above|beyond
@no = no more than|not more than|at most|a ceiling of|a limit of|maximum of
@pay = pay|stretch to|go (up )?to|spend
@would = 'd| would| could| can|'ll| will
@monday = monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april
@monday = june|july|august|september|october|november|december|week|month|quarter|year|q[1-4]
@monday = summer|autumn|spring|winter|christmas|easter
@by = by|before|until|no later than|starting|from|in|on|end of|beginning of|early|late|mid
@today = today|tomorrow|noon|eod|may|\d{1,2}(st|nd|rd|th)?( (of )?~3-9)?
@two = \d{1,3}|two|three|four|five|six|a few|a couple of
@ceo = ceo|cfo|cto|coo|founder|co-founder|owner|managing director|managing partner|president
@ceo = head of ~2-15|vp|vice president|director( of ~2-15)?|purchasing manager|procurement manager
@ceo = decision[- ]maker|boss|board|trustees|governors|committee|council|landlord|partner|husband
@ceo = wife|chair(man|woman)?|treasurer|bursar|headteacher|head teacher|management|manager
@ceo = finance (team|department|director)
@approves = approves?|approved|decides?|signs?( it| this| them)?( off)?|signed off
@approves = has the (last|final) (word|say)|makes the (call|decision)|gives? the go-ahead
@approves = has to agree|must agree|will (decide|approve|sign)|wants? to (decide|approve|sign)
@approves = needs to (approve|sign|agree)
@and = ,? [\p{L}' ,]{0,30}? @approves|(?=[,.]? (and|who|so|i|we|wants|asked))
@cfo = ceo|cfo|cto|coo|founder|co-founder|owner|managing director|managing partner|president
@cfo = decision[- ]maker
@alone = alone |together |both |will |can |have to |must |may 
@we = i|we|you|he|she|they
@decision = decision|choice|selection|call|final say|last word
@is = is|rests with|lies with|sits with|belongs to
@final = final (decision|say)|last word|sign (it |this |that |them )?off|authori[sz]e
@final = approve (it|this|the|up)
@can = can |will |may |make the |take the |have the |get the 
@decide = decide|authori[sz]e|approve|sign
@approved = approved|signed off|cleared|signed|agreed
@goes = goes?|go|up|refer(red)?|has to go|needs to go|take (it|this)
@approval = approval|sign-off|signature|blessing|consent|go-ahead
@product = product|service|offer|system|solution|package|catering|panels?
@buying = buying|purchasing|ordering|hiring|your (@product)s?|working with you
@buying = a (demo|quote|trial|subscription|partnership)|partnering|switching|upgrading|expanding
@buying = installing
@interested = interested in|considering|looking (at|into)|planning
@supplier = supplier|vendor|partner|provider|installer|contractor|agency|caterer|lawyer|law firm
@supplier = counsel|distributor|reseller|solution
@quote = quote|quotation|proposal|estimate|price list|pricing|offer
@send = send|provide|give|get|have|prepare|like|need|request|want
@order = order|buy|purchase|hire|book|engage|retain|become a (customer|partner|reseller)
@opportunit = opportunit(y|ies)|agreement|proposal|programme|program
@partnership = partnership|collaboration|cooperation|joint
@explore = explore|discuss|propose|proposing|suggest
@contract = contract|subscription|plan|order|licen[cs]es?|agreement

# Words that name a budget or limit what may be spent.
## budget
budgets? — our budget for the year is small
budgeted — we have budgeted for two new doors
@spend( ~12'){0,4} ([€$£]|\d) — we have set aside 9,000 euros
@must( ~12'){0,3} @stay( ~12'){0,2} @under ?([€$£] ?)?\d[\d.,]{0,9}k? — we must stay under €3k
@no ?([€$£] ?)?\d[\d.,]{0,9}k? — at most €28 a head
(i|we)@would( ~10){0,2} @pay( ~10'){0,2} ?[€$£] ?\d[\d.,]{0,9}k? — i'd pay £85 for each extra hour
(no|not much|little|tight on) (money|funds|funding)( ~10){0,2} — there is no money left this year
funding (of|for)|grant of — we have a grant of 5,000 euros

# Words that name a deadline or a time frame.
## timeline
deadline|timeline|time ?frame|go[- ]live|target date — our target go-live is in june
due date|roll ?out (in|by) — the due date is 3 may
@by[ -](the )?(end of (the )?)?(next |this )?@monday — by the end of next week
(next|this|within the) (week|month|quarter|year) — we decide this quarter
(by|before|until|due) @today — we need it before noon
(within|in) (the next )?@two (hours|days|weeks|months) — please answer within 24 hours

# Words that say who decides, signs or approves.
## decides
(as|i'm|i am|our|my)( the| a)? @ceo@and — as the managing director, i sign the contracts
(as|i'm|i am|our)( the| a)? @cfo — our cfo is lorna quist
decision[- ]makers? — she is the decision maker
(the |our |my )?@ceo (~10 ){0,2}@approves — the governors approve it on 18 may
@we @alone?decide(?! (to|otherwise|differently)) — i can decide this on my own
@decision( on ~2-15)? @is (mine|me|us|ours|our|my|the|him|her) — the decision is mine
(i|we) @can?@final — i have the final say
can @decide( (it|this|that|remote|the|off))? — i can authorise it today
@approved by (the |our |my )?@ceo — the plan was approved by our board
@goes (to|past|by|before) (the |our |my )?@ceo — it goes to our cfo on friday
@approval (of|from|by) (the |our |my )?~3-15 — we need the approval of the owner

# Words that offer business.
## opportunity
@interested (~15 ){0,3}@buying — we are interested in buying your system
(looking for|in need of|searching for) (an? )?(~15 ){0,3}@supplier — looking for a supplier
@send( ~12){0,3} @quote — please send me a quote
(quote|quotation|pricing|estimate) for — i need a quote for 200 chairs
(place|placing) (an?|our|the) (~12 ){0,2}orders? — we want to place an order
(would|i'd|we'd) like to @order — we would like to order ten units
request for proposals?|rfp|rfq — please see our request for proposal
(partnership|joint venture|reseller|distribution) @opportunit — a partnership opportunity
@explore (a |an |the )?(~12 ){0,2}@partnership — let's discuss a possible cooperation
(renew|extend|expand|upgrade) (our|the) @contract — we want to renew our contract
`;
