/**
 * Words of further languages for harm, standstill, urgency and deadlines. How they are written:
 * `text/word_table.ts`.
 */
export const ANY_URGENCY = String.raw`
# Damage, danger or loss under way.
## harm
# French, Italian, Portuguese, Dutch
incendie|fuite (de gaz|d'eau)|inond(é|ée|ation)s?|blessée?s?|(panne|arrêt) totale? — fuite de gaz
incendio|fuga di gas|perdita d'acqua|allagat[oaie]|ferit[oaie]|blocco totale — c'è una fuga di gas
incêndio|fuga de gás|inundaç(ão|ões)|ferid[oa]s?|parou tudo — há uma fuga de gás
brand(t)?|gaslek|overstroming|gewond|waterlek|lekkage — er is een gaslek in de hal
# Polish, Czech, Slovak
pożar|wyciek gazu|zalan[aeiy]|rann[yai]|awaria — pożar w magazynie
požár|požiar|únik plynu|zaplaven~1-3|zraněn~0-2|havárie|havária — únik plynu ve sklepě
# Swedish, Danish, Norwegian, Finnish
brinner|gasläcka|översvämning|skadad|brænder|gaslæk|oversvømmelse — det brinner i köket
brenner|gasslekkasje|vannlekkasje|skadet|tulipalo|kaasuvuoto|vesivahinko — det brenner på lageret
# Hungarian, Romanian, Turkish
tűz van|gázszivárgás|csőtörés|megsérült — gázszivárgás van a pincében
incendiu|scurgere de gaz(e)?|inundați[ei]|rănit — este un incendiu
yangın|gaz kaçağı|su bastı|yaralı — depoda yangın var
# Russian, Ukrainian, Greek
пожар|утечка газа|затопил[оиа]|ранен|авария — пожар на складе
пожежа|витік газу|затопило|поранен|аварія — пожежа на складі
πυρκαγιά|φωτιά|διαρροή αερίου|πλημμύρα — φωτιά στην αποθήκη

# Somebody cannot go on working.
## standstill
(production|ligne|usine|chantier) (est )?(arrêtée?|bloquée?|à l'arrêt) — la production est arrêtée
ne fonctionne (plus|pas) — ne fonctionne plus
(la )?(produzione|linea) (è )?(ferma|bloccata)|non funziona|siamo fermi — la produzione è ferma
(produção|linha) (está )?parad[ao]|não funciona|estamos parados — a produção está parada
(productie|lijn) (ligt|staat) stil|werkt niet( meer)?|doet het niet — de productie ligt stil
(produkcja|linia) (stoi|stanęła)|nie działa(ją)?|nie możemy pracować — produkcja stoi
(výroba|linka) (stojí|zastavena)|nefunguje|nemůžeme pracovat|nemôžeme pracovať — výroba stojí
(produktionen|linjen) (står|har stannat|ligger nere)|fungerar inte — produktionen står
(produktionen|linjen) står stille|produksjonen står|(virker|fungerer) ikke — produksjonen står
(tuotanto|linja) (seisoo|on pysähtynyt|pysähtyi)|ei toimi — tuotanto seisoo
(a )?(termelés|gyártás|gép) (áll|leállt)|nem működik — a termelés leállt
(producția|productia|linia) (este )?(oprită|stă)|nu funcționează — producția este oprită
nu functioneaza — nu functioneaza
(üretim|hat) (durdu|duruyor)|çalışmıyor — üretim durdu
(производство|линия) (стоит|остановил[оа]сь)|не работает — производство стоит
(виробництво|лінія) (стоїть|зупинил[оа]ся)|не працює — виробництво стоїть
(η παραγωγή|η γραμμή) σταμάτησε|δεν λειτουργεί — η παραγωγή σταμάτησε

# The sender calls it urgent.
## said_urgent
(d')?urgence|urgente?s?|au plus vite|dès que possible|immédiatement|sans (délai|attendre) — urgent
urgentemente|con urgenza|al più presto|il prima possibile|subito|immediatamente — serve con urgenza
com urgência|o mais (rápido|breve) possível|imediatamente|quanto antes — preciso disto imediatamente
dringend|zo snel mogelijk|spoed|met spoed|onmiddellijk|zsm — bel mij dringend
piln[yaei]|pilnie|natychmiast|jak najszybciej — proszę o pilny kontakt
nalé?hav[ýáéě]|urgentní|co nejdříve|čo najskôr|okamžitě|ihned — prosím co nejdříve
brådskande|snarast|omgående|så snart som möjligt|akut — det är brådskande
(det )?haster|hurtigst muligt|snarest( mulig)?|så snart som mulig|omgående — det haster
kiireellinen|kiireesti|mahdollisimman pian|heti|pikaisesti — asia on kiireellinen
sürgős|sürgősen|azonnal|mielőbb — kérem, hívjon sürgősen
sürgősséggel|acil|acilen|derhal|hemen|en kısa sürede — lütfen acilen arayın
urgentă?|cât mai (repede|curând)|imediat — este urgent
срочно|срочный|немедленно|как можно (скорее|быстрее) — позвоните срочно
терміново|негайно|якнайшвидше — зателефонуйте терміново
επείγον|επειγόντως|άμεσα|αμέσως — είναι επείγον

# A deadline of about a day, told without a date.
## today
aujourd'hui|ce soir|demain|avant midi — il me le faut aujourd'hui
(entro )?oggi|stasera|(entro )?domani — mi serve entro oggi
hoje|amanhã|até (ao )?meio-dia — preciso disto hoje
vandaag|vanavond|morgen — graag vandaag nog
dzisiaj|dziś|jutro|do jutra — proszę o kontakt dzisiaj
dnes|zítra|zajtra|do zítřka — prosím ještě dnes
idag|i dag|ikväll|imorgon|i morgon|i morgen|i aften — jag behöver det idag
tänään|huomenna|huomiseen — tarvitsen sen tänään
ma|holnap|még ma — kérem, még ma
astăzi|azi|mâine|până mâine — am nevoie astăzi
bugün|yarın|bu akşam — bugün lazım
сегодня|завтра|до завтра — нужно сегодня
сьогодні|завтра — потрібно сьогодні
σήμερα|αύριο — το χρειάζομαι σήμερα

# Makes a date of its sentence a deadline.
## due
avant|d'ici|au plus tard|jusqu'(à|au) — avant vendredi, s'il vous plaît
entro|prima (di|del)|al più tardi|fino a — entro venerdì
até|antes d[eoa]|o mais tardar — até sexta-feira
voor|vóór|uiterlijk|tegen|tot — uiterlijk vrijdag
do|najpóźniej|przed|nejpozději|najneskôr — najpóźniej w piątek
senast|före|innan|til|senest|inden — senast på fredag
viimeistään|mennessä|legkésőbb|până|kadar — viimeistään perjantaina
до|не позднее|не пізніше|μέχρι — до пятницы

# The sender takes the pressure out.
## calm
(pas|rien) d'urgent|(rien ne )?presse pas|quand vous (pouvez|voulez) — il n'y a rien d'urgent
(nessuna|non c'è) fretta|con calma|quando (puoi|può) — non c'è fretta
sem pressa|não há pressa|quando puder — não há pressa
geen haast|niet dringend|wanneer (u|je) (kunt|kan) — er is geen haast
nie ma pośpiechu|ingen brådska|ingen hast|ei kiirettä|nespěchá — nie ma pośpiechu
`;
