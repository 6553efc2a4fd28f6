import type { Field } from "../../english/model/fields.ts";

/** The same fields in German. */
export const GERMAN_FIELDS: Readonly<Record<Field, string>> = {
  greet: "hallo liebe lieber guten moin servus sehr geehrte geehrter tag morgen grüezi",
  thank: "danke dank vielen herzlichen bedank* dankbar dankeschön",
  please: "bitte bitten freundlicherweise",
  may: "kann können könnten könnte könnt kannst könntest würden würde würdest darf dürfen " +
    "soll sollen sollte",
  want: "möchte* brauch* benötig* hätte hätten suchen suche wollen will wünsch* interess* " +
    "überlegen bräuchte* gern gerne lieber hoffe",
  buy: "kauf* bestell* preis* kosten kostet kostenvoranschlag rabatt lager lieferbar " +
    "lieferzeit stück muster katalog menge anfrage anfragen angebot verfügbar mieten " +
    "stückpreis quadratmeter liter meter kilo bedarf staffel* personen einkauf* beschaff* " +
    "beziehen beauftrag* ausschreib* lieferungen lieferant* vorrat sortiment katalog* " +
    "palette kartons säcke tonne größen bestellung*",
  sell: "biete* angebot angebote vorschlag* vorschlagen festpreis gültig vertrag konditionen " +
    "pauschal* netto brutto enthalten inklusive leistung* rate raten anzahlung laufzeit " +
    "unverbindlich unterschr* entwurf mehrwertsteuer skonto anbieten unterbreit* " +
    "kostenvor* paket* zuschlag zuzüglich vertrags* verlängerung* verlänger* jährlich " +
    "monatlich gebühr* unterschrieben",
  pitch: "kunden unternehmen betriebe lösung* plattform sparen spart steigern mehr umsatz demo " +
    "testphase gestoßen website webseite",
  meet: "treffen termin* besprech* besuch* telefonat telefonieren vorbeikommen vorbei " +
    "verschieb* kaffee besichtig* gespräch zusammensetzen setzen kommen komme anschauen " +
    "ansehen rundgang sprechen absprache sitzung* video rückruf workshop* seminar* " +
    "schulung* beratung*",
  suit: "passt passen würde ginge geht zeit frei lieber alternativ früher später ausweichen " +
    "möglich",
  day: "montag dienstag mittwoch donnerstag freitag samstag sonntag heute morgen übermorgen " +
    "woche wochenende kw monat vormittag nachmittag abend mittag früh",
  clock: "uhr halb viertel stunde stunden minuten",
  broken: "kaputt defekt* fehler* störung* abgestürzt stürzt absturz hängt eingefroren leck* " +
    "klemmt blockiert gesperrt ausgefallen fällt piept blinkt flackert offline geht funktionier* " +
    "startet lädt reagiert bleibt schwarz stehen steht klappert wackelt quietscht rutscht " +
    "springt reißt tropft zieht rausgesprungen verweigert kaputte* kaputtgeg* ausfall* ausfällt " +
    "ausgefall* spinnt streikt hakt hakelt ruckelt stockt stottert eiert zittert vibriert brummt " +
    "surrt quietsch* knarrt knarzt knackt kratzt schleift rattert scheppert dröhnt pfeift zischt " +
    "kreischt ausläuft tröpfelt rinnt überhitzt überlastet durchgebrannt durchbrennt geplatzt " +
    "platzt zerbricht abgebroch* abbricht gerissen reißen verklemmt festgefahren festsitzt " +
    "hängengeblie* stürzte abstürz* friert lahm träge verzögert unterbroch* unterbricht " +
    "unterbrech* abgebrochen aussetz* kurzschluss stromausfall fehlgeschlag* fehlschlägt " +
    "scheitert gescheitert ungültig abgelaufen lehnt verweiger* überschrieben verrutscht " +
    "verzerrt unscharf verschwommen unerreichbar unzugänglich ausgesperrt sperrt " +
    "stillsteh* erlischt flackern blink* leck",
  device: "anmeld* login passwort konto bildschirm app software update version browser drucker " +
    "scanner router wlan server anzeige display taste menü einstellung* maschine heizung sensor " +
    "pumpe kasse terminal gerät system portal datei export firmware kabel akku batterie " +
    "steuerung anlage waschmaschin* spülmaschine* geschirrspül* trockner kühlschrank* gefrier* " +
    "kühltruhe kühlraum kühlhaus kühlung ofen backofen herd kochfeld mikrowelle kaffeemaschi* " +
    "wasserkocher toaster grill fritteuse dunstabzug* heizkörper heizungs* therme wärmepumpe* " +
    "klimaanlage* lüftung* lüfter kompressor* generator* aggregat* wechselrichter photovoltaik* " +
    "zähler ventil* hahn wasserhahn armatur* wc spülkasten waschbecken dusche* badewanne " +
    "abfluss* rohr rohre leitung leitungen dachrinne rinne decke wände scheibe türen haustür " +
    "türklinke klingel schlösser scharnier* garagentor rolltor rollladen rolladen jalousie* " +
    "markise* zaun aufzug aufzüge fahrstuhl rolltreppe treppe* geländer rampe lampe* leuchte* " +
    "beleuchtung glühbirne steckdose* stecker schalter sicherung* elektrik transponder schranke " +
    "alarmanlage rauchmelder* beamer projektor monitor* tastatur maus headset mikrofon* " +
    "lautsprecher webcam ladegerät* rechner laptop* notebook* pc tablet* smartphone* kopierer* " +
    "fax patrone* festplatte speicher netzwerk* firewall backup* modul* schnittstell* skript " +
    "cloud postfach mailbox zugänge passwörter kennwort* shop link formular button anlagen",
  help: "hilfe helfen hilft wie erklären anleitung schritt weiterhelfen unterstütz* lösen " +
    "beheben",
  harm: "brand brennt rauch gas gasgeruch wasser gefahr gefährlich verletzt krankenhaus " +
    "rohrbruch überschwemm* notfall funken notarzt keller evakuier* flamme* qualm* raucht " +
    "rauchentwicklung brandgefahr brandgeruch brände verbrenn* verbrann* verbrüh* stromschlag " +
    "dämpfe giftig* vergift* kohlenmonoxid chemikalie* auslauf* ausgelauf* verseucht infiz* " +
    "ansteck* asbest schimmel risiken riskant unsicher unfäll* zusammenstoß kollision prellung* " +
    "bewusstlos ohnmacht ohnmächtig schwindel* übelkeit erbroch* erbrech* fieber* ausschlag " +
    "schwellung geschwollen wehgetan verstaucht erstick* anfall asthma* allerg* erkrank* " +
    "durchfall atemnot symptom* rettungs* sanitäter* feuerwehr* diebe vandal* drohung* beläst* " +
    "mobbing gemobbt sturz stolper* unwetter hochwasser erdrutsch unfälle belästigung*",
  lack: "nicht kein keine keinen keiner keinem nie niemand nichts ohne fehlt fehlen fehlte " +
    "verloren verspätet falsch leer weder kaum wieder noch immer erneut bislang bisher angeblich " +
    "ständig leider seit statt obwohl doppelt vergeblich mehrfach dreimal mangelt mangelnd* " +
    "fehlend* fehlten fehlmenge fehllieferung falschlieferung abwesend abwesenheit unvollständi* " +
    "lückenhaft unzureichend ungenügend unbeantwortet unbearbeitet unerledigt ungelöst ungeklärt " +
    "unbesetzt unterbesetzt ungeöffnet ungelesen unzustellbar unpünktlich verspätung* verzög* " +
    "verspätet* verschlafen versäumt* verschollen verlegt vergriffen ausverkauft rückstand " +
    "rückständ* zuviel doppelte* viermal dreifach mehrmals wiederholt selten keines falscher " +
    "vertauscht verwechs* irrtümlich fälschlich* ungenau verfrüht verzögert verzögerung* " +
    "rückstände",
  damage: "beschädigt gerissen riss risse zerkratzt kratzer verbeult verschimmelt schimmel kalt " +
    "schmutzig dreckig fleck* schief krumm zerbrochen gebrochen verdorben nass undicht kaputt " +
    "stinkt locker verbogen rost* verzogen verstopft abgebrochen riecht bröckelt feucht " +
    "schimmlig beschädig* schäden zerkratz* zerbroch* zersplittert splitter gesprungen " +
    "gesplittert eingerissen zerrissen reißt aufgerissen aufgeplatzt geplatzt zerdrückt " +
    "zerquetscht gequetscht delle* beule* verbeul* zerknittert verdreht deformiert gewölbt " +
    "geschwollen abgenutzt verblasst verfärbt angelaufen verrostet morsch verfault muffig " +
    "abgelaufen verwelkt matschig angebrannt verkohlt lauwarm aufgetaut geschmolzen durchnässt " +
    "nasse nassen feuchte feuchtigkeit verschmutz* verdreckt staubig fettig schmierig klebrig " +
    "blättert",
  bad: "schlimm* schrecklich unverschämt frech frechheit schlecht* lächerlich zumutung " +
    "unzumutbar enttäusch* ärger* verärgert wütend genervt satt unzufrieden geduld " +
    "ausrede* entschuldig* unmöglich katastrophe sauer vertröst* peinlich reicht miserab* " +
    "mies* grauenhaft grauenvoll fürchterlich entsetz* katastroph* desaster fiasko " +
    "albtraum alptraum chaotisch schlamperei schlampig pfusch* nachlässig schludrig " +
    "stümper* dilettant* unprofessionell inkompetent* unfähig ungenügend unzureichend " +
    "mangelhaft minderwertig unbefriedigend unfreundlich* unhöflich* patzig pampig " +
    "arrogant herablassend überheblich respektlos* aggressiv angeschrien geschrien brüll* " +
    "beleidig* beschimpf* ignorier* hingehalten hinhalten belogen getäuscht abzocke " +
    "wucher unfair ungerecht diskrimin* untragbar inakzeptabel unerträglich skandal* " +
    "empör* stinksauer zornig fassungslos entrüst* frustr* gereizt verletzend beschäm* " +
    "blamage armselig farce lachhaft mühsam",
  redress: "erstatt* rückerstatt* ersatz gutschrift ersetz* nachbesser* geld zurück minder* " +
    "reklam* beschwer* anwalt umtausch* tauschen stornier* kündig* entschädig* mangel " +
    "mängel frist zurückerstat* rückzahlung* zurückzahl* zurückgezahlt rücküberweis* " +
    "rückgabe* rücksend* retour* zurückgeb* zurücknehm* rücknahme ersatzliefer* " +
    "ersatzgerät ersatzteil* ersatzweise schadensersatz schadenersatz kulanz* gutschein* " +
    "nachlass rabatt erlass* reparatur* austausch* ausgetauscht richtigstell* berichtig* " +
    "widerruf* widersprech* widerspruch rücktritt ansprüche haftung haftet haften " +
    "beschwerde* reklamation*",
  praise: "toll* super wunderbar großartig begeister* ausgezeichnet hervorragend lecker " +
    "köstlich perfekt zufrieden freut freuen glücklich schön schöne schöner herrlich " +
    "traumhaft freundlich geduldig nett klasse spitze prima lob empfehl* herzlich " +
    "gelungen beste bester traumhaft* phantastisch* grandios sensationell erstklassig " +
    "exzellent einwandfrei tadellos makellos vorbildlich vorzüglich fabelhaft genial " +
    "prächtig bezaubernd zauberhaft entzückend liebevoll* zuvorkommend hilfsbereit* " +
    "kompetent* reibungslos* unkompliziert geschmackvoll leckere* feine genuss",
  opinion: "rückmeldung feedback meinung ehrlich insgesamt etwas bisschen allerdings eindruck " +
    "gefallen gefiel fanden fand besser anregung kritik bewertung lohnt geschmeckt " +
    "ehrlichkeit grundsätzlich gemischt vorschläge umfrage fad",
  partner: "partner* zusammen gemeinsam kooper* empfehl* provision vermitt* teilen geteilt " +
    "hälfte beide beiden gegenseitig zusammenarbe* bündel tauschen prozent kundschaft " +
    "netzwerk netzwerk* händler* vertrieb*",
  acquaint: "vorstell* vorstellen nachfolg* neu neue neuer kolleg* ansprechpart* übernommen " +
    "übernehme übernimmt bekannt* kennen kennenlernen heiße name zuständig seit darf cc " +
    "verbinden vertretung* vertritt übergabe* eingearbeit* einarbeit* rente betreut " +
    "betreue kolleginnen",
  remind: "erinner* nochmal nochmals noch warte warten gehört rückmeldung nachfrag* nachhak* " +
    "stand offen ausstehend überfällig letzte letzten wochen bezug angekündigt " +
    "versprochen zugesagt wann immer anknüpf* vergessen mahnung nachfass* nachgefragt " +
    "nachgehakt hake rückfrage abermals erneut wiederholt letztens kürzlich vorige " +
    "vorigen seither unbeantwortet untergegangen vergeblich stande",
  settle: "ja passt einverstanden bestätig* erledigt angekommen erhalten gebucht okay ok " +
    "abgemacht wie besprochen gewünscht eingetroffen geklappt freigabe freigegeben " +
    "vereinbart zugestimmt zustimm* genehmigt bewilligt akzeptiert* unterschrieben gelöst " +
    "behoben geregelt verschickt zugestellt eingegangen überwiesen bestätigung*",
  inform: "information* info hinweis anbei geschlossen umgezogen ziehen ändert geändert " +
    "änderung* kenntnis kenntnisnahme protokoll beleg quittung mitteil* weise ab hiermit " +
    "zusammenfassung weiterleit* öffnungszeiten gilt neue ablage unterlagen informier* " +
    "mitgeteilt angekünd* benachricht* berichte veröffentlic* verlegt umzug umbenannt " +
    "geschlossene* baustelle wartung* dauerhaft fahrplan* satzung",
  future: "werde werden wird demnächst bald nächste nächsten kommende kommenden",
  past: "war waren hatte hatten wurde wurden habe haben kam ging gesagt",
  pay: "rechnung* bezahl* zahl* zahlung* fällig überweis* überweisung konto mahnung betrag " +
    "saldo gutschrift beleg abbuch* abgebucht bargeld gebühr* mahn* anzahlung beträge " +
    "löhne",
  ask: "frage fragen frag wissen sagen ob welche welcher welches was wann wo wer wie warum " +
    "möglich erlaubt unterschied neugierig wundere",
  send: "schick* send* unterschreib* ausfüll* prüf* bring* hol* abhol* leg* stell* liefer* " +
    "drucken lösch* änder* buch* reservier* stornier* ruf* anruf* melden gib geben nenn* teil* " +
    "mach* nimm nehmen trag* korrigier* zusend* besorg* kümmer* verschick* versend* versandt " +
    "zuschick* zugeschickt gesendet gesandt übersend* übermitt* weiterleit* weitergeleit* " +
    "umleit* zurückschick* zurücksend* zurückgeb* rückmeld* faxen mailen einreich* eingereicht " +
    "einzureichen ausgefüllt auszufüllen unterschrieben unterzeichn* gegengezeich* bestätig* " +
    "überprüft geprüft gegenprüf* nachprüf* nachschau* nachsehen anschau* angesehen durchles* " +
    "durchgeh* abgleich* abgeglichen vergleich* verglichen bearbeit* überarbeit* anpass* " +
    "angepasst aktualisier* ergänz* eintrag* eingetragen einpfleg* hinzufüg* hinzugefügt " +
    "gestrichen gelöscht abänder* umschreib* formulier* entwerf* entworfen entwirf aufsetz* " +
    "aufgesetzt erstell* anfertig* zusammenstel* zusammenfass* ausdruck* ausgedruckt kopier* " +
    "kopiert scann* ablegen abgelegt hochlad* hochgeladen herunterlad* runterlad* installier* " +
    "einricht* eingerichtet einstell* freigeb* freigegeben sperr* gesperrt zurücksetz* " +
    "zurückgesetzt aktivier* deaktiv* abschalt* abgeschaltet umstell* verteil* zuteil* zuweis* " +
    "beauftrag* beschaff* abgeholt abgeben abgibt abzugeben abgegeben vorbeibring* ausliefer* " +
    "zustell* verpack* einpack* ausräum* aufräum* aufgeräumt räum* putz* reinig* gereinigt " +
    "wisch* spül* gewaschen auffüll* aufgefüllt gieß* füttern aufbau* abbau* montier* beheb* " +
    "behoben wechsle gebucht eingeplant verläng* abklär* abgeklärt absprech* lieferungen " +
    "verlänger* spülkasten unterzeichnet verschickt umleitung* bestätigung*",
  private: "mama papa oma opa mutter vater geburtstag kuchen abendessen wochenende kinder feier " +
    "urlaub tante onkel hund katze garten schlüssel schule hochzeit grillen nachbar* lg " +
    "bussi großeltern enkel* neffe nichte schwager schwieger* kita kindergarten chor " +
    "taufe jubiläum ostern yoga hecke",
  work: "mitarbeiter* team fahrer leute kunden gäste kinder patienten mieter bewohner " +
    "besucher mitarbeit* personal* kolleginnen techniker* ingenieur* monteur* elektriker* " +
    "handwerker* maurer reinigungs* pflege* lehrling* praktikant* ehrenamt* kundin",
  hurry: "dringend* sofort umgehend eilig eilt schnell* heute bis spätestens frist " +
    "unverzüglich gleich jetzt dringlich* eilt* eilig* eilsache express schleunigst asap " +
    "rasch zügig* prompt kurzfristig priorität deadline",
  calm: "eile ruhe gelegenheit zeit eilt drängt stress gelegentlich demnächst eilig hetz* " +
    "gemütlich entspannt locker flexibel beliebig",
  wait: "antwort rückmeldung bescheid hören melden meldung rückruf antworten freue",
  decide: "entscheid* entscheidung genehmig* freigeben unterschreibt vorstand chef chefin " +
    "geschäftsfüh* leitung gemeinderat mann frau abstimm* beschließ* beschluss* " +
    "abgestimmt gremium ausschuss betriebsrat rektor* schulleit* teamleit* genehmigt " +
    "genehmigung*",
  chance: "umbau* eröffn* erweiter* filiale* planen plan projekt veranstaltung hochzeit tagung " +
    "saison neubau regelmäßig start umzug gründung* baustelle* zuschuss baustelle",
  must: "muss müssen müsst musst müsste müssten mussten musste soll sollen sollte sollten " +
    "sollst nötig verpflicht* auflage brauch* benötig* bedarf",
  trouble: "problem* schwierig* fehler* störung* panne* defekt* mangel mängel* schaden schäden* " +
    "beschwerde* reklamation* beanstand* ärger* irrtum irrtümer versehen missverständ* verwechs* " +
    "verzögerung* verspätung* ausfall* ausfälle* absturz* unterbrech* zwischenfall* vorfall* " +
    "vorfälle* unfall* unfälle unglück* missgeschick* malheur pech konflikt* streit* " +
    "auseinanders* unstimm* abweich* diskrepanz* widersprüch* differenz* engpass* engpäss* " +
    "rückstand* rückstände lücke* bedenken hürde* hindernis* herausford* notfall* notfälle " +
    "katastroph* desaster chaos durcheinander wirrwarr albtraum belästigung* belastung* " +
    "unannehml* verletzung* verstoß* verstöße einbruch* diebstahl* verlust* betrug* leck " +
    "verstopfung* blockade* bug bugs schwachstell* schwäche* risiken gefahr* bedrohung* " +
    "krankheit* absage* makel riss absturz gefahr notfall lückenhaft rückstand schäden " +
    "katastrophe mängel",
  paper: "vertrag* verträge* vereinbar* bericht* protokoll* vermerk* entwurf* entwürfe " +
    "tabelle* liste* formular* fragebogen* antrag anträge brief* rechnung* kopie* " +
    "zeichnung* plan pläne* grundriss* skizze* folie* einladung* zertifikat* bescheinig* " +
    "urkunde* zeugnis* nachweis* bestätigung* dokument* unterlage* papier* datei* pdf " +
    "anhang anhänge* ordner* mappe* akte* broschüre* prospekt* katalog* plakat* handbuch* " +
    "anleitung* richtlinie* konzept* verzeichnis* register* dienstplan* stundenplan* " +
    "zeitplan* foto* bild bilder* scan scans aufnahme* angebot* kostenvor* auftrag " +
    "aufträge* bestellung* beleg belege bon abrechnung* steuererkl* gutschein* ticket* " +
    "genehmigung* ausweis* reisepass rezept attest* text kostenvoranschlag katalog " +
    "angebot angebote vertrag entwurf vertrags* datei formular anleitung vereinbart " +
    "protokoll unterlagen berichte kopier*",
  count: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig " +
    "vierzig fünfzig sechzig hundert tausend paar",
  rough: "etwa ungefähr rund ca knapp gut fast",
  month: "januar februar märz april mai juni juli august september oktober november dezember " +
    "frühjahr frühling sommer* herbst* winter* saison weihnacht* ostern",
  span: "jahre jahren jahr monate monaten tage tagen seit bis lange damals seither seitdem",
  somebody: "jemand jemanden jemandem irgendwer wer wem",
  person: "mann frau herr herren dame junge jungen mädchen fahrer kellner bedienung empfang " +
    "pfleger* lehrer lehrerin meister monteur monteure",
  speak: "gesagt sagt sagte sagten geschrieben schreibt angerufen telefoniert gesprochen erklärt " +
    "erklärte meinte meint geantwortet heißt hieß",
  plant: "ventil aufzug tor schranke tank kompressor motor rohr leitung kühlschrank kühlraum " +
    "ofen kran strom sicherung hahn band",
  rescue: "feuerwehr polizei notruf notdienst bereitschaft* leitstelle station fieber schwindel*",
  place: "hier draußen drinnen unten oben stehe stehen sitze boden hof raum halle straße ecke " +
    "keller wand tür dach küche flur",
  parcel: "paket päckchen lieferung lieferungen geliefert palette paletten sendung kurier " +
    "sendungsnummer verschickt versandt kartons spedition abholung",
  tried: "probiert versucht gereinigt gewechselt getauscht geprüft ausgetauscht eingeschaltet " +
    "ausgeschaltet gedrückt geändert angeschlossen",
  display:
    "zeigt meldet kommt meldung nachricht leuchtet springt läuft dreht öffnet brummt lässt " +
    "schaltet zählt",
  compare: "besser als zu mehr weniger eher lauter größer ziemlich genug meisten sehr so viel " +
    "wenigstens",
  demand: "erwarte erwarten verlange verlangen bestehe bestehen fordere fordern hafte* " +
    "akzeptier*",
  because: "weil deshalb obwohl aber jedoch denn daher trotzdem während trotz",
  document: "seite seiten dokument* bericht* folien handbuch brief briefe liste listen formular " +
    "tabelle plan entwurf kopie fassung papier artikel buch text unterlagen",
  code: "server code klasse feld benutzer datenbank",
  legal: "gericht gesetz* recht genehmigung richtlinie regel lizenz anhörung einspruch steuer " +
    "behörde gemeinde amt miet*",
  peers: "kollegen kolleginnen mitglieder schüler eltern nachbarn helfer mitarbeiter* zusammen " +
    "runde gruppe abteilung klasse",
  idea: "idee ideen vorschlag* vielleicht könnte denkbar gedanke gemeinsam wäre womöglich",
  skill: "gelernt ausbildung erfahrung gearbeitet sprachen leite führt leitet sitz wohne",
  condition: "wenn falls sonst sofern außer ob andernfalls ansonsten",
  loss: "verlier* bußgeld verpass* verfällt abgesagt kostet läuft ab",
  stuck: "warten steht stehen schlange still fest liegt hängen",
  social: "glückwunsch glück beileid haha lustig gelacht lachen witz feier fest film spiel bier",
  travel: "flug hotel ticket karte pass gleis reise fahrt gepäck buchung zimmer",
  absent: "urlaub krank abwesend elternzeit vertret* verreist ruhestand rente beerdigung " +
    "krankgeschrieben",
  number: "nummer kundennummer vertragsnummer nr",
  ready: "anfangen beginnt beginn angefangen fertig bereit beendet ende endet schluss weiter " +
    "rest abgeschlossen",
  look: "sehen sieht sah gesehen schauen geschaut schaut anschauen finden findet gefunden " +
    "entdeckt scheint wirkt aufgefallen",
  sums: "euro cent franken bar summe betrag prozent brutto netto",
  know: "weiß weißt wissen wusste verstehe verstanden glaube denke denken erfahren gemerkt " +
    "vergessen sicher bestimmt",
  me: "ich mich mir mein meine meinem meinen meiner",
  we: "wir uns unser unsere unserem unseren unserer",
  you: "sie ihr ihre ihnen ihrem ihren ihrer du dir dich dein deine euch euer eure",
  they: "er ihm ihn",
};
