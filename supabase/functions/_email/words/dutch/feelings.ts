/**
 * Dutch words and phrases that show how the sender feels. How they are written:
 * `text/word_table.ts`.
 */
export const DUTCH_FEELINGS = String.raw`
@boos = boos|teleurgesteld|ontevreden|kwaad|geïrriteerd|gefrustreerd|ontstemd|verbolgen
@blij = blij|tevreden|gelukkig|enthousiast|dankbaar|content|onder de indruk|trots|mooi|lekker|fijn
@heel = heel|erg|zeer|echt|bijzonder|ontzettend|enorm|zwaar|diep|super|ontzettend

# Anger or a threat; one of these is enough.
## strong_negative
onacceptabel|onaanvaardbaar|schandalig|belachelijk|onbeschoft|waardeloos|ongehoord — onacceptabel
(een|wat een|is een) (schande|aanfluiting|ramp|blamage|drama|puinhoop|grap) — dit is een schande
@heel @boos — wij zijn zeer teleurgesteld
(helemaal |echt |goed |meer dan |hier echt )?(klaar|beu|zat) (mee|met) — klaar mee contract
spuugzat|(ben|zijn) het (beu|zat) — ik ben het beu
(ik|wij) (eis|eisen)|advocaat|juridische stappen|ingebrekestelling|aangifte|rechtbank — ik eis
nooit (meer|weer)|de slechtste|beneden alle peil|het ergste — beneden alle peil

# Disappointment or worry.
## negative
@boos|teleurstelling|teleurstellend|ergernis|ergerlijk|irritant — ik ben teleurgesteld
helaas (al|weer|nog|wederom|opnieuw|niet|niemand|geen) — helaas weer geen antwoord
(tweede|derde|vierde|zoveelste) (keer|maal) — het is de derde keer
(alweer|wederom|nog steeds (niet|geen|niets)|weer eens|opnieuw (niet|geen)) — alweer
(bezorgd|ongerust|zorgen|geduld|klacht|klachten|klagen|moe van) — ik maak me zorgen
(jammer (dat|genoeg)|onprofessioneel|slordig) — jammer dat contract
(valt tegen|viel tegen|slechte (service|ervaring)) — dat valt tegen

# Praise or joy.
## positive
@heel @blij( mee| met| over)? — we zijn heel blij
(complimenten|compliment|petje af|gefeliciteerd) — complimenten voor het team
(proficiat|chapeau|hulde|bravo|top gedaan) — proficiat
(geweldig|fantastisch|prachtig|heerlijk|uitstekend|perfect|schitterend|super|subliem) — geweldig
(fantastische|geweldige|prachtige|heerlijke) ~3-14 — een heerlijke avond
(uitstekende|prima|lekkerste|mooiste|beste) ~3-14 — uitstekende morgen
(hartelijk|heel erg|ontzettend|enorm|duizendmaal|super) (dank|bedankt) — heel erg bedankt
(wat is het mooi|mooi geworden) — wat is het mooi
(beter dan (verwacht|gedacht)|genoten|een plezier|een genot) — we hebben genoten
(raad|raden|beveel|bevelen) (~8 ){0,3}aan|aanbevelen|aanraden — ik raad jullie aan
(jullie|u|je) (hebt|heb|hebben) (~12 ){0,3}gered — jullie hebben onze avond gered

# Turns praise into its opposite.
## negation
niet|geen|nooit|niemand|zonder|weinig|allesbehalve — het eten was niet geweldig
`;
