/** Dutch words and phrases that show questions. How they are written: `text/word_table.ts`. */
export const DUTCH_QUESTIONS = String.raw`
@of = of|wanneer|hoeveel|welke|welk|wie|wat|hoe|waar|waarom|hoe laat|tot wanneer
@laat = laat|geef|zeg|vertel|mail|bericht

# A question without a question mark.
## indirect
(weten|zeggen|vertellen|aangeven|doorgeven|afvragen|navragen|vragen|horen|nagaan) @of — weten of
@laat( mij| me| ons| het| eens)?( even)?( weten| door| aan)? @of — laat of
(ik|wij|we) (vraag|vragen|vroeg) (me|mij|ons) af — ik vraag me af wie de sleutel heeft
(mijn|een|de|nog een|onze|korte) vraag(je)?: — nog een vraag: waar is de sleutel
(bevestig|bevestigt u) (uw|je) (komst|aanwezigheid) — bevestig uw komst

# Nobody waits for an answer to these.
## rhetorical
hoe (gaat|is) (het|'t)( met (je|u|jullie))? ?\?$ — dag ana, hoe gaat het?
alles goed( met (je|u|jullie))? ?\?$|wat wil je nog meer — alles goed?
wat is er (fijner|mooier|leuker|beter) dan — wat is er fijner dan regen?
wie had (dat )?(ooit )?(gedacht|kunnen denken) — wie had gedacht dat hij kwam?

# Begins what a sender answers to a question of their own.
## ^own_answer
omdat |want |heel eenvoudig|natuurlijk|niemand[,.] — omdat de prijzen stijgen
(ja|nee|jawel|precies|klopt)[,.!] — ja, het ging goed
`;
