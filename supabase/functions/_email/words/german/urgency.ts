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
totalausfall|ist ein notfall|krankenhaus — das ist ein notfall
produktionsstillstand|produktion steht|datenverlust|brennt — die produktion steht
gasgeruch|rechtliche schritte|verletzt|rohrbruch — im keller ist gasgeruch
überschwemm~6 — der keller ist überschwemmt
wasser (läuft|tropft|kommt) — das wasser läuft in den flur
strom ist weg|kein strom|lebensgefahr|rückrufaktion — der strom ist weg

# A serious consequence that is named.
## consequence
gericht|verhandlung|vertragsstrafe|schließen müssen — am montag ist die verhandlung
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
inkasso|rechtsanwalt|anwalt einschalten — wir übergeben die sache dem inkasso
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
`;
