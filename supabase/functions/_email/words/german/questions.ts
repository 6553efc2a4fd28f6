/** German words and phrases that show questions. How they are written: `text/word_table.ts`. */
export const GERMAN_QUESTIONS = String.raw`
@wissen = wissen|fragen|interessieren|sagen|bescheid|mitteilen|klären
@bis = bis|vor|noch|heute|morgen|am|im|spätestens
@ob = ob|wann|wie|was|wer|welche[rsn]?|warum|wo
@nennen = nennen|sagen|schreiben|teilen

# A question without a question mark.
## indirect
@wissen,? (~10 )?(ob|wann|wie|was|wer|welche[rsn]?|warum|wo) — ich möchte wissen, ob das geht
(sagen|schreiben) sie (mir|uns) @bis (~12,? )?(~12,? )?(~12,? )?@ob — sagen sie mir bis montag, ob
(sag|sagt|schreib|schreibt) (mir|uns) @bis (~12,? )?(~12,? )?(~12,? )?@ob — sag mir bis montag, ob
(frage|fragen) (mich|wir uns),? @ob — ich frage mich, ob das reicht
@nennen sie (mir|uns) (bitte )?(ein|zwei|drei|ihr) — nennen sie mir bitte zwei tage
(nennen|sagen|schreiben|teilen) sie (mir|uns) (bitte )?(den|die|das|mit) — nennen sie mir den

# Nobody waits for an answer to these.
## rhetorical
wie geht('s| es)? (ihnen|dir|euch) — wie geht es ihnen
wer hätte (das )?gedacht — wer hätte das gedacht
was soll das( denn| alles)? ?[?!]?$ — ich frage mich, was soll das
(wolltet|wolltest|wollten)( ihr| du| sie)? (ja |doch |noch )?wissen — wolltet wissen, wie es läuft
was soll man (da|dazu) (noch )?sagen — was soll man da noch sagen
was gibt es (schönere|bessere)s (als)? — was gibt es schöneres als regen?
(nennen sie|nennt ihr|nennt man) (das|so etwas) — nennen sie das pünktlich?

# Begins what a sender answers to a question of their own.
## ^own_answer
weil |ganz einfach|gar nicht|überhaupt nicht|niemand|keine ahnung — weil es geregnet hat
(ja|nein|doch|natürlich|genau)[,.!] — ja, das hat geklappt
`;
