/**
 * Italian words and phrases that show how the sender feels. How they are written:
 * `text/word_table.ts`.
 */
export const ITALIAN_FEELINGS = String.raw`
@deluso = delus[oaie]|insoddisfatt[oaie]|arrabbiat[oaie]|seccat[oaie]|indignat[oaie]
@deluso = infastidit[oaie]
@contento = content[oaie]|soddisfatt[oaie]|felice|felici|entusiast[ai]|grat[oaie]|colpit[oaie]
@molto = molto|davvero|veramente|estremamente|profondamente|proprio|tanto|così

# Anger or a threat; one of these is enough.
## strong_negative
inaccettabile|intollerabile|scandalos[oa]|vergognos[oa]|indecente|pessim[oa] — inaccettabile
(è |che |una )(vergogna|presa in giro|truffa|indecenza|schifezza|disastro) — è una vergogna
@molto @deluso — siamo molto delusi
(sono|siamo) (stuf[oaie]|esasperat[oaie]|furios[oaie]|furibond[oaie])|non se ne può più — sono stufo
(vie legali|mio avvocato|nostro avvocato|miei legali|nostri legali|diffida|denuncia) — vie legali
(esigo|pretendo|esigiamo|pretendiamo|mai più|il peggior) — esigo una spiegazione

# Disappointment or worry.
## negative
@deluso|delusione|deludente|insoddisfazione — sono deluso della cena
(purtroppo|peccato|mi dispiace dover|dispiace constatare) — purtroppo non è venuto nessuno
(seconda|terza|ennesima|quarta) volta — è la terza volta
(ancora una volta|di nuovo|ancora niente|ancora nulla|sempre la stessa) — ancora una volta
(preoccupat[oaie]|preoccup[ao]|preoccupazione|pazienza|stanc[oaie]|stanch[ie]|timore) — preoccupato
(reclamo|lamentela|lamentele|poco serio|non è serio|poco professionale) — faccio reclamo

# Praise or joy.
## positive
@molto @contento — siamo molto contenti
(complimenti|bravissim[oaie]|brav[oaie]|congratulazioni|evviva|grandios[oa]) — complimenti a tutti
(eccellente|eccellenti|ottim[oaie]|perfett[oaie]) — cena eccellente
(meraviglios[oaie]|stupend[oaie]|splendid[oaie]) — meraviglioso
(fantastic[oaie]|squisit[oaie]|delizios[oaie]) — era tutto squisito
(magnific[oaie]|favolos[oaie]|impeccabil[ei]) — magnifico
(gentilissim[oaie]|bellissim[oaie]|buonissim[oaie]) — il personale gentilissimo
(bravissim[oaie]|puntualissim[oaie]) — bravissimo
(ci|mi) (è|e'|siamo|sono) (~10 )?(piaciut[oaie]|divertit[oaie]) — ci è piaciuto molto
(ci|mi) (è|e'|siamo|sono) (~10 )?trovat[oaie] benissimo — ci è trovato benissimo
(grazie (di cuore|infinite|mille volte)|un grande grazie|grazie davvero) — grazie di cuore
(consiglierò|consiglieremo|lo consiglio|la consiglio) — vi consiglieremo a tutti
(vi consiglio|vi consiglieremo|raccomanderò) — vi consiglieremo a tutti
(torneremo|ci torneremo|tornerò) (di sicuro|sicuramente) — torneremo di sicuro
(torneremo|ci torneremo|tornerò) (presto|volentieri|certamente) — torneremo presto
(ci avete|mi avete|ci ha|mi ha) salvat[oaie]|meglio (di|del) (quanto|previsto) — ci avete salvato
(adoro|adorato|è stato un piacere|una meraviglia|la migliore|il migliore) — la migliore torta

# Turns praise into its opposite.
## negation
non|mai|nessun[oa]?|senza|poco|tutt'altro — non era ottimo
`;
