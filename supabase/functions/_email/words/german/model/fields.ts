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
    "stückpreis quadratmeter liter meter kilo bedarf staffel* personen",
  sell: "biete* angebot angebote vorschlag* vorschlagen festpreis gültig vertrag konditionen " +
    "pauschal* netto brutto enthalten inklusive leistung* rate raten anzahlung laufzeit " +
    "unverbindlich unterschr* entwurf mehrwertsteuer skonto",
  pitch: "kunden unternehmen betriebe lösung* plattform sparen spart steigern mehr umsatz demo " +
    "testphase gestoßen website webseite",
  meet: "treffen termin* besprech* besuch* telefonat telefonieren vorbeikommen vorbei " +
    "verschieb* kaffee besichtig* gespräch zusammensetzen setzen kommen komme anschauen " +
    "ansehen rundgang sprechen absprache",
  suit:
    "passt passen würde ginge geht zeit frei lieber alternativ früher später ausweichen möglich",
  day: "montag dienstag mittwoch donnerstag freitag samstag sonntag heute morgen übermorgen " +
    "woche wochenende kw monat vormittag nachmittag abend mittag früh",
  clock: "uhr halb viertel stunde stunden minuten",
  broken:
    "kaputt defekt* fehler* störung* abgestürzt stürzt absturz hängt eingefroren leck* klemmt " +
    "blockiert gesperrt ausgefallen fällt piept blinkt flackert offline geht funktionier* " +
    "startet lädt reagiert bleibt schwarz stehen steht klappert wackelt quietscht rutscht " +
    "springt reißt tropft zieht rausgesprungen verweigert",
  device: "anmeld* login passwort konto bildschirm app software update version browser drucker " +
    "scanner router wlan server anzeige display taste menü einstellung* maschine heizung " +
    "sensor pumpe kasse terminal gerät system portal datei export firmware kabel akku " +
    "batterie steuerung anlage",
  help: "hilfe helfen hilft wie erklären anleitung schritt weiterhelfen unterstütz* lösen beheben",
  harm: "brand brennt rauch gas gasgeruch wasser gefahr gefährlich verletzt krankenhaus " +
    "rohrbruch überschwemm* notfall funken notarzt keller evakuier*",
  lack: "nicht kein keine keinen keiner keinem nie niemand nichts ohne fehlt fehlen fehlte " +
    "verloren verspätet falsch leer weder kaum wieder noch immer erneut bislang bisher " +
    "angeblich ständig leider seit statt obwohl doppelt vergeblich mehrfach dreimal",
  damage: "beschädigt gerissen riss risse zerkratzt kratzer verbeult verschimmelt schimmel kalt " +
    "schmutzig dreckig fleck* schief krumm zerbrochen gebrochen verdorben nass undicht kaputt " +
    "stinkt locker verbogen rost* verzogen verstopft abgebrochen riecht bröckelt feucht " +
    "schimmlig",
  bad: "schlimm* schrecklich unverschämt frech frechheit schlecht* lächerlich zumutung " +
    "unzumutbar enttäusch* ärger* verärgert wütend genervt satt unzufrieden geduld " +
    "ausrede* entschuldig* unmöglich katastrophe sauer vertröst* peinlich reicht",
  redress: "erstatt* rückerstatt* ersatz gutschrift ersetz* nachbesser* geld zurück minder* " +
    "reklam* beschwer* anwalt umtausch* tauschen stornier* kündig* entschädig* mangel " +
    "mängel frist",
  praise: "toll* super wunderbar großartig begeister* ausgezeichnet hervorragend lecker köstlich " +
    "perfekt zufrieden freut freuen glücklich schön schöne schöner herrlich traumhaft " +
    "freundlich geduldig nett klasse spitze prima lob empfehl* herzlich gelungen beste " +
    "bester",
  opinion: "rückmeldung feedback meinung ehrlich insgesamt etwas bisschen allerdings eindruck " +
    "gefallen gefiel fanden fand besser anregung kritik bewertung lohnt geschmeckt",
  partner:
    "partner* zusammen gemeinsam kooper* empfehl* provision vermitt* teilen geteilt hälfte " +
    "beide beiden gegenseitig zusammenarbeit* bündel tauschen prozent kundschaft netzwerk",
  acquaint: "vorstell* vorstellen nachfolg* neu neue neuer kolleg* ansprechpartner* übernommen " +
    "übernehme übernimmt bekannt* kennen kennenlernen heiße name zuständig seit darf cc " +
    "verbinden",
  remind: "erinner* nochmal nochmals noch warte warten gehört rückmeldung nachfrag* nachhak* " +
    "stand offen ausstehend überfällig letzte letzten wochen bezug angekündigt versprochen " +
    "zugesagt wann immer anknüpf* vergessen mahnung",
  settle: "ja passt einverstanden bestätig* erledigt angekommen erhalten gebucht okay ok " +
    "abgemacht wie besprochen gewünscht eingetroffen geklappt freigabe freigegeben " +
    "vereinbart",
  inform: "information* info hinweis anbei geschlossen umgezogen ziehen ändert geändert " +
    "änderung* kenntnis kenntnisnahme protokoll beleg quittung mitteil* weise ab hiermit " +
    "zusammenfassung weiterleit* öffnungszeiten gilt neue ablage unterlagen informier*",
  future: "werde werden wird demnächst bald nächste nächsten kommende kommenden",
  past: "war waren hatte hatten wurde wurden habe haben kam ging gesagt",
  pay: "rechnung* bezahl* zahl* zahlung* fällig überweis* überweisung konto mahnung betrag " +
    "saldo gutschrift beleg",
  ask: "frage fragen frag wissen sagen ob welche welcher welches was wann wo wer wie warum " +
    "möglich erlaubt unterschied neugierig wundere",
  send: "schick* send* unterschreib* ausfüll* prüf* bring* hol* abhol* leg* stell* liefer* " +
    "drucken lösch* änder* buch* reservier* stornier* ruf* anruf* melden gib geben nenn* " +
    "teil* mach* nimm nehmen trag* korrigier* zusend* besorg* kümmer*",
  private: "mama papa oma opa mutter vater geburtstag kuchen abendessen wochenende kinder feier " +
    "urlaub tante onkel hund katze garten schlüssel schule hochzeit grillen nachbar* lg " +
    "bussi",
  work: "mitarbeiter* team fahrer leute kunden gäste kinder patienten mieter bewohner besucher",
  hurry: "dringend* sofort umgehend eilig eilt schnell* heute bis spätestens frist unverzüglich " +
    "gleich jetzt",
  calm: "eile ruhe gelegenheit zeit eilt drängt stress",
  wait: "antwort rückmeldung bescheid hören melden meldung rückruf antworten freue",
  decide: "entscheid* entscheidung genehmig* freigeben unterschreibt vorstand chef chefin " +
    "geschäftsführ* leitung gemeinderat mann frau abstimm*",
  chance: "umbau* eröffn* erweiter* filiale* planen plan projekt veranstaltung hochzeit tagung " +
    "saison neubau regelmäßig start",
  me: "ich mich mir mein meine meinem meinen meiner",
  we: "wir uns unser unsere unserem unseren unserer",
  you: "sie ihr ihre ihnen ihrem ihren ihrer du dir dich dein deine euch euer eure",
  they: "er ihm ihn",
};
