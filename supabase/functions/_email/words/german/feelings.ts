/**
 * German words and phrases that show how the sender feels. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_FEELINGS = String.raw`
@enttauscht = enttäuscht|verärgert|unzufrieden|ärgerlich
@zufrieden = zufrieden|glücklich|begeistert|gut|schön|freundlich|dankbar

# Anger or a threat; one of these is enough.
## strong_negative
inakzeptabel — dieser ton ist inakzeptabel
unverschämt(heit)? — das ist eine unverschämtheit
(sehr|äußerst|zutiefst|mehr als) @enttauscht — wir sind sehr enttäuscht
katastrophe|katastrophal|frechheit|unzumutbar|miserabel — der service war eine katastrophe
rechtliche schritte|anwalt einschalten|geld zurück — wir prüfen rechtliche schritte

# Disappointment or worry.
## negative
enttäuscht|verärgert|unzufrieden|beschwerde|ärgerlich — ich bin enttäuscht von dem essen
bedauerlicherweise|reklamation — bedauerlicherweise kam niemand
zum (zweiten|dritten) mal — die pumpe ist zum zweiten mal ausgefallen
schon wieder|langsam reicht|geduld|besorgt|sorgen — die heizung ist schon wieder kalt
leider (schon|immer|wieder) — leider wieder keine antwort

# Praise or joy.
## positive
(sehr|wirklich|äußerst|rundum) @zufrieden — wir sind sehr zufrieden
(werde|werden|kann|können)( ~12){0,3} weiterempfehlen — ich werde sie gern weiterempfehlen
(ganz |tausend )?herzlichen dank — herzlichen dank für die blumen
begeistert|hervorragend|ausgezeichnet|großartig|wunderbar — wir sind begeistert von der küche
fantastisch|glückwunsch — das war einfach fantastisch
genial — die idee ist genial
besser als (gedacht|erwartet) — es lief besser als erwartet
danke dir|gerettet|klasse|spitze|wunderschön|traumhaft — du hast uns den abend gerettet
herrlich — der abend war herrlich
(tolle|super|gute) (arbeit|zusammenarbeit|service|leistung) — danke für die gute zusammenarbeit

# Turns praise into its opposite.
## negation
nicht|kein|keine|nie — das essen war nicht gut
`;
