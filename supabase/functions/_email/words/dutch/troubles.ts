/** Dutch words and phrases that show trouble. How they are written: `text/word_table.ts`. */
export const DUTCH_TROUBLES = String.raw`
@wordt = is|zijn|wordt|worden|werd
@probleem = probleem|problemen|fout|fouten|storing|storingen|vertraging|defect|mankement|lek
@probleem = foutmelding
@werkt = werkt|werken|doet|doen|start|starten|opent|print|reageert|verwarmt|gaat|sluit|laadt|lukt
@ruikt = ruikt|stinkt|piept|kraakt|rammelt|klemt|springt|valt|schuift|loopt|hapert|trilt|roest
@scheef = scheef|los|krom|vlekken|schimmel|krassen|scheur
@steil = steil|krap|kort|hoog|warm|druk
@kloptniet = klopt niet|deugt niet|lopen weg|geweigerd|weigert|keert terug|valt uit|staat stil
@kloptniet = elke keer|telkens
@kan = krijg|krijgen|kan|kunnen|kom|lukt
@open = inloggen|openen|verder|binnen|bereiken|aan|in|betalen
@geleverd = ontvangen|gekregen|geleverd|aangekomen|gehoord|betaald|opgelost|bezorgd

# Something goes wrong, told plainly.
## trouble
(een|het|de|dit|zelfde|hetzelfde|dezelfde|met|veel|weer|grote) @probleem — we hebben een probleem
foutmelding|foutcode|storingsmelding — ik krijg een foutmelding
@werkt( ~12){0,3} niet( meer)?|(doet|doen) het niet( meer)? — de printer werkt niet meer
(kapot|defect|stuk|gebroken|beschadigd|geblokkeerd) — de stoel is kapot
(vastgelopen|uitgevallen|gescheurd|bekrast) — vastgelopen
(kapotte|defecte|gebroken|beschadigde|gescheurde|lekkende|verkeerde|bedorven) ~3-14 — kapotte morgen
(lekt|lekken|druppelt|overgelopen|ondergelopen) — het dak lekt
(wiebelt|wiebelen|bederven|beschimmeld|verstopt) — wiebelt
(ligt|liggen|valt|vallen|viel) (er )?(uit|plat|stil)|eruit|buiten (gebruik|werking) — ligt uit
(nog (steeds )?(niet|geen|niets)|nooit) (~12 ){0,5}@geleverd — nog niets ontvangen
@kan (~12 ){0,5}(niet|geen) (~12 ){0,2}@open — ik kan niet inloggen
(dubbel|twee keer) (betaald|afgeschreven|gefactureerd|aangerekend|in rekening) — dubbel betaald
(teleurgesteld|onacceptabel|onaanvaardbaar|te laat (geleverd|bezorgd|betaald)) — te laat geleverd

# What is missing, late or in the way, told less plainly.
## lack
(niet|geen|niemand|nooit|niets|nergens) — niemand neemt op
(twee|drie|vier) keer|alweer|opnieuw|weer (een|de|het) — alweer de verkeerde kleur
(zonder|ontbreekt|ontbreken|ontbrak|mist|missen|kwijt|tekort) — er ontbreken twee stoelen
(te (laat|klein|groot|duur|luid)|vertraagd|verloren|leeg|koud|vies|lawaai|slecht|slechter) — te laat
(verkeerde|verkeerd|in plaats van|wacht(en)? (al|nu|er)|al weken) — ik wacht al weken
@ruikt (naar|terug|uit|los|vast|elke|steeds|omlaag|weg) — het ruikt naar schimmel
komt (~12 ){0,4}(omhoog|los|scheef|binnen|niet)|@scheef — de vloer komt omhoog
(helaas|jammer|alleen was|alleen de|lastig|vervelend|onhandig|te @steil) — de trap was te steil
al (~12 ){1,2}(dagen|weken|maanden|uur|jaar) — al drie weken
(tweede|derde|vierde|zoveelste) (keer|maal|herinnering|poging|bezorging) — voor de derde keer
(beloofde|beloofd|toegezegd|afgesproken) (~12 ){0,4}(maar|en|niet|nooit) — beloofd maar niet gedaan
@kloptniet — telkens valt hij uit

# Trouble that is denied or over.
## denied
(geen|zonder) (enkel )?(probleem|problemen|fout|storing) — geen probleem
(opgelost|hersteld|gerepareerd|verholpen|weer in orde) — het is opgelost
geen (opmerkingen|bezwaar|bezwaren|klachten) — geen opmerkingen van mijn kant
(is|zijn|was|waren) (weer )?in orde — de pompen zijn in orde
(u|je|jullie) (heb|hebt|heeft|hebben) (helemaal )?gelijk[,:.] — je hebt gelijk, er mist een blad

# Polite, or about something else than trouble.
## harmless
bedankt|alstublieft|alsjeblieft|groet|groeten|aarzel niet — bedankt voor de bloemen
(geen (haast|zorgen|punt)|niets te (doen|danken)|hoeft niet|maak je geen zorgen) — geen haast

# A day that is another now: news, but for who complains.
## moved
@wordt( ~14){0,6} (verplaatst|vervroegd|verzet|uitgesteld) — de keuring is verplaatst
`;
