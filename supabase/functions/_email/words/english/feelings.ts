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
unacceptable — unacceptable
(extremely|very|really|deeply|so|utterly|bitterly) @disappointed — extremely disappointed
terrible|horrible|awful|appalling|disgraceful|outrageous — the terrible jokes
furious|disgusted|nightmare|ridiculous — furious
worst — worst
fed up — fed up with plastic
waste of (time|money) — waste of time
(demand|want|expect) (a |my |an immediate )?(full )?refund — demand refund
legal action|my lawyer|our lawyers? — legal action
cancel (my|our|the) (contract|subscription|account) — cancel my contract
never (again|been so) — never again
(done|finished|tired of) being (polite|patient) — done being polite
(our|my) (solicitor|lawyer|attorney)s? (takes?|will|is|are) — our solicitor takes over

# Disappointment or worry.
## negative
(second|third|fourth) time — third time i write and
(expected|deserve) (better|more) — expected better
for (that|this) (price|money) — for that price
nobody said a word — nobody said a word
not @good — not good
a disgrace|let us down|quite frankly|frankly — let us down and the
(nobody|no one) (has |have )?@rung — nobody came and nobody
(was|were|been) (promised|told|assured) (~12' ){0,6}@but — was promised a call back in ten
make a fuss|consider it fair|so thoughtful — so thoughtful of you to
who am i to complain|world's first — who am i to complain about value
how (hard|difficult) can — how hard can
(i am|i'm|we are|we're) (not|hardly) @impressed — i am not leaving my desk
where (is|are) (the|my|our) — where are the funds?
still not (in|here|arrived) — still not in our client
did not sleep|ruined|splinters|shards|my patience|worried — did not sleep for more than
worrying|afraid we will|at a loss|sick of|tired of — worrying
sad(ly)? to|sorry to say|regret (to|that) — sad to
@cannot (~12' ){1,3}and (therefore|so) (cannot|can't) — cannot new and therefore cannot
(must|have to) (close|shut|send (everyone|them) home) — must close, by law, and
(lose|loses|losing) (the|our|my|their|customers|money) — lose the house and
disappointed|disappointing|frustrated|frustrating|unhappy — disappointed
dissatisfied|annoyed|upset|angry|concerned — all concerned
complaint|complain — complaint high negative
(poor|bad) (service|quality|experience) — poor service
still waiting|not happy|not satisfied|let down — not happy with the

# Praise or joy.
## positive
(absolute |you )?legends? — you absolute legends
what an? (weekend|day|evening|night|meal|party|show|treat) — what a weekend
spotless — spotless
(we|i)('ll| will) be back — we'll be back
(much|far|so much) (clearer|better|nicer|easier) than — much clearer than
made us forget — made us forget
thank you[,!. ]{0,3}thank you — thank you thank you
saved (our|my|the|us)|a joy|well spent|kindness itself — well spent, and i have
made my (day|week) — made my day
the best (~12' ){0,3}(ever|in years|we|i) — the best thing i heard all
worth (it|every)|hats off|so glad — is worth it
such a (relief|pleasure|treat) — such a relief
over the moon|couldn't be happier|can't thank you enough — over the moon
i (love|loved|adore)|we (love|loved)|won't leave me alone — won't leave me alone
spot on|first class|five stars|a gift for — a gift for making shy
(love|loved|loving) (it|the|your|how|working) — love it
@great @work — wonderful service as always
(very|really|so|extremely|more than|absolutely) @happy — very happy
delighted|thrilled|impressed — delighted that two kegs
wanted to (say|send) (a (big |huge )?)?thank — wanted to say thank you for this
thank you so much for — thank you so much for
keep up the|well done|congratulations|congrats — congratulations on shipping
(works?|working|went) @perfectly — work perfectly
(highly|would|will) recommend — highly recommend
(was|is|were|are) @excellent — was excellent

# Turns praise into its opposite.
## negation
not|n't|never|no — no se corrige, buscaré
~10n't — didn't: ninety minutes
`;
