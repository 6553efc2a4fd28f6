/**
 * Italian words and phrases that show budgets, deadlines, decisions and offers of business. How
 * they are written: `text/word_table.ts`.
 */
export const ITALIAN_BUSINESS = String.raw`
@lunedi = lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gennaio|febbraio|marzo|aprile
@lunedi = maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|settimana|mese|trimestre
@lunedi = anno|domani|mezzogiorno|\d{1,2}
@due = \d{1,3}|un|una|due|tre|quattro|sei|dieci|quindici
@direttore = direttore|direttrice|titolare|amministratore|amministratrice|presidente|socio|soci
@direttore = socia
@direttore = consiglio( direttivo| di amministrazione)?|assemblea|comune|sindaco|giunta|comitato
@direttore = capo
@direttore = marito|moglie|proprietario|proprietaria|proprietà|responsabile( acquisti)?|tesoriere
@decide = decide|deciderà|decidono|firma|firmerà|approva|approverà|approvarlo|approvarla|autorizza
@decide = deve (firmare|approvare|decidere|autorizzare|approvarla|approvarlo)
@acquistare = acquistare|comprare|ordinare|prenotare|noleggiare|affittare|fare un ordine
@acquistare = commissionare
@acquistare = installare|collaborare
@fornitore = fornitore|partner|tecnico|artigiano|impresa|ditta|distributore|agenzia|sala|fornitori
@al = al massimo|massimo|non più di|fino a|senza superare|tetto di
@decisione = decisione|approvazione|firma|autorizzazione|via libera

# Words that name a budget or limit what may be spent.
## budget
(budget|il nostro budget|un budget) — il nostro budget è di 3.000 euro
(abbiamo|ho) (~12 ){0,3}a disposizione( ~12){0,3} \d[\d.,]{0,9} — abbiamo a disposizione 500 euro
(abbiamo|ho) (~12 ){0,3}previsto( ~12){0,3} \d[\d.,]{0,9} — abbiamo previsto 1 contratto
(abbiamo|ho) (~12 ){0,3}(stanziato|messo da parte)( ~12){0,3} \d[\d.,]{0,9} — abbiamo stanziato 1
@al( ~12){0,2} (€ ?)?\d[\d.,]{0,9} ?(€|euro|mila) — al massimo 1 €
(possiamo|posso|vorremmo) spendere( ~12){0,3} \d[\d.,]{0,9} — possiamo spendere 500 euro
(stanziamento|contributo|fondo|fondi) (di|per) — un contributo di 4.000 euro

# Words that name a deadline or a time frame.
## timeline
(entro|dal|dall'|da|fino al|per|a fine)( ~10){0,2} @lunedi — entro il 15 maggio
(a metà|a inizio|prima del|prima di)( ~10){0,2} @lunedi — a metà lunedì
(la|il|l') ?(settimana|mese|anno|trimestre) prossim[oa] — la settimana prossimo
prossim[oa] (settimana|mese|anno) — la prossima settimana
(questa|questo|quest') ?(settimana|mese|trimestre|anno|estate|inverno) — decidiamo questa settimana
(fra|tra|in|entro) @due (giorni|settimane|settimana|mesi|mese|ore) — entro due settimane
scadenza|tempi di consegna|cronoprogramma|tempistica|termine ultimo — scadenza

# Words that say who decides, signs or approves.
## decides
(in qualità di|in quanto|come|sono|è)( il| la| l')? ?@direttore — come titolare firmo io
@direttore( ~12'){0,4} @decide — il consiglio direttivo decide venerdì
(@decide) (~12 ){0,2}@direttore — lo decide il consiglio
(decido|firmo|scelgo) (io|da sol[oa])|(spetta|tocca) a (me|noi) (decidere|la decisione) — decido io
@decisione (del|della|di|dell'|spetta|finale|definitiva|è) — decisione del
(l'ultima parola|devo (parlarne|sentire|chiedere) (con|al|il|la|mio|mia|a)) — l'ultima parola

# Words that offer business.
## opportunity
interessat[oaie] (a|al|alla|ai|all'~2-12)|vi può interessare — siamo interessati al vostro corso
(cerchiamo|cerco|stiamo cercando) (un|una|uno|dei|delle) (~15 )?@fornitore — cerchiamo un fornitore
(preventivo|listino|quotazione|offerta) (per|di|dei|delle|prezzi) — un preventivo per la cucina
(vorrei|vorremmo|desidero|desideriamo|intendiamo|pensavamo di) (~4 )?@acquistare — vorrei acquistare
(collaborazione|partnership|accordo) (con|tra|commerciale|di) — collaborazione con contratto
una collaborazione — una collaborazione
(rinnovare|prolungare|estendere) (il|il nostro) contratto — vogliamo rinnovare il contratto
`;
