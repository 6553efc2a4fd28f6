/**
 * German words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const GERMAN_URGENCY = String.raw`
@arbeiten = arbeiten|weiterarbeiten|öffnen|liefern|verkaufen|kassieren
@heute = heute|morgen|mittag|abend|feierabend
@gesperrt = gesperrt|geschlossen|abgelaufen

# Damage, danger or loss under way.
## harm
totalausfall|ist ein notfall|(ins|im) krankenhaus — das ist ein notfall
produktionsstillstand|produktion steht|datenverlust — die produktion steht
es brennt|brennt (es|die|der|das) — es brennt
gasgeruch|verletzt|rohrbruch|gasleck|brand (im|in|auf) — im keller ist gasgeruch
überschwemm~6 — der keller ist überschwemmt
wasser (läuft|tropft|kommt) — das wasser läuft in den flur
strom ist weg|kein strom|lebensgefahr|rückrufaktion — der strom ist weg

# The same words where they tell of no harm here.
## harmless
(brand|feuer|rauch)(schutz|melder|übung|frei|meldeanlage)~0-6 — die brandschutzübung
(niemand|keiner|nicht|kein|keine) (~12 ){0,3}(verletzt|brennt|notfall) — niemand wurde verletzt
(niemand|keiner|nicht|kein|keine) (~12 ){0,3}(brand|datenverlust) — niemand brand
brennt (darauf|mir|für|uns)|notfall(plan|nummer|kontakt|übung)~0-4 — es brennt mir unter den nägeln
(im krankenhaus|ins krankenhaus) (arbeiten|arbeitet|liefern|gehört) — die im krankenhaus arbeiten

# The story of something that is over, or not so.
## over
(letztes|letzten|voriges|vergangenen) (jahr|monat|sommer|winter|herbst) — letztes jahr hat es
(vor|seit) (~8 )?(jahren|monaten)|damals|jubiläum|früher (war|hat) — vor zwei jahren
(wieder )?(behoben|gelöst|repariert|gelöscht) — das ist behoben

# Only if something happens.
## ^condition
(und |aber )?(wenn|falls|sofern|sollten?|im falle)\b — falls es brennt

# A serious consequence that is named.
## consequence
vor gericht|gerichtstermin|(gerichts|die |der )verhandlung — am montag ist die verhandlung
vertragsstrafe|schließen müssen — vertragsstrafe
müssen (~12 ){0,3}schließen — wir müssen den laden schließen
läuft (heute|morgen) ab|frist läuft — die frist läuft am 30. juni ab

# Somebody cannot go on working.
## standstill
steht still|stehen still — die maschine steht still
können nicht @arbeiten — wir können nicht arbeiten
stillstand|warten alle|blockiert — auf der baustelle herrscht stillstand

# The sender's last word before a consequence.
## last_warning
letzte (mahnung|erinnerung|aufforderung) — das ist die letzte mahnung
inkasso|rechtliche schritte|rechtsanwalt einschalten|anwalt einschalten — die sache dem inkasso
gerichtliches mahnverfahren — es folgt ein gerichtliches mahnverfahren

# The sender calls it urgent.
## said_urgent
dringend|umgehend|sofort|unverzüglich|schnellstmöglich — bitte rufen sie umgehend an
so schnell wie möglich|eilig|es eilt — bitte kommen sie so schnell wie möglich

# A deadline of about a day, told without a date.
## today
(bis|spätestens|noch)( ~12){0,1} @heute — bitte noch heute anrufen

# Makes a date of its sentence a deadline.
## due
bis|vor|spätestens|fällig|frist|muss|müssen|endet|läuft ab — bitte zahlen sie bis freitag

# The sender takes the pressure out.
## calm
eilt (~8 )?nicht — es eilt wirklich nicht
nicht (~8 )?(dringend|eilig) — das ist nicht dringend
keine eile|hat zeit|in ruhe|bei gelegenheit — es hat zeit
wenn (sie|du|ihr) zeit (haben|hast|habt) — melden sie sich, wenn sie zeit haben

# What fraud threatens with or promises.
## fraud
ihr (konto|postfach|passwort)( ~12){0,3} @gesperrt — ihr konto wurde gesperrt
bestätigen sie ihre (zugangsdaten|identität|daten) — bestätigen sie ihre zugangsdaten bis freitag

# A stranger's offer.
## cold_offer
unverbindliches? (angebot|gespräch|demo) — unser unverbindliches angebot
mehr kunden|steigern sie — so gewinnen sie mehr kunden
auf ihre (website|firma|webseite) (gestoßen|aufmerksam) — ich bin auf ihre website gestoßen

# What friends do together, which is seldom urgent.
## social
mittagessen|abendessen|frühstück|party|bier|kino|grillen|geburtstag — mittagessen heute?
`;
