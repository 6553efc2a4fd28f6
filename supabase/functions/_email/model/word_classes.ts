/**
 * Classes of words that the request model also reads sentences in, so that it need not know every
 * verb.
 */

const CLASSES: Readonly<Record<string, string>> = {
  DO: "send call contact review confirm check forward reply respond sign submit complete " +
    "fill update schedule arrange provide bring give tell ask add remove attach prepare " +
    "return pay email e-mail fax mail page ring meet talk speak discuss visit follow print " +
    "delete cancel approve advise include ensure verify find look come go set pick share " +
    "consider notify inform fix correct move handle note plan make take get have put use " +
    "keep read write remind work coordinate",
  WEB: "click download register subscribe unsubscribe log login enter order buy shop save " +
    "search join watch enjoy learn try",
  MAY: "can could would will may might shall should must",
  NOT: "can't couldn't won't wouldn't shouldn't cannot",
  BE: "is are was were am been",
  DID: "do does did",
  HAD: "has had",
  I: "i we",
  ME: "me us",
  MY: "my our",
  THEY: "he she they it",
  THEM: "him her them",
  THE: "a an the this that these those any some",
  WHAT: "what when where who how why which",
  TIME: "monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight week " +
    "month morning afternoon noon january february march april june july august september " +
    "october november december weekend asap",
  WANT: "want need like love hope wish",
  IN: "in on at for with from about by of into",
};

/** Words that are a class of their own: they decide what a sentence does. */
const THEMSELVES =
  "you your please let let's if to and or but not know don't so as thanks thank 0 url mail " +
  "? ! , feel free questions question be hesitate suggest propose recommend remember forget";

const CLASS_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CLASSES).flatMap(([name, words]) =>
    words.split(" ").map((word) => [word, name] as const)
  ),
  ...THEMSELVES.split(" ").map((word) => [word, word] as const),
]);

/** What an unknown word is: its ending tells a little about it. */
export const UNKNOWN_CLASS = "*";

/** The class of a token, see `toTokens`. */
export function classify(token: string): string {
  const known = CLASS_OF.get(token);
  if (known !== undefined) return known;
  if (token.endsWith("ing")) return "ING";
  return token.endsWith("ed") ? "ED" : UNKNOWN_CLASS;
}
