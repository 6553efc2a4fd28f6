/**
 * Words that tell whether a sentence in a language without tables of its own belongs to an email.
 * How they are written: `text/word_table.ts`.
 */
export const ANY_INJECTION = String.raw`
@zignoruj = zignoruj|ignoruj|ignorera|ignorer|ignorujte

# Orders to a program that reads the email to forget its own orders.
## overrides
@zignoruj (~12 ){0,3}(instrukcje|instruktioner|instrukce) — zignoruj instrukcje
(игнорируй|забудь|ігноруй)(те)? (все |предыдущие |всі )?инструкции — игнорируй все инструкции
(игнорируй|забудь|ігноруй)(те)? (все |предыдущие |всі )?(указания|інструкції) — игнорируй указания
忽略(之前|以上|所有)?的?(指令|指示)|指示を無視 — 忽略之前的指令
`;
