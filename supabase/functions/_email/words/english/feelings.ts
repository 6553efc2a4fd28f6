/**
 * English words and phrases that show how the sender feels. How they are written:
 * `text/word_table.ts`.
 */
export const ENGLISH_FEELINGS = String.raw`
@disappointed = disappointed|frustrated|unhappy|upset|annoyed|angry|dissatisfied|poor|bad
@good = good|acceptable|impressed|what (i|we) (ordered|booked|paid for)
@rung = rung|called|answered|replied|came|come|turned up|apologi[sz]ed|bothered
@but = but|and|call|within|in
@impressed = impressed|amused|leaving|going to (pay|accept|wait)
@cannot = cannot|can't|could not
@work = work|job|service|experience|team|product|result|results|quality|support|news|meeting|talk
@work = time|help
@great = great|excellent|fantastic|wonderful|amazing|outstanding|superb|brilliant|delicious
@happy = happy|pleased|satisfied|impressed|grateful|delighted|glad|helpful
@perfectly = perfectly|great|flawlessly|beautifully|very well
@excellent = excellent|fantastic|wonderful|amazing|outstanding|superb|brilliant|perfect|delicious

# Anger or a threat; one of these is enough.
## strong_negative
unacceptable — this is unacceptable
(extremely|very|really|deeply|so|utterly|bitterly) @disappointed — we are very disappointed
terrible|horrible|awful|appalling|disgraceful|outrageous — the service was terrible
furious|disgusted|nightmare|ridiculous — my boss is furious
worst — the worst stay we ever had
fed up — i am fed up with the delays
waste of (time|money) — the course was a waste of time
(demand|want|expect) (a |my |an immediate )?(full )?refund — i demand a full refund
legal action|my lawyer|our lawyers? — we will take legal action
cancel (my|our|the) (contract|subscription|account) — please cancel my subscription
never (again|been so) — we will never again book with you
(done|finished|tired of) being (polite|patient) — i am done being polite
(our|my) (solicitor|lawyer|attorney)s? (takes?|will|is|are) — our solicitor will write to you

# Disappointment or worry.
## negative
(second|third|fourth) time — this is the third time i write
(expected|deserve) (better|more) — we deserve better than this
for (that|this) (price|money) — not much soup for that price
nobody said a word — the train stood and nobody said a word
not @good — the room was not good
a disgrace|let us down|quite frankly|frankly — you let us down again
(nobody|no one) (has |have )?@rung — nobody called us back
(was|were|been) (promised|told|assured) (~12' ){0,6}@but — was told friday but nobody came
make a fuss|consider it fair|so thoughtful — it was so thoughtful of you
who am i to complain|world's first — who am i to complain about the view
how (hard|difficult) can — how hard can it be to answer
(i am|i'm|we are|we're) (not|hardly) @impressed — we are not amused
where (is|are) (the|my|our) — where are our tickets?
still not (in|here|arrived) — our order is still not here
did not sleep|ruined|splinters|shards|my patience|worried — the rain ruined our holiday
worrying|afraid we will|at a loss|sick of|tired of — it is worrying how long this takes
sad(ly)? to|sorry to say|regret (to|that) — we are sorry to say goodbye
@cannot (~12' ){1,3}and (therefore|so) (cannot|can't) — i cannot enter and therefore cannot work
(must|have to) (close|shut|send (everyone|them) home) — without heat we must close the shop
(lose|loses|losing) (the|our|my|their|customers|money) — we lose customers every day
disappointed|disappointing|frustrated|frustrating|unhappy — we are frustrated with the delays
dissatisfied|annoyed|upset|angry|concerned — the neighbors are upset about the noise
complaint|complain — i want to make a complaint
(poor|bad) (service|quality|experience) — we had poor service last night
still waiting|not happy|not satisfied|let down — we are still waiting for a reply

# Praise or joy.
## positive
(absolute |you )?legends? — you absolute legends
what an? (weekend|day|evening|night|meal|party|show|treat) — what a weekend that was
spotless — the flat was spotless
(we|i)('ll| will) be back — we'll be back next summer
(much|far|so much) (clearer|better|nicer|easier) than — the new plan is much clearer than the old
made us forget — your band made us forget the rain
thank you[,!. ]{0,3}thank you — thank you, thank you for coming
saved (our|my|the|us)|a joy|well spent|kindness itself — you saved our evening
made my (day|week) — your card made my day
the best (~12' ){0,3}(ever|in years|we|i) — the best meal we ever had
worth (it|every)|hats off|so glad — it was worth every cent
such a (relief|pleasure|treat) — what you did was such a relief
over the moon|couldn't be happier|can't thank you enough — we are over the moon with the kitchen
i (love|loved|adore)|we (love|loved)|won't leave me alone — we loved the garden
spot on|first class|five stars|a gift for — your advice was spot on
(love|loved|loving) (it|the|your|how|working) — i love your new menu
@great @work — wonderful service as always
(very|really|so|extremely|more than|absolutely) @happy — we are very happy with the chairs
delighted|thrilled|impressed — we are delighted with the result
wanted to (say|send) (a (big |huge )?)?thank — i just wanted to say thank you
thank you so much for — thank you so much for the flowers
keep up the|well done|congratulations|congrats — congratulations on the new shop
(works?|working|went) @perfectly — the new pump works perfectly
(highly|would|will) recommend — i would recommend you to anyone
(was|is|were|are) @excellent — the food was excellent

# Turns praise into its opposite.
## negation
not|n't|never|no — the food was not good
~10n't — the lamp didn't work
`;
