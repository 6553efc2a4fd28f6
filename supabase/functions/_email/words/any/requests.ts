/**
 * Requests in languages without tables of their own. How they are written: `text/word_table.ts`.
 */
export const ANY_REQUESTS = String.raw`
# The reader is asked to do something.
## asked
proszę|prosimy|czy (może|mogą|możesz|mogliby)|potrzebuj(ę|emy) — proszę o kontakt
(zadzwoń|zadzwońcie|przyślij|odpisz|zapłać) — zadzwoń dziś
prosím|prosíme|můžete|mohli byste|potřebuj(i|eme)|môžete|potrebuj(em|eme) — prosím o kontakt
(zavolejte|zavolajte|príďte|pošlete|pošlite|přijeďte|ozvěte se) — zavolejte nám
(ring|kontakta|mejla|skicka|svara) (mig|oss|snarast|idag)|kan (du|ni)|vänligen|snälla — ring mig
(vi|jag) behöver|skicka (någon|hit) — vi behöver hjälp
(ring|skriv til|send|svar) (meg|oss|mig|os) — ring oss i dag
kan (du|dere|i)|venligst|vennligst|vær så snill — kan du ana
(vi|jeg) (trenger|har brug for|skal bruge)|send (nogen|noen) — vi trenger hjelp
(soittakaa|soita|voitteko|voisitteko|voitko|pyydän|pyydämme|lähettäkää|tarvitsemme) — soittakaa
kérem|kérjük|kérném|(tudna|tudnák|tudnátok)|hívjon|küldje|szükségünk van|kell — kérem, hívjon
vă (rog|rugăm)|va (rog|rugam)|(puteți|veniți|ați putea|puteti)|avem nevoie|sunați(-ne|-mă)? — vă rog
lütfen|lutfen|rica (ederim|ederiz)|(arayın|gönderin)|ihtiyacımız var — lütfen arayın
molim(o)?|pridite|dođite|možete li — molim vas
nazovite|trebamo|prosim(o)?|lahko|pokličite — pokličite nas
si us plau|veniu|podríeu|podeu|truqueu|necessitem — si us plau, truqueu
palun|helistage|saatke|lūdzu|zvaniet|prašome|prašau — palun helistage
skambinkite|atvykite|reikia|brauciet|vajame|tolong|mohon — brauciet
vinsamlegast|hringdu|hringið — vinsamlegast hringið
пожалуйста|позвоните|прошу|просим|(не )?могли бы вы|нужн[оаы]|приезжайте|пришлите — позвоните срочно
будь ласка|зателефонуйте|просимо|потрібн[аоі]|приїдьте — зателефонуйте сьогодні
моля|елате|трябва|обадете се|молим|позовите — моля, обадете се
παρακαλώ|μπορείτε|μπορείς|τηλεφωνήστε|χρειαζόμαστε — παρακαλώ τηλεφωνήστε
请|麻烦|需要|必要|필요|能否|可以.{0,6}吗|ください|お願い|いただけ|주세요|주십시오|부탁|연락 ?바랍니다 — 请尽快联系我们
من فضلك|تعالوا|يرجى|أرجو|نرجو|בבקשה|בואו|אנא — يرجى الاتصال
`;
