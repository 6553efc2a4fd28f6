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
totalausfall|ist ein notfall|krankenhaus — krankenhaus untersucht
produktionsstillstand|produktion steht|datenverlust|brennt — produktionsstillstand
gasgeruch|rechtliche schritte|verletzt|rohrbruch — gasgeruch
überschwemm~6 — überschwemmneue
wasser (läuft|tropft|kommt) — wasser läuft
strom ist weg|kein strom|lebensgefahr|rückrufaktion — strom ist weg

# A serious consequence that is named.
## consequence
gericht|verhandlung|vertragsstrafe|schließen müssen — gericht
müssen (~12 ){0,3}schließen — müssen schließen
läuft (heute|morgen) ab|frist läuft — frist läuft am 30

# Somebody cannot go on working.
## standstill
steht still|stehen still — steht still
können nicht @arbeiten — können nicht arbeiten
stillstand|warten alle|blockiert — stillstand

# The sender's last word before a consequence.
## last_warning
letzte (mahnung|erinnerung|aufforderung) — letzte mahnung
inkasso|rechtsanwalt|anwalt einschalten — inkasso
gerichtliches mahnverfahren — gerichtliches mahnverfahren

# The sender calls it urgent.
## said_urgent
dringend|umgehend|sofort|unverzüglich|schnellstmöglich — anlage umgehend vor ort
so schnell wie möglich|eilig|es eilt — so schnell wie möglich

# A deadline of about a day, told without a date.
## today
(bis|spätestens|noch)( ~12){0,1} @heute — bis morgen, dienstag, 12

# Makes a date of its sentence a deadline.
## due
bis|vor|spätestens|fällig|frist|muss|müssen|endet|läuft ab — bis einschließlich 31

# The sender takes the pressure out.
## calm
eilt (~8 )?nicht — eilt alles nicht
nicht (~8 )?(dringend|eilig) — nicht dringend
keine eile|hat zeit|in ruhe|bei gelegenheit — keine eile, wir brauchen
wenn (sie|du|ihr) zeit (haben|hast|habt) — wenn sie zeit haben

# What fraud threatens with or promises.
## fraud
ihr (konto|postfach|passwort)( ~12){0,3} @gesperrt — ihr konto gesperrt
bestätigen sie ihre (zugangsdaten|identität|daten) — bestätigen sie ihre zugangsdaten

# A stranger's offer.
## cold_offer
unverbindliches? (angebot|gespräch|demo) — unverbindliche angebot
mehr kunden|steigern sie — mehr kunden
auf ihre (website|firma|webseite) (gestoßen|aufmerksam) — auf ihre website gestoßen
`;
