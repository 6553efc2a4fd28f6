/** Italian words and phrases that show questions. How they are written: `text/word_table.ts`. */
export const ITALIAN_QUESTIONS = String.raw`
@sapere = sapere|chiedere|chiederle|chiedervi|chiederti|chiedo|domando|domandavo|chiedevo|dirmi
@sapere = dirci
@sapere = mi dica|dimmi|ditemi|ci dica|diteci|indicarmi|confermarmi|capire|mi dici|non so
@entro = entro|prima|oggi|domani|stasera|subito|ora|per|questa
@se = se|quando|quanto|quanti|quale|quali|chi|come|dove|perché|perche|cosa|che cosa|a che ora

# A question without a question mark.
## indirect
@sapere @se — vorrei sapere se serve un permesso
@sapere @entro (~10 )?(~10 )?(~10 )?(~10 )?@se — mi dica entro venerdì se va bene
(una|altra|ultima|piccola) domanda: — una domanda: dove è la chiave
(confermi|confermate|confermatemi|mi confermi) (la )?(sua|vostra|tua)? ?presenza — confermi presenza

# Nobody waits for an answer to these.
## rhetorical
come (sta|stai|state|va|stanno)( ~8)? ?\?$ — buongiorno, come sta?
(tutto bene|tutto ok|che si dice) ?\?$ — ciao, tutto bene?
(chi l'avrebbe (detto|mai detto)|che dire|cosa vuoi di più) — chi l'avrebbe detto
(che )?cosa c'è di (meglio|più ~3-9) (che|di) — cosa c'è di meglio di un caffè?
chi (lo )?avrebbe (mai )?(detto|pensato|immaginato) — chi avrebbe pensato a lui?

# Begins what a sender answers to a question of their own.
## ^own_answer
perch[eé] ~1-12|semplice|ovviamente|certo che|nessuno[,.] — perché i prezzi salgono
(sì|si|no|certo|esatto)[,.!] — sì, è andato tutto bene
`;
