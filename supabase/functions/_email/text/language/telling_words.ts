/**
 * Words that people write in short emails, by language: each tells its language better than a
 * word that every text has. What two languages share tells neither, so only the likely ones are
 * listed. Words that are typed without their accents are listed so, too.
 */
export const TELLING_WORDS: Readonly<Record<string, string>> = {
  en: "the please thanks thank you your call attached invoice order could would should can't " +
    "don't isn't what's where when which who how why tomorrow today yesterday friday monday " +
    "any news got good sounds see send back free late sorry working broken again since let " +
    "know check confirm received regards hello hi dear still waiting need want asap quote " +
    "price delivery shipped issue question reply soon first last next week month everything " +
    "nothing with this that there here some been have has was were will about after before",
  de: "bitte danke dringend antworten antwort rechnung anbei melde meldung melden später kaputt " +
    "heizung könnt können könnten prüfen freundlichen grüßen grüße gruß termin verschieben " +
    "verschoben passt machen macht alles klar morgen heute gestern lieferung bestellung " +
    "angebot anfrage offen noch nicht kein keine rückmeldung rückruf anruf anrufen zurück " +
    "vielen liebe hallo guten tag schicken schick gerne geht funktioniert unterlagen vertrag " +
    "uns ihnen euch mal wieder schon bis wir ich sie haben hat sind werden wurde rufen ruf " +
    "kurz eilt zeit woche montag dienstag mittwoch donnerstag freitag störung fehler zahlung " +
    "überwiesen war niemand kam",
  es: "gracias recibido recibida llámame llamame llámeme cuándo cuando pedido funciona " +
    "impresora mando mañana acuerdo quedamos necesito necesitamos factura adjunto adjunta " +
    "vemos lunes martes miércoles jueves viernes buenos buenas días dias tardes quedo espera " +
    "usted ustedes hola saludos saludo reunión reunion presupuesto envío envíame enviar " +
    "puedes puede podemos podría llega llegó hoy ayer está estoy estamos tenemos tengo hay " +
    "favor puedas falta nosotros todavía todavia también pronto cita averiada roto ahora " +
    "oficina precio hace semanas escribo quiero vengo pago cuesta principios finales cajas",
  fr: "merci bien reçu recu bonjour bonsoir pouvez pourriez rappeler rappelez rappelle " +
    "chaudière chaudiere panne ci-joint joint jointe facture demain aujourd'hui hier lundi " +
    "mardi mercredi jeudi vendredi toujours nouvelles souci soucis marche besoin aide " +
    "rapidement réponse reponse répondre devis commande livraison cordialement salutations " +
    "urgent urgente c'est j'ai n'ai n'est je vous nous avons avez suis sommes est pas rien " +
    "voir voit tout tous d'accord très possible svp envoyer envoyez envoie rendez-vous rdv " +
    "réunion paiement problème quand combien pourquoi comment cette votre notre pour avec " +
    "sans ça était d'ici faut il",
  it: "grazie ricevuto ricevuta sentiamo domani quando arriva l'ordine ordine funziona niente " +
    "nulla allegato allegata fattura bene va chiami chiamami chiamatemi appena può puo " +
    "buongiorno buonasera tutti vediamo lunedì lunedi martedì mercoledì giovedì venerdì " +
    "venerdi nessun nessuno problema caldaia rotta rotto ringrazio ringraziamo molto saluti " +
    "cordiali gentile oggi ieri preventivo consegna pagamento risposta attesa richiesta sono " +
    "siamo abbiamo ho della delle degli nella sulla potete potrebbe vorrei vorremmo perché " +
    "perche anche ancora riunione appuntamento confermo conferma mi ci vi non ciao scusate " +
    "subito urgente possiamo vederci dopodomani alle",
  nl: "bedankt dank goed ontvangen bel bellen even terug terugbellen wanneer komt bestelling " +
    "printer doet geen probleem hoor bijgaand bijlage factuur tot morgen dan kunt kun jullie " +
    "nieuws prima doen stuur sturen graag snel antwoord groet groeten groetjes vriendelijke " +
    "vandaag gisteren maandag dinsdag woensdag donderdag vrijdag offerte levering betaling " +
    "afspraak vraag storing niet het een ik wij we u uw je jouw onze is er al nog wel zou " +
    "zouden kan heb hebben heeft alstublieft alsjeblieft spoed dringend werkt beste hallo hoi " +
    "dag weer ging kapot",
  pt: "obrigado obrigada recebido recebida quando chega pedido funciona nada segue anexo fatura " +
    "me liga ligar ligue puder bom boa dia dias todos sem problema nenhum preciso precisamos " +
    "disso hoje amanhã amanha ontem podemos falar ainda estou espera tudo certo combinado " +
    "fico aguardo segunda terça quarta quinta sexta feira vocês você voce olá ola oi " +
    "cumprimentos atenciosamente orçamento orcamento entrega reunião reuniao proposta " +
    "pagamento não nao está estamos tenho temos uma por favor gostaria podem poderia muito " +
    "gostaríamos enviar envie mandar encomenda urgência avaria até isso à ao prazo",
  sv: "leveransen kom igår två saknas också någon gärna " +
    "tack hej mottaget ringa ring mig kommer beställningen skrivaren fungerar inte ses måndag " +
    "tisdag onsdag torsdag fredag bifogar bifogat fakturan hälsningar vänliga imorgon idag " +
    "igår svar svara snarast behöver kan du ni vi jag är på och att för från när leverans " +
    "offert möte problem hjälp återkom omgående produktionen står linan maskinen trasig " +
    "brådskande",
  da: "jeres skal bruge leveringen mangler kasser nogen går " +
    "venligst os til der straks tak hej hjælpen modtaget ringe mig hvornår kommer varen ses " +
    "på mandag tirsdag onsdag torsdag fredag vedhæftet fakturaen fakturaer hilsen venlig i " +
    "dag imorgen går svar hurtigst virker ikke maskinen har brug for du jeg er og at fra nu " +
    "også noget bestilling levering tilbud møde haster gerne kunne",
  no: "leveransen esker eske også bare noen gjerne " +
    "vennligst oss det brenner straks takk hei hjelpen mottatt ringe ringer meg deg når " +
    "kommer bestillingen skriveren virker fungerer ikke mandag tirsdag onsdag torsdag fredag " +
    "vedlagt fakturaen hilsen vennlig morgen går svar snarest trenger kan du jeg og at fra nå " +
    "også noe levering tilbud møte haster gjerne produksjonen står maskinen",
  fi: "kiitos hei sain sen milloin tilaus tilauksen tulee tulostin toimi ei voitko voisitteko " +
    "soittaa soittakaa minulle meille maanantaina tiistaina keskiviikkona torstaina " +
    "perjantaina liitteenä lasku laskun terveisin ystävällisin huomenna tänään eilen vastaus " +
    "pian tarvitsen tarvitsemme kiireellinen ongelma kone tuotanto seisoo on ja en mutta",
  pl: "ile kosztuje dziękuję dziekuje dzięki otrzymałem otrzymałam proszę prosze kontakt kiedy " +
    "będzie bedzie " +
    "zamówienie działa dziala drukarka załączeniu zalaczeniu faktura fakturę pozdrawiam jutro " +
    "dzisiaj dziś wczoraj poniedziałek wtorek środa czwartek piątek odpowiedź pilne pilny " +
    "pilnie nie jest czy mogę potrzebuję potrzebujemy o w na z do się i produkcja stoi linia " +
    "dostawa oferta spotkanie dzień dobry witam cześć",
  cs: "prosíme zašlete nám fakturu dorazila chybí dvě dva také když byla byl však její " +
    "děkuji dekuji díky prosím prosim zavolejte mi kdy přijde prijde objednávka tiskárna " +
    "nefunguje faktura příloze pozdravem zítra dnes včera pondělí úterý středa čtvrtek pátek " +
    "odpověď co nejdříve výroba stojí linka kontakt potřebuji potřebujeme mám to o je není na " +
    "dodávka nabídka schůzka dobrý den ahoj jsem",
  sk: "prišla prišiel dve dva chýbajú chýba tiež keď bola bol boli však " +
    "ďakujem dakujem prosím dostal som zavolajte kedy príde objednávka tlačiareň nefunguje " +
    "prílohe pozdravom zajtra dnes včera pondelok utorok streda štvrtok piatok odpoveď čo " +
    "najskôr výroba stojí potrebujem potrebujeme potrebuje mám je nie dobrý deň ahoj prosíme " +
    "pošlite nám faktúru piatka ju ste sú ale pre alebo ktorý ktoré aby už pri zo sme bude",
  hu: "mennyibe kerül köszönöm köszönjük megkaptam mikor érkezik rendelés kérem kérjük hívjon " +
    "vissza nem " +
    "működik nyomtató melléklet számla üdvözlettel holnap ma tegnap hétfő kedd szerda " +
    "csütörtök péntek válasz sürgős szükségem a az és van termelés leállt gép szállítás " +
    "ajánlat jó napot szia",
  ro: "cât costă mulțumesc multumesc am primit când cand ajunge comanda vă va rog să sunați " +
    "sunati nu " +
    "funcționează functioneaza imprimanta atașat factura cu stimă mâine maine astăzi azi ieri " +
    "luni marți miercuri joi vineri răspuns urgent avem nevoie de este oprită producția linia " +
    "bună ziua salut",
  tr:
    "bana bize gönderin gönderir gönderebilir misiniz misin mısınız mi mı mu bu bir ve için ile " +
    "faturayı faturasını değil çok olarak sayın selamlar rica ederim hemen " +
    "teşekkürler tesekkurler aldım lütfen lutfen beni arayın yazıcı çalışmıyor sipariş ne " +
    "zaman gelecek ekte fatura saygılarımla yarın bugün dün pazartesi salı çarşamba perşembe " +
    "cuma cevap acil acilen ihtiyacım var üretim durdu makine teslimat teklif toplantı " +
    "merhaba",
  hr: "stigla stigao dvije dve dva nedostaju nedostaje ali bila bio juče takođe također " +
    "hvala primio primila sam molim nazovite kada stiže narudžba pisač ne radi prilogu račun " +
    "pozdrav sutra danas jučer ponedjeljak utorak srijeda četvrtak petak odgovor hitno treba " +
    "trebamo je nije ponuda sastanak dobar dan molimo vas nam pošaljete jer u i se koji koja " +
    "ali kao ste smo su biste na za da",
  sl: "vendar dve dva včeraj prispela prispelo manjka manjkata tudi bila bil ker " +
    "ali mi lahko pošljete poslali smo nam kdaj kje kako zakaj jaz vi ta to še že " +
    "hvala prosimo prosim pošljite nam račun petka ker ga potrebujemo in na se v da so ki pa " +
    "tudi je za lahko jutri danes včeraj ponedeljek torek sreda četrtek petek odgovor nujno " +
    "naročilo dobavo deluje lep pozdrav smo ste bi",
  lv:
    "man varat varētu nosūtīt atsūtīt rīt šodien vakar pasūtījums nestrādā kad kā kur uz no pie " +
    "lūdzu paldies rēķinu rēķins mums jo ir un no ar par līdz piektdienai nav vai kas es jūs",
  lt: "man ar galite galėtumėte atsiųsti prašau dėkoju rytoj šiandien vakar užsakymas neveikia " +
    "kada kaip kur už į iš nuo taip jau tai labas " +
    "prašome ačiū sąskaitą mums iki penktadienio nes ir yra su dėl kad jūs mes ne bet labas",
  et:
    "mulle saata saatke saaksite kas te olen on oli ole eile homme täna tänan tervitades kuidas " +
    "millal kus mis meil teil ning või aga ka veel siis palun aitäh arve meile sest ja on " +
    "ei et kui see ma me teie reedeks tere",
  ca: "però va van dues dos falten amb però també encara si us els les del al pel nostre vostre " +
    "gràcies gracies he rebut ho si us plau bon dia quan arriba comanda no funciona la " +
    "impressora adjunt factura salutacions demà avui ahir dilluns dimarts dimecres dijous " +
    "divendres resposta necessito els les amb per una és està",
  is: "takk fyrir að og ekki er það þetta við ég þú þið við vinsamlegast getur getið gætir sent " +
    "mér okkur reikninginn reikning hvenær kemur virkar mánudag þriðjudag miðvikudag fimmtudag " +
    "föstudag kveðja bestu kveðjur sæl sæll hæ vantar þarf frá með sem hefur hafa um til á morgun",
  vi: "bạn tôi có thể gửi cho không của và là được các một với này hóa đơn cảm ơn xin chào " +
    "vui lòng " +
    "khi nào chúng đã sẽ hàng ngày anh chị em để trong vào",
  id: "anda saya kami bisa bisakah tidak yang dan untuk dengan ini itu terima kasih mohon tolong " +
    "kirim kirimkan mengirim mengirimkan faktur kapan sudah belum akan ada dari kepada selamat " +
    "pagi siang hari senin selasa rabu kamis jumat besok hormat bulan di ke tagihan pesanan",
  sq: "faleminderit ju lutem mund të më një dhe është për nuk me në që nga kjo ky kur porosia " +
    "fatura faturën dërgoni dërgo përshëndetje nesër sot hënë martë mërkurë enjte premte jemi kemi",
  gl: "onte pero dúas cando unha " +
    "grazas poderíame poderiame poderían vostede unha non xa onde cando facer fai teño temos " +
    "mércores xoves venres luns outubro xaneiro xuño xullo decembro saúdos bos días moito este " +
    "ata dende hai estou estamos moi máis tamén ao polo pola cunha dunha factura",
  eu: "baina bi zen dira atzo iritsi falta " +
    "mesedez eskerrik asko kaixo agur bat eta da ez dago bidal dezakezu faktura noiz nola zer " +
    "hau hori gure zure dugu dut astelehena asteartea asteazkena osteguna ostirala bihar gaur " +
    "diezadazu arazo eskaera urriko",
  ga: "go raibh maith agat agaibh an na agus is tá níl ní ar le seo sin dom chugam leat liom cad " +
    "conas cathain sonrasc luan máirt céadaoin déardaoin aoine inniu amárach slán dia duit",
  cy:
    "diolch os gwelwch yn dda chi fi ni yr ac mae nid ydy oes gallwch allech anfon anfoneb ataf " +
    "pryd sut beth dydd llun mawrth mercher iau gwener heddiw yfory cofion shwmae helo gan ar",
  sw: "asante tafadhali habari ni na ya wa kwa hii hiyo si tuma nitumie ankara lini kesho leo " +
    "jumatatu jumanne jumatano alhamisi ijumaa karibu sana ninahitaji tunahitaji yako yangu",
  tl: "ang ng mga sa po kung hindi ito salamat kayo pwede paki kailan naman kami ko mo pero na " +
    "kahapon bukas ngayon lunes martes biyernes padala kulang walang may magandang araw",
  la: "lorem ipsum dolor amet consectetur adipiscing elit eiusmod tempor sed eget quam tincidunt",
};
