/**
 * Dutch words and phrases that show budgets, deadlines, decisions and offers of business. How they
 * are written: `text/word_table.ts`.
 */
export const DUTCH_BUSINESS = String.raw`
@maandag = maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|april
@maandag = mei
@maandag = juni|juli|augustus|september|oktober|november|december|week|maand|kwartaal|jaar|morgen
@maandag = vandaag|zomer|winter|\d{1,2}
@twee = \d{1,3}|een|één|twee|drie|vier|zes|tien|veertien
@directeur = directeur|directrice|directie|eigenaar|eigenares|bestuur|raad van bestuur|gemeente
@directeur = gemeenteraad|college|zaakvoerder|bedrijfsleider|baas|chef|commissie|penningmeester
@directeur = man|vrouw|partner|inkoop|hoofd inkoop|raad|vereniging|vve|algemene vergadering|hoofd
@beslist = beslist|beslissen|besluit|tekent|ondertekent|goedkeurt|keurt|akkoord|goedkeuren
@beslist = moet tekenen
@beslist = beslissing|toestemming geeft
@kopen = kopen|bestellen|huren|boeken|reserveren|aanschaffen|plaatsen|afnemen|laten maken
@kopen = laten plaatsen
@leverancier = leverancier|partner|aannemer|bureau|cateraar|bedrijf|installateur|verdeler|drukker
@leverancier = zaal
@maximaal = maximaal|hooguit|niet meer dan|hoogstens|ten hoogste|tot
@beslissing = beslissing|besluit|goedkeuring|akkoord|handtekening|toestemming
@offerte = offerte|prijsopgave|prijslijst|prijs|prijzen

# Words that name a budget or limit what may be spent.
## budget
(ons|het|een|mijn|geen|klein|krap) budget|begroot|gebudgetteerd|begroting — ons budget is 9.000 euro
(hebben|heb|is|er) (~12 |\d[\d.,]{0,9} ){0,6}(gereserveerd|opzij gezet) — hebben gereserveerd
(hebben|heb|is|er) (~12 |\d[\d.,]{0,9} ){0,6}uitgetrokken — hebben uitgetrokken
(hebben|heb|is|er) (~12 |\d[\d.,]{0,9} ){0,6}(beschikbaar|begroot) — hebben beschikbaar
@maximaal( ~12){0,2} (€ ?)?\d[\d.,]{0,9} ?(€|euro|k) — maximaal 9.000 euro
(maximaal|hooguit|niet meer dan|hoogstens|max) € ?\d[\d.,]{0,9} — maximaal € 500
(subsidie|fonds|potje) (van|voor) — een subsidie van 4.000 euro

# Words that name a deadline or a time frame.
## timeline
(voor|vóór|tegen|vanaf|uiterlijk|tot|eind|begin|medio|per)( ~10){0,2} @maandag — voor maandag
(volgende|komende|aanstaande|deze|dit) (week|maand|kwartaal|jaar) — volgende week
(volgende|komende|aanstaande|deze|dit) (zomer|winter|voorjaar|najaar) — volgende zomer
(binnen|over|in) @twee (dagen|weken|week|maanden|maand|uur|dag) — binnen twee weken
deadline|termijn|levertijd|leverdatum|planning|opleverdatum|tijdpad — wat is de levertijd?

# Words that say who decides, signs or approves.
## decides
(als|ik ben|onze|de|mijn|is)( de)? @directeur(,)? (teken|beslis|moet|geef) — als directeur teken ik
(als|ik ben|onze|de|mijn|is)( de)? @directeur(,)? (zal|wil|heeft het laatste) — als directeur zal
@directeur( ~12'){0,5} @beslist — de eigenaar beslist erover
@beslist (~12 ){0,3}@directeur — dat beslist de directie
(ik|wij) (beslis|beslissen|teken|mag tekenen) (zelf|hierover|erover|alleen|dit|dat) — ik beslis zelf
@beslissing (van|ligt|is aan|door) — de goedkeuring van de gemeente
(laatste woord|eerst overleggen met|moet het nog voorleggen) — mijn man heeft het laatste woord

# Words that offer business.
## opportunity
(interesse|geïnteresseerd) (in|voor) — wij hebben interesse in uw cursus
(zoeken|zoek|op zoek naar) (een|twee|nieuwe) (~15 )?@leverancier — wij zoeken een cateraar
op zoek naar een — op zoek naar een contract
@offerte (voor|van|sturen|ontvangen|aanvragen|opvragen) — een offerte voor de keuken
(willen|wil|zouden|zou|overwegen)( graag)? (~12 ){0,8}@kopen — wij willen tien stoelen bestellen
(samenwerking|samenwerken|partnerschap|samen (een|proeverijen|iets)) — een samenwerking
(contract|abonnement) (verlengen|uitbreiden|vernieuwen) — we willen het contract verlengen
`;
