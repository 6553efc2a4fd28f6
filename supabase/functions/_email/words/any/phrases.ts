/**
 * Phrases of other languages without tables of their own. How they are written:
 * `text/word_table.ts`.
 */
export const ANY_PHRASES = String.raw`
# Words that name a budget or limit what may be spent.
## budget
(nous avons|on a) prévu( ~12){0,3} \d[\d .,]{0,9} ?(€|euros)? — nous avons prévu autour de 3 000 €

# The reader is asked to do something.
## asked
pourriez-vous|pouvez-vous|merci de|veuillez — pourriez-vous m'envoyer le devis ?
s'il vous plaît — répondez-moi avant lundi, s'il vous plaît
(r?appelez|répondez|envoyez|confirmez)-(moi|nous)|(j'ai|nous avons) besoin — rappelez-moi demain
(potete|potreste|potrebbe|può|puoi)|per favore|(vi|la|ti) prego — potete mandare un tecnico?
(chiamat|rispondet|inviat|mandat|confermat)e(mi|ci) — chiamatemi oggi
(podem?|poderiam?)|(liguem?|enviem?|respondam?|confirmem?)(-me|-nos)? — liguem hoje
(kunt u|kun je|kunnen jullie)|(bel|stuur|mail) (ons|mij|me)|alstublieft|alsjeblieft — bel ons
proszę|czy (może|mogą|możesz|mogliby)|potrzebuj(ę|emy) — proszę o kontakt
prosím|prosíme|můžete|mohli byste|potřebuj(i|eme) — prosím o kontakt
(ring|kontakta|mejla) (mig|oss)|kan (du|ni)|vänligen|snälla — ring oss idag
(ring|skriv til) (meg|oss|mig|os)|kan (du|dere|i)|venligst|vennligst — ring oss i dag
(soittakaa|voitteko|voisitteko|pyydän|pyydämme|lähettäkää) — soittakaa meille
kérem|kérjük|kérném|(tudna|tudnák|tudnátok) — kérem, hívjon
vă (rog|rugăm)|(puteți|ați putea) — vă rog să mă sunați
lütfen|rica (ederim|ederiz)|(arayın|gönderin) — lütfen arayın
пожалуйста|позвоните|прошу|просим|(не )?могли бы вы — позвоните срочно
будь ласка|зателефонуйте|просимо — зателефонуйте сьогодні
παρακαλώ|μπορείτε|μπορείς|τηλεφωνήστε — παρακαλώ τηλεφωνήστε
`;
