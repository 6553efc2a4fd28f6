/**
 * Words of harm, standstill, urgency and deadlines in languages without tables of their own. How
 * they are written: `text/word_table.ts`.
 */
export const ANY_URGENCY = String.raw`
# Damage, danger or loss under way.
## harm
# Polish, Czech, Slovak
pożar|pali się|wyciek gazu|zalan[aeiy]|zalało — pożar w magazynie
zalewa|pękł[ay]|rann[yai]|awaria|wypadek|w szpitalu — pękła rura
požár|požiar|hoří|horí|únik plynu|zaplaven[oáýé] — požár ve skladu
zaplavuje|praskl[ao]|zraněn(í|ý|á)?|zranen[ýá]|havárie|havária — praskla trubka
# Swedish, Danish, Norwegian, Finnish, Icelandic
brinner|rinner vatten — det brinner
vatt(en|net) (rinner|forsar)|läcker vatten|gasläcka — läcker vatten
översvämning|översvämmad|vattenläcka|skadad|skadade|på sjukhus — en skadad på sjukhus
brænder|gaslæk|oversvømmelse|vandskade|tilskadekommen|kommet til skade — det brænder på lageret
løber vand|vand løber — der løber vand ned fra loftet
brenner|gasslekkasje|vannlekkasje|oversvømt|skadet|på sykehus — det brenner på lageret
(heisen|hissen|elevatoren) (står|sitter|sidder) — heisen sitter fast
renner vann|vann (renner|lekker) — vann renner fra taket
tulipalo|palaa|kaasuvuoto|vesivahinko|loukkaantunut|sairaalassa|kviknað|gasleki — tulipalo
# Hungarian, Romanian, Turkish
tűz van|ég a|kigyulladt|gázszivárgás|csőtörés|eltört|ömlik|megsérült|kórházban|elöntötte — tűz van
incendiu|inundă|s-a spart|scurgere de gaz(e)? — apa inundă biroul
inundați[ei]|inundat[ăa]?|rănit|ranit|la spital — rănit
yangın|gaz kaçağı|su bastı|yaralı|hastanede|yanıyor — depoda yangın var
# Croatian, Slovenian, Catalan, Baltic
požar|pukl[ao]|počila|curenje plina — pukla je cijev
poplava|poplavljen[oa]?|ozlijeđen[aio]?|puščanje plina|poškodovan[aio]? — poplava
incendi|inunda|fuita de gas|inundat|inundada|ferits?|ferida — hi ha una fuita de gas
tulekahju|põleb|ujutab|užlieja|applūdina|noplūst|kebakaran — laos on tulekahju
kebanjiran|kebocoran|gaasileke|uputus|ugunsgrēks|gāzes noplūde|gaisras|dujų nuotėkis — gaisras
# Russian, Ukrainian, Bulgarian, Serbian, Greek
пожар|горит|заливает|лопнула|утечка газа|затопил[оиа]|ранен|авария|в больнице — пожар на складе
пожежа|горить|заливає|витік газу|затопило|поранен|аварія|в лікарні — пожежа на складі
изтичане на газ|спука се|теч на|наводнение|пострадал|пожар|цурење гаса|поплава — изтичане на газ
πυρκαγιά|πλημμυρίζει|φωτιά|διαρροή αερίου|πλημμύρα|τραυματί|νοσοκομείο — φωτιά στην αποθήκη
# Chinese, Japanese, Korean, Arabic, Hebrew
着火|火灾|浸水|물이 차|起火|漏气|漏水|물이 새|누수|受伤|火事|火災|ガス漏れ|水漏れ|けが|화재|불이 났|가스 누출|부상 — 仓库着火了
حريق|يغمر|تسرب غاز|تسرب الغاز|مصاب|فيضان|שריפה|דליפת גז|הצפה|מציפים|פצוע — يوجد حريق في المخزن

# Somebody cannot go on working.
## standstill
(produkcja|linia|maszyna)( ~14){0,2} (stoi|stanęła|stoją) — linia produkcyjna stoi
nie działa(ją)?|nie możemy pracować — nie działa
(výroba|linka|výrobná linka) (stojí|stoji|zastavena) — výroba stojí
nefunguje|nemůžeme pracovat|nemôžeme pracovať — nefunguje
(produktionen|linjen|maskinen) (står|har stannat|ligger nere) — produktionen står
produktionslinje(n)? (står|har stannat) — vår produktionslinje står still
fungerar inte|kan inte arbeta — fungerar inte
(produktionen|linjen|produktionslinje(n)?) (har )?(står|ligger|stået) stille — linjen står stille
produksjonen står|(virker|fungerer) ikke — produksjonen står
kan ikke (arbejde|jobbe|levere|åbne) — vi kan ikke arbejde
(tuotanto(linja)?(mme)?|linja|kone) (seisoo|on seisonut|on pysähtynyt|pysähtyi) — linja seisoo
ei toimi|emme voi työskennellä — ei toimi
(termelés|gyártás|gép|gyártósor)(ünk|unk)?( ~10){0,2} (áll|leállt) — gyártósorunk reggel óta áll
nem működik|nem tudunk dolgozni — nem működik
(producția|productia|linia)( ~12){0,3} (este )?(oprită|oprita|stă) — linia noastră este oprită
nu funcționează|nu merge — nu merge
nu functioneaza|nu putem lucra — nu functioneaza
(üretim|hat|makine)( ~14){0,3} (durdu|duruyor) — üretim hattımız durdu
çalışmıyor|çalışamıyoruz — makine çalışmıyor
(proizvodnja|linija) (stoji|stala|je stala)|ne radi|ne deluje|ne dela — proizvodnja stoji
(la producció|la línia) (està )?aturada|no funciona — la producció està aturada
(tootmine seisab|ei tööta|ražošana stāv|nedarbojas|gamyba sustojo|neveikia) — tootmine seisab
(производство|линия|станок) (стоит|остановил[оа]сь|остановился) — производство стоит
не работает|не можем работать — не работает
(виробництво|лінія) (стоїть|зупинил[оа]ся)|не працює|не можемо працювати — виробництво стоїть
(производството|линията) (спря|е спряло)|не работи|производња стоји|не ради — производството спря
(η παραγωγή|η γραμμή) σταμάτησε|(έχει|έχουν) σταματήσει — η παραγωγή σταμάτησε
δεν λειτουργεί|δεν δουλεύει — η γραμμή δεν λειτουργεί
停产|停工|停机|无法工作|不能工作|生产线停|止まって|停止して|動かない|動きません|멈췄|중단|작동하지 않 — 生产线停了
توقف الإنتاج|لا يعمل|لا تعمل|متوقف|הייצור נעצר|לא עובד — توقف الإنتاج

# The sender calls it urgent.
## said_urgent
piln[yaei]|pilnie|natychmiast|jak najszybciej|niezwłocznie — proszę o pilny kontakt
nal[eé]hav[ýáéě]|urgentní|co nejdříve|co nejrychleji|čo najskôr|okamžitě|okamžite|ihned — nalehavý
omedelbart|genast — skicka någon omedelbart
brådskande|snarast( möjligt)?|omgående|så snart som möjligt|akut — det är brådskande
med det samme|med en gang — send nogen med det samme
(det )?haster|hurtigst muligt|snarest( mulig)? — det haster
så snart som mulig|omgående|straks|øyeblikkelig — så snart som mulig
kiireellinen|kiireesti|kiire|mahdollisimman pian|heti|pikaisesti|välittömästi — asia on kiireellinen
sürgős|sürgősen|azonnal|mielőbb|minél előbb — kérem, hívjon sürgősen
acil|acilen|derhal|hemen|en kısa sürede|ivedi — lütfen acilen arayın
urgentă?|cât mai (repede|curând)|cat mai (repede|curand)|imediat|de urgență — este urgent
hitno|što prije|odmah|čim prej|takoj|nujno — molim hitno nazovite
urgent|urgentment|com més aviat millor|immediatament — truqueu com més aviat millor
kiireloomuline|kohe|tūlīt|segera|secepatnya — tulge kohe
steidzami|nekavējoties|skubiai|nedelsiant|brýnt|strax — steidzami zvaniet
срочно|срочный|срочная|немедленно|как можно (скорее|быстрее) — позвоните срочно
терміново|термінов|негайно|якнайшвидше — зателефонуйте терміново
спешно|незабавно|хитно|одмах — спешно е
επείγον|επειγόντως|άμεσα|αμέσως|επείγει — είναι επείγον
紧急|緊急|尽快|盡快|立即|立刻|马上|至急|早急|今すぐ|긴급|급합니다|시급|즉시|빨리|최대한 빨리 — 请尽快联系我们
عاجل|عاجلة|عاجلا|فورا|فوراً|بأسرع وقت|דחוף|בדחיפות|מיד — الأمر عاجل

# A deadline of about a day, told without a date.
## today
dzisiaj|dziś|jutro|do jutra — proszę o kontakt dzisiaj
dnes|dneska|zítra|zajtra|do zítřka — prosím ještě dnes
idag|i dag|ikväll|imorgon|i morgon|i morgen|imorgen|i aften|i kveld — jag behöver det idag
tänään|huomenna|huomiseen — tarvitsen sen tänään
ma|holnap|holnapig|délig|még ma — kérem, még ma
astăzi|azi|mâine|până mâine|maine|astazi — am nevoie astăzi
bugün|yarın|yarına|bu akşam — bugün lazım
danas|sutra|do sutra|danes|jutri — trebamo danas
avui|demà|aquesta tarda — ho necessitem avui
täna|homme|homseks|šodien|rīt|šiandien|rytoj|rytojaus|hari ini|besok — täna
сегодня|завтра|до завтра — нужно сегодня
сьогодні|завтра|днес|утре|данас|сутра — потрібно сьогодні
σήμερα|αύριο|απόψε — το χρειάζομαι σήμερα
今天|明天|今日|明日|今日中|本日|오늘|내일 — 今天需要
اليوم|غدا|غداً|היום|מחר — اليوم

# Makes a date of its sentence a deadline.
## due
do|najpóźniej|przed|nejpozději|najneskôr|termin — najpóźniej w piątek
senast|före|innan|til|senest|inden|innen|før|fristen — senast på fredag
viimeistään|mennessä|ennen|legkésőbb|határidő|până|pana|kadar|en geç — viimeistään perjantaina
najkasnije|prije|najpozneje|abans (de|del)|com a molt tard — najkasnije u petak
до|не позднее|не пізніше|срок|термін|μέχρι|προθεσμία|най-късно — до пятницы
之前|以前|截止|までに|期限|까지|قبل|حتى|עד|לפני — 请在周五之前

# The sender's last word before a consequence.
## last_warning
ostateczne (wezwanie|przypomnienie)|(poslední|posledná) (upomínka|výzva) — ostateczne wezwanie
(sista|siste|sidste|viimeinen) (påminnelse|betalningspåminnelse) — sista påminnelse
(sista|siste|sidste|viimeinen) (varsel|rykker|muistutus) — sista varsel
utols[oó] (felszólítás|figyelmeztetés) — utolsó felszólítás
ultim(a|ul) (somație|avertisment)|son (uyarı|ihtar) — ultima somație
последнее (предупреждение|напоминание)|останнє (попередження|нагадування) — последнее предупреждение
最后通知|最終通告|最後の警告|최종 통보|إنذار أخير — 最后通知

# The sender takes the pressure out.
## calm
nie ma pośpiechu|bez pośpiechu|ingen brådska|ingen hast|ingen stress|ei kiirettä — nie ma pośpiechu
nespěchá|není to urgentní|nie je to súrne|hastar inte|haster ikke|det haster ikke — není to urgentní
nem sürgős|nu e(ste)? urgent|nu e grab[ăa] — nem sürgős
acele(si)? (yok|etmeyin)|nije hitno|no corre pressa — acele yok ana
не срочно|несрочно|не спешите|не терміново|не є спешно|δεν (είναι επείγον|βιάζομαι) — не срочно
不急|不着急|急ぎではありません|급하지 않|ليس عاجلا — 不急
`;
