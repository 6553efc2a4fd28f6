/** Dutch words and phrases of greetings. How they are written: `text/word_table.ts`. */
export const DUTCH_LETTERS = String.raw`
@dag = dag|hallo|hoi|hey|beste|geachte|goedemorgen|goedemiddag|goedenavond|goedendag|lieve|heer
@dag = mevrouw

# Greets or thanks, and tells nothing of what the email is about.
## greeting
@dag( [^.?]{0,60})?[,!:]?$ — beste mevrouw ruiz,
(bedankt|dank je wel|dank u wel|dank|hartelijk dank)( (voor|namens) [^.?]{0,60})?[.!]?$ — bedankt
(ik hoop dat|hopelijk) (alles|het) (goed|gaat) — hopelijk gaat alles goed: hopelijk alles goed

# A legal notice that is the same in every email.
## disclaimer
(bericht|e-?mail|mail) (~12 ){0,5}(vertrouwelijk|vertrouwelijke) — dit bericht is vertrouwelijk
(bestemd|bedoeld) voor de (geadresseerde|ontvanger) — alleen bestemd voor de geadresseerde
(niet de (beoogde|bedoelde)|onbedoelde) (ontvanger|geadresseerde) — niet de beoogde ontvanger
(vertrouwelijke) (informatie|inhoud)|per abuis ontvangen — bevat vertrouwelijke informatie
klik niet — klik niet op links

# Begins what cannot be understood without the sentence before it.
## ^fragment
(en|maar|of|dus|dan|daarna|bovendien|daarom|anders|ook)\b — en de andere ook
(echter|bijvoorbeeld|daarentegen|trouwens|toch|desondanks)\b — toch komt hij
(in dat geval|een van (hen|die)|ten slotte)\b — in dat geval komen we dinsdag
(dit|dat|deze|die|het) (is|was|wordt|heeft|zijn)\b — dat is de tweede keer

# Stands for what the subject or another sentence names.
## pointing
hij|hem|hen|ervan|eraan|erop|ermee|erin — kunt u ervan een foto sturen
(daar|hier)(van|aan|op|mee|in|voor) — kunt u daarvan een foto sturen
(dit|deze)(?! (ochtend|middag|avond|week|maand|jaar)) — deze offerte is goed
bijgevoegde?|bijlage|hieronder|hierboven — de lijst is bijgevoegd
(de|het)zelfde|beide|allebei|opnieuw — kunt u beide sturen

# Begins what was before, why the sender writes, or that a letter is handed on.
## ^background
(\d{1,2}|een|twee|drie|enkele|paar) (dagen|weken?|maand(en)?|jaar) geleden\b — twee weken geleden
(gisteren|vorige|afgelopen|onlangs|laatst)\b — gisteren waren we daar
(ik hoop|hopelijk) [^.]{0,50}\b(fijne|mooie|leuke|goede) — ik hoop dat het fijne dagen waren
we hebben elkaar [^.]{0,80}(ontmoet|gesproken)\b — we hebben elkaar toen ontmoet
ik stuur (u|je|jullie) door (wat|de brief)\b — ik stuur u door wat hij schreef
(hier|hieronder) (is|staat|volgt) (wat|de brief)\b — hieronder staat wat onze klant schreef

# Begins what has nothing to do with the matter.
## ^by_the_way
trouwens|overigens|tussen haakjes — trouwens, gefeliciteerd

# Begins what holds only in a case.
## ^condition
(als|indien|mocht|anders)\b — als het niet van u is

# What mailings say of themselves.
## footer
afmelden|uitschrijven|privacyverklaring — hier kunt u zich afmelden
(ontvangt|krijgt) (deze|dit) — u ontvangt dit bericht als lid
in (uw|je) browser|online versie|webversie — bekijk in uw browser

# Begins what hands something over.
## ^presents
(bijgaand|hierbij|in de bijlage|hier (is|zijn))\b — bijgaand de lijst
(ik|wij|we) (stuur|sturen|zend|zenden)\b — ik stuur u de tekening

# Begins what is there for whoever wants to look.
## ^to_look
om (~20 ){0,8}te (zien|bekijken|lezen|volgen) — om uw bestelling te volgen
`;
