/** German words that show what a mail is for. */
import { type IntentCue, sign } from "../../judgments/intent_cue.ts";

const DAY = "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute)";
const GAP = "(?:\\p{L}{1,15} ){0,4}";

export const GERMAN_CUES: readonly IntentCue[] = [
  sign(
    "meeting_request",
    3,
    "(?:termin|treffen|besprechung|telefonat|videokonferenz|gespräch|besichtigung)(?: \\p{L}{1,12}){0,3} (?:vereinbaren|ausmachen|vorschlagen|machen|verschieben|verlegen|abstimmen|finden)",
    "(?:passen|passt|ginge|geht|würde)(?: (?:es|mir|uns|ihnen|euch|dir|diese|folgende|der|die|einer|auch|ihnen)){0,3} (?:\\p{L}{1,12} )?(?:termine?|am|der \\d|die \\d|\\d|" +
      DAY + ")",
    "(?:diese|folgende) termine",
    `(?:hätten|haben|habt|hast|hättest) (?:sie|ihr|du) ${GAP}(?:zeit|einen termin)`,
    `(?:können|könnten|wollen|sollen) wir (?:uns )?${GAP}(?:treffen|sprechen|telefonieren|zusammensetzen|sehen|verschieben)`,
    `(?:würde|möchte|würden|möchten) (?:ich|wir)? ?(?:\\p{L}{1,15} ){0,12}(?:sprechen|treffen|telefonieren|besichtigen|besuchen|vorbeikommen|zusammensetzen|kennenlernen)`,
    "einladung:",
  ),
  sign(
    "meeting_request",
    1,
    "(?:termin|besprechung|telefonat|treffen|uhrzeit|vormittags|nachmittags)",
  ),
  sign(
    "complaint",
    3,
    "(?:beschwerde|beschweren|reklamation|reklamiere|inakzeptabel|unverschämt|frechheit|(?:sehr|zutiefst|mehr als|schwer|doch) (?:enttäuscht|verärgert|unzufrieden))",
    "(?:zum (?:zweiten|dritten|vierten) mal|geld zurück|erwarte(?:n)? (?:ich|wir)? ?(?:eine|die|umgehend)|verlange|auf ihre kosten|so nicht (?:bestellt|vereinbart|besprochen|abgesprochen))",
  ),
  sign(
    "complaint",
    2,
    "(?:erstatten|erstattung|gutschrift|minderung|nachbesser(?:n|ung)|schadens?ersatz|mangelhaft|mängel|schlamperei|versprochen|zugesagt|niemand(?: \\p{L}{1,12}){0,3} (?:gemeldet|zurückgerufen|gekommen|erschienen)|ärgerlich|ärger)",
  ),
  sign("complaint", 1, "(?:enttäuscht|unzufrieden|verärgert|beschädigt|verspätet|leider)"),
  sign(
    "support_request",
    3,
    `(?:fehlermeldung|fehlercode|funktioniert ${GAP}nicht|brauche(?:n)? (?:ihre |eure )?hilfe|lässt sich ${GAP}nicht|(?:geht|startet|lädt|druckt|öffnet|reagiert|läuft) (?:\\p{L}{1,12} ){0,4}nicht|nicht mehr (?:anmelden|einloggen|öffnen|drucken|starten|erreichen|laden))`,
    "(?:hängt sich|stürzt(?: \\p{L}{1,10}){0,2} ab|abgestürzt|bleibt (?:hängen|stehen|schwarz|dunkel)|ausgefallen|fällt(?: \\p{L}{1,10}){0,3} aus|zeigt(?: \\p{L}{1,10}){0,3} (?:fehler|nur noch))",
  ),
  sign(
    "support_request",
    1,
    "(?:fehler|störung|passwort|anmeldung|absturz|kaputt|defekt|update|neu gestartet|neustart|gerät|hilfe)",
  ),
  sign(
    "sales_inquiry",
    3,
    `(?:angebot|kostenvoranschlag|preisliste|preise?|muster)(?: \\p{L}{1,15}){0,6} (?:zusenden|senden|schicken|erstellen|machen|unterbreiten|anfordern|erhalten|zukommen|bekommen|nennen|wäre)`,
    "(?:um (?:ein|ihr) (?:\\p{L}{1,15} )?angebot|preisanfrage|angebotsanfrage|anfrage für)",
    `(?:was|wie viel|wieviel) (?:${GAP})(?:kostet|kosten|würde|würden|verlangen|nehmen sie)`,
    `(?:möchten|möchte|würden|wollen|würde) (?:wir|ich)? ?(?:\\p{L}{1,15} ){0,8}(?:bestellen|kaufen|beauftragen|buchen|mieten|reservieren)`,
    "(?:suchen|brauchen|bräuchten|benötigen)(?: \\p{L}{1,15}){0,3} (?:für|ca|etwa|rund|\\d|einen|eine|ein)",
    "(?:haben sie (?:da )?noch (?:\\p{L}{1,12} )?(?:luft|frei|platz|vorrätig|auf lager)|auf lager|lieferbar|vorrätig|pro kopf|(?:führen|liefern|verkaufen|vermieten) sie)",
  ),
  sign(
    "sales_inquiry",
    1,
    "(?:angebot|preise?|rabatt|bestellung|stückzahl|mengenrabatt|lieferzeit|höchstens \\d|personen|stück|budget)",
  ),
  sign(
    "proposal",
    3,
    "(?:unser (?:angebot|vorschlag)|mein (?:angebot|vorschlag)|anbei (?:unser|das|mein) angebot|angebot (?:nr|über|für)|preisbindung|biete (?:ich|wir)?|bieten wir|gültig bis)",
    "(?:schlage|schlagen|schlüge)(?: \\p{L}{1,15}){0,8} vor",
    "(?:ich|wir) (?:würde|würden)?(?: ihnen)?(?: gerne?)? (?:anbieten|vorschlagen)",
  ),
  sign("proposal", 1, "(?:vorschlag|pauschale|konditionen|netto|laufzeit|festpreis)"),
  sign(
    "partnership",
    3,
    "(?:partnerschaft|kooperation|kooperieren|gemeinsam (?:anbieten|auftreten|verkaufen|etwas)|etwas gemeinsam|vertriebspartner(?:schaft)?|zusammenarbeiten|zusammen anbieten|teilen wir uns|gegenseitig (?:empfehlen|weiterempfehlen)|provision)",
  ),
  sign("partnership", 1, "(?:zusammenarbeit|gemeinsam|empfehlung)"),
  sign(
    "introduction",
    3,
    "(?:(?:möchte|darf|will|wollte)(?: \\p{L}{1,12}){0,4} vorstellen|stelle mich (?:\\p{L}{1,10} )?vor|vorstellung|ihr neuer ansprechpartner|ihre neue ansprechpartnerin|neu(?:e|er)? (?:ansprechpartner|ansprechpartnerin|kollegin|kollege)|übernehme (?:ich )?(?:die|das|ab|seine|ihre)|nachfolge(?:r|rin)?|miteinander bekannt)",
  ),
  sign("introduction", 1, "(?:mein name ist|ich heiße|ich bin die neue|ich bin der neue)"),
  sign(
    "follow_up",
    3,
    "(?:nachfassen|nachfragen|nachhaken|zurückkommen auf|erinnerung|mahnung|gibt es (?:schon )?(?:neuigkeiten|etwas neues|einen stand)|wie besprochen|bezugnehmend auf|noch keine (?:antwort|rückmeldung)|nichts (?:mehr )?(?:von ihnen |von dir )?gehört|noch (?:offen|nicht eingegangen)|wie vereinbart|ist erledigt|haben wir erledigt|passt so|einverstanden)",
  ),
  sign(
    "follow_up",
    1,
    "(?:unser gespräch|letzte woche|vor \\p{L}{1,8} wochen|danke für (?:die|ihre|deine|das)|angekommen|bestätige|erhalten|nochmal|noch einmal)",
  ),
  sign(
    "feedback",
    3,
    "(?:rückmeldung (?:zu|zur|zum|geben)|feedback|lob|weiterempfehlen|sehr zufrieden|begeistert|hervorragend|großartig|genial|ein großes (?:lob|dankeschön)|besser als (?:gedacht|erwartet)|wolltet wissen|wollten wissen|(?:hat|haben) (?:uns|mir|allen) (?:\\p{L}{1,10} ){0,2}gefallen|wunderschön|traumhaft|geschmeckt)",
  ),
  sign(
    "feedback",
    1,
    "(?:verbesserung|zufrieden|anregung|kleinigkeit(?:en)?|klappt|gefällt|schade)",
  ),
  sign(
    "information_sharing",
    2,
    "(?:zur (?:info|information|kenntnis)|nur zur|im anhang|beigefügt|teilen (?:wir )?(?:ihnen )?mit|möchten (?:wir )?(?:sie|euch) (?:darüber )?informieren|informieren wir sie|ab (?:dem )?\\d{1,2}\\. [^.?]{0,60}(?:gelten|gilt|ändern|öffnet|schließt)|bleibt (?:\\p{L}{1,12} ){0,3}geschlossen|sie müssen nichts|nichts zu tun|rechnung (?:nr|re|für|vom|über|\\d)|beleg (?:nr|für|vom)|protokoll (?:der|vom|zur))",
    "anbei",
  ),
  sign(
    "complaint",
    3,
    "(?:andere[rs]? (?:\\p{L}{1,12} )?als|zurückgeben|zurückschicken|umtauschen|umtausch|kratzer|nicht abgemacht|nicht ausgemacht|erwartet hätte|hätte mehr erwartet|für (?:das|diesen) (?:geld|preis))",
  ),
  sign(
    "support_request",
    2,
    "(?:was (?:kann|soll|muss) ich(?: \\p{L}{1,12}){0,3} (?:tun|machen)|woran (?:liegt|kann)|zeigt(?: \\p{L}{1,12}){0,4} (?:nur|nichts|an)|hilfe|neu eingesetzt|einstellung(?:en)?)",
  ),
  sign(
    "meeting_request",
    2,
    "(?:auf|von)(?: \\p{L}{1,8})? (?:montag|dienstag|mittwoch|donnerstag|freitag)(?: \\p{L}{1,12}){0,3} (?:legen|verlegen|verschieben|vorziehen)|dazwischengekommen|halbe stunde|vorbeischauen|vorbeikommen",
  ),
  sign(
    "proposal",
    2,
    "(?:kann|könnte|würde)(?: ich| wir)?(?: ihnen)?(?: \\p{L}{1,15}){1,10} für \\d[\\d.,]{0,9} ?(?:€|euro)",
  ),
  sign(
    "feedback",
    2,
    "(?:was für ein|kommen (?:gern|sicher|bestimmt) wieder|weiter so|viel (?:besser|schöner|übersichtlicher|einfacher) als|lecker|wunderbar)",
  ),
  sign(
    "introduction",
    2,
    "(?:ab (?:montag|sofort|dem)(?: \\p{L}{1,12}){0,5} (?:zuständig|betreue|übernehme)|betreue (?:ich )?(?:ab|künftig|sie)|das ist \\p{L}{2,15}, (?:der|die))",
  ),
];
