/**
 * Requests in languages without tables of their own. How they are written: `text/word_table.ts`.
 */
export const ANY_REQUESTS = String.raw`
# The reader is asked to do something.
## asked
proszę|prosimy|czy (może|mogą|możesz|mogliby)|potrzebuj(ę|emy) — proszę o kontakt
(zadzwoń|zadzwońcie|przyślij|odpisz|zapłać) — zadzwoń dziś
prosím|prosíme|můžete|mohli byste|potřebuj(i|eme)|môžete|potrebuj(em|eme) — prosím o kontakt
(zavolejte|zavolajte|pošlete|pošlite|přijeďte|ozvěte se) — zavolejte nám
(ring|kontakta|mejla|skicka|svara) (mig|oss|snarast|idag)|kan (du|ni)|vänligen|snälla — ring mig
(vi|jag) behöver|skicka (någon|hit) — vi behöver hjälp
(ring|skriv til|send|svar) (meg|oss|mig|os) — ring oss i dag
kan (du|dere|i)|venligst|vennligst|vær så snill — kan du ana
(vi|jeg) (trenger|har brug for)|send (nogen|noen) — vi trenger hjelp
(soittakaa|soita|voitteko|voisitteko|voitko|pyydän|pyydämme|lähettäkää|tarvitsemme) — soittakaa
kérem|kérjük|kérném|(tudna|tudnák|tudnátok)|hívjon|küldje|szükségünk van — kérem, hívjon
vă (rog|rugăm)|va (rog|rugam)|(puteți|ați putea|puteti)|avem nevoie|sunați(-ne|-mă)? — vă rog
lütfen|lutfen|rica (ederim|ederiz)|(arayın|gönderin)|ihtiyacımız var — lütfen arayın
molim(o)?|možete li|nazovite|trebamo|prosim(o)?|lahko|pokličite — molim vas da nazovete
si us plau|podríeu|podeu|truqueu|necessitem — si us plau, truqueu
(palun|helistage|saatke|lūdzu|zvaniet|prašome|prašau|skambinkite) — palun helistage
vinsamlegast|hringdu|hringið — vinsamlegast hringið
пожалуйста|позвоните|прошу|просим|(не )?могли бы вы|нам нужно|пришлите — позвоните срочно
будь ласка|зателефонуйте|просимо|нам потрібн — зателефонуйте сьогодні
моля|обадете се|молим|позовите — моля, обадете се
παρακαλώ|μπορείτε|μπορείς|τηλεφωνήστε|χρειαζόμαστε — παρακαλώ τηλεφωνήστε
请|麻烦|能否|可以.{0,6}吗|ください|お願い|いただけ|주세요|주십시오|부탁|연락 ?바랍니다 — 请尽快联系我们
من فضلك|يرجى|أرجو|نرجو|בבקשה|אנא — يرجى الاتصال
`;
