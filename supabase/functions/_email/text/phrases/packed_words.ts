/** Long lists of words in less text: each says how many letters it shares with the one before. */

/** More shared letters than one figure can tell. */
const MOST_SHARED = 9;

/** Packs words; their order and words that come twice are lost. `anna annie` → `0anna3ie`. */
export function packWords(words: Iterable<string>): string {
  let before = "";
  return [...new Set(words)].sort().map((word) => {
    let shared = 0;
    while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared]) {
      shared++;
    }
    before = word;
    return shared + word.slice(shared);
  }).join("");
}

/** The words of a packed text. */
export function unpackWords(text: string): Set<string> {
  let word = "";
  return new Set(
    text.split(/(?=\d)/).map((entry) => {
      word = word.slice(0, Number(entry[0])) + entry.slice(1);
      return word;
    }),
  );
}
