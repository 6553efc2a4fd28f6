/**
 * German words and phrases that show how the sender feels. How they are written:
 * `text/word_table.ts`.
 */
export const GERMAN_FEELINGS = String.raw`
@enttauscht = enttäuscht|verärgert|unzufrieden|ärgerlich
@zufrieden = zufrieden|glücklich|begeistert|gut|schön|freundlich|dankbar

# Anger or a threat; one of these is enough.
## strong_negative
inakzeptabel — v=f6llig inakzeptabel!
unverschämt(heit)? — unverschämt
(sehr|äußerst|zutiefst|mehr als) @enttauscht — sehr enttäuscht
katastrophe|katastrophal|frechheit|unzumutbar|miserabel — katastrophe
rechtliche schritte|anwalt einschalten|geld zurück — rechtliche schritte

# Disappointment or worry.
## negative
enttäuscht|verärgert|unzufrieden|beschwerde|ärgerlich — enttäuscht
bedauerlicherweise|reklamation — bedauerlicherweise
zum (zweiten|dritten) mal — zum zweiten mal
schon wieder|langsam reicht|geduld|besorgt|sorgen — schon wieder die anfahrt
leider (schon|immer|wieder) — leider schon

# Praise or joy.
## positive
(sehr|wirklich|äußerst|rundum) @zufrieden — sehr zufrieden
(werde|werden|kann|können)( ~12){0,3} weiterempfehlen — werde weiterempfehlen
(ganz |tausend )?herzlichen dank — herzlichen dank
begeistert|hervorragend|ausgezeichnet|großartig|wunderbar — begeistert
fantastisch|glückwunsch — fantastisch
genial — ist genial
besser als (gedacht|erwartet) — besser als gedacht!
danke dir|gerettet|klasse|spitze|wunderschön|traumhaft — danke dir, the t1 came
herrlich — herrlich, ich musste
(tolle|super|gute) (arbeit|zusammenarbeit|service|leistung) — gute zusammenarbeit

# Turns praise into its opposite.
## negation
nicht|kein|keine|nie — jahren nicht geklappt
`;
