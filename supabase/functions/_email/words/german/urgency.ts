/**
 * German words and phrases that show how soon an email wants an answer or an act. How they are
 * written: `text/word_table.ts`.
 */
export const GERMAN_URGENCY = String.raw`
@arbeiten = arbeiten|weiterarbeiten|öffnen|liefern|verkaufen|kassieren
@heute = heute|morgen|mittag|abend|feierabend
@gesperrt = gesperrt|geschlossen|abgelaufen
@rohr = rohr|schlauch|leitung|kessel|tank|ventil
@bewohner = bewohner|kinder|patienten|gäste|kunden|leute|mieter|fahrgäste
@helfen = helfen|unterstützen|bieten|beraten
@kurzes = kurzes|unverbindliches|kostenloses|15-minütiges

# Damage, danger or loss under way.
## harm
totalausfall|ist ein notfall|(ins|im) krankenhaus — das ist ein notfall
produktionsstillstand|produktion steht|datenverlust — die produktion steht
es brennt|brennt (es|die|der|das) — es brennt
gasgeruch|verletzt|rohrbruch|gasleck|brand (im|in|auf) — im keller ist gasgeruch
überschwemm~6 — der keller ist überschwemmt
wasser (läuft|tropft|kommt) — das wasser läuft in den flur
qualm(t)? — qualm
(steht|läuft|dringt|tropft|kommt|steigt) (~12 ){0,2}(wasser|rauch) — hier steht das wasser
(stinkt|riecht|geruch) (~12 ){0,5}nach (gas|rauch) — stinkt nach gas
(stinkt|riecht|geruch) (~12 ){0,3}nach (~0-12verbrannte?[mn]|verbranntem) — stinkt nach verbranntm
rauch (kommt|steigt|dringt|im|in|aus)|raucht|funken|schmort|verschmort — rauch kommt aus der dose
@rohr (ist |hat )?(~8 )?(geplatzt|gebrochen|gerissen|undicht) — rohr geplatzt
(wasser|öl) (~12 ){0,3}(steht|läuft|strömt) (~12 ){0,3}(in|im|aus|durch|von) — wasser steht in
(abwasser|regen) (~12 ){0,3}(steht|läuft|strömt) (~12 ){0,3}(in|im|aus) — abwasser steht in
(abwasser|regen) (~12 ){0,3}(steht|läuft|strömt) (~12 ){0,3}(durch|von) — abwasser steht durch
(wasser|öl) (~12 ){0,3}(dringt|tropft|steigt) (~12 ){0,3}(in|im|aus|durch|von) — wasser dringt in
(abwasser|regen) (~12 ){0,3}(dringt|tropft) (~12 ){0,3}(in|im|aus|durch|von) — abwasser dringt in
(abwasser|regen) (~12 ){0,3}(steigt) (~12 ){0,3}(in|im|aus|durch|von) — abwasser steigt in
(eingeschlossen|bewusstlos|lebensgefährlich|vergiftung|atemnot|blutet|evakuiert) — eingeschlossen
(eingebrochen|einbruch|aufgebrochen|gehackt|verschlüsselt|erpress~2-8) — eingebrochen
(alles|alle daten|die daten) (~8 ){0,2}(weg|gelöscht|verloren) — alle daten sind weg
(taut|tauen|verdirbt|verderben|kippt) — die ware verdirbt uns
strom (~8 ){0,4}(weg|ausgefallen)|kein strom|lebensgefahr|rückrufaktion — der strom ist weg

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
bei (gasgeruch|brand|feuer|rauch) (sofort|bitte|die|den|das|112)\b — bei brand die tür schließen

# A serious consequence that is named.
## consequence
vor gericht|gerichtstermin|(gerichts|die |der )verhandlung — am montag ist die verhandlung
vertragsstrafe|schließen müssen — vertragsstrafe
müssen (~12 ){0,3}schließen — wir müssen den laden schließen
läuft (heute|morgen) ab|frist läuft — die frist läuft am 30. juni ab
verlier(en|e) (wir|ich) (den|die|das|unser~0-2) — dann verlieren wir den auftrag
mündliche verhandlung — die mündliche verhandlung ist morgen

# Somebody cannot go on working.
## standstill
steht still|stehen still — die maschine steht still
können nicht @arbeiten — wir können nicht arbeiten
können (~15 ){1,5}nicht(s| mehr)? ~4-20(en|ern)\b — wir können seit zwei stunden nicht drucken
(komplett |wieder |seit ~2-12 )?(ausgefallen|lahmgelegt|außer betrieb) — der server ist ausgefallen
(aufzüge?|lifte?|heizung(en)?|kühlung|server) (~12 ){0,4}ausgefallen — aufzüg ausgefallen
(kasse[n]?|telefone?|internet|strom|system) (~12 ){0,4}ausgefallen — kasse ausgefallen
@bewohner (~15 ){0,5}(nicht|ohne|warten|frieren|fest) — bewohner nicht
(ohne|keine?n?) (heizung|strom|wasser|warmwasser|internet|telefon) — wir sitzen ohne heizung
(nichts|gar nichts|nix) geht mehr|geht nichts mehr — hier geht nichts mehr
(stehen|sitzen|liegen) (~12 ){0,3}(fest|auf der straße|im dunkeln|vor verschlossener) — stehen fest
(liegengeblieben|liegen geblieben|springt nicht an) — der bus ist liegengeblieben
stillstand|warten alle|blockiert — auf der baustelle herrscht stillstand
geht (~8 ){1,2}nichts mehr|(linie|anlage|maschine|band)( \d)? steht[,.] — die linie 2 steht.

# The sender's last word before a consequence.
## last_warning
letzte (mahnung|erinnerung|aufforderung) — das ist die letzte mahnung
inkasso|rechtliche schritte|rechtsanwalt einschalten|anwalt einschalten — die sache dem inkasso
gerichtliches mahnverfahren — es folgt ein gerichtliches mahnverfahren

# The sender calls it urgent.
## said_urgent
(notfall|stör|bereitschafts|notruf)~0-10 (~12 ){0,3}(besetzt|nicht erreichbar) — notfall besetzt
(notfall|stör|bereitschafts|notruf)~0-10 (~12 ){0,3}(niemand|keiner) — notfall niemand
dringend|umgehend|sofort|unverzüglich|schnellstmöglich — bitte rufen sie umgehend an
so schnell wie möglich|eilig|es eilt — bitte kommen sie so schnell wie möglich

# The same where the sentence must also ask the reader.
## haste
umgehend|sofort|unverzüglich|schnellstmöglich — ich melde mich umgehend
so schnell wie möglich — wir kommen so schnell wie möglich

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
(lass|lassen|lasst) (dir|sie sich|euch) (ruhig |damit |gern )?zeit — lassen sie sich ruhig zeit
muss nicht (heute|sofort|gleich|diese woche)|drängt nicht — muss nicht heute
kein(en)? stress|ohne druck — kein stress
(wann|wenn|sobald) (es|sie|du|ihr) (~8 ){0,2}(passt|dazu kommen) — wann es passt
(wann|wenn|sobald) (es|sie|du|ihr) (~8 ){0,2}(dazu kommst|dazu kommt) — wann es dazu kommst
reicht (auch |noch |völlig )?(nächste|nächsten|ende|anfang|im|bis|irgendwann) — reicht nächste
irgendwann — irgendwann
keine eile|hat zeit|in ruhe|bei gelegenheit — es hat zeit
wenn (sie|du|ihr) zeit (haben|hast|habt) — melden sie sich, wenn sie zeit haben

# What fraud threatens with or promises.
## fraud
ihr (konto|postfach|passwort)( ~12){0,3} @gesperrt — ihr konto wurde gesperrt
bestätigen sie ihre (zugangsdaten|identität|daten) — bestätigen sie ihre zugangsdaten bis freitag

# A stranger's offer.
## cold_offer
unverbindliches? (angebot|gespräch|demo) — unser unverbindliches angebot
@helfen (wir |ich )?(~15 ){0,3}(unternehmen|betriebe[n]?|firmen) — helfen unternehmen
@kurzes (telefonat|gespräch|kennenlernen|erstgespräch) — kurzes telefonat
(bei|auf) (der|meiner) (recherche|suche) (nach|im|zu|bin) — bei der suche nach firmen
ihr (profil|internetauftritt|online-auftritt|unternehmen) (ist|hat|fiel|passt) — ihr profil ist
mehr (umsatz|anfragen|leads|bewerber~0-4|sichtbarkeit|reichweite) — gewinnen sie mehr anfragen
mehr kunden|steigern sie — so gewinnen sie mehr kunden
auf ihre (website|firma|webseite) (gestoßen|aufmerksam) — ich bin auf ihre website gestoßen

# What friends do together, which is seldom urgent.
## social
mittagessen|abendessen|frühstück|party|bier|kino|grillen|geburtstag — mittagessen heute?
`;
