/** Which rules does a style sheet have that hold for every reader? */

const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
/**
 * What decides the form of a sheet: strings, which are passed over, and the marks between rules.
 */
const MARK = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^)"']{0,500}\)|[{};]/g;
/**
 * Media that every reader has. Conditions (`max-width`) hold for some readers only, so they are
 * not. What one property needs (`@supports (display: grid)`), readers of today have.
 */
const EVERYWHERE = new RegExp(
  String.raw`^@(?:media\s*(?:only\s+)?(?:screen|all)|media\s+not\s+print|layer\b[^,;]*|` +
    String.raw`supports\s*\([^()]{1,100}(?:\([^()]{0,100}\)[^()]{0,100})?\))$`,
);
const GROUP = /^@(?:media|layer|supports|container|scope|document)\b/i;
/** Blocks inside blocks. */
const MAX_DEPTH = 20;
/** Selectors of a rule inside others, which multiply. */
const MAX_NESTED = 50;
const MAX_SELECTOR_UNITS = 2_000;

/** A rule that is open. */
interface OpenRule {
  readonly selectors: string;
  /** Its declarations so far, without those of the rules inside it. */
  body: string;
}

/** Selectors and declarations, in their order. Linear in the sheet; never throws. */
export function listRules(sheet: string): [selectors: string, declarations: string][] {
  const rules: [string, string][] = [];
  const plain = sheet.replaceAll("<!--", " ").replaceAll("-->", " ").replace(COMMENT, " ");
  /** For each open block: a rule, or whether the rules of a condition hold. */
  const open: (OpenRule | boolean)[] = [];
  let shut = 0;
  let at = 0;
  const findRule = () => open.findLast((block) => typeof block === "object");
  const write = (rule: OpenRule | undefined, end: number) => {
    if (rule === undefined) return;
    const body = rule.body + plain.slice(at, end);
    if (shut === 0 && body.trim() !== "") rules.push([rule.selectors, body]);
    rule.body = "";
  };
  for (const { 0: mark, index } of plain.matchAll(MARK)) {
    if (mark.length > 1) continue;
    const rule = findRule();
    if (mark === ";" && rule !== undefined) rule.body += plain.slice(at, index + 1);
    else if (mark === "{") {
      const head = plain.slice(at, index).trim();
      at = index;
      write(rule, index);
      if (open.length >= MAX_DEPTH) break;
      if (GROUP.test(head)) {
        open.push(holdsEverywhere(head));
        if (open.at(-1) === false) shut++;
      } else open.push({ selectors: nest(rule, head), body: "" });
    } else if (mark === "}") {
      write(rule, index);
      if (open.pop() === false) shut--;
    }
    at = index + 1;
  }
  write(findRule(), plain.length);
  return rules.filter(([selectors]) => selectors !== "" && !selectors.startsWith("@"));
}

/** The selectors of a rule inside another: `&` stands for what the outer one selects. */
function nest(outer: OpenRule | undefined, head: string): string {
  if (outer === undefined) return head;
  const arounds = outer.selectors.includes("(") ? [outer.selectors] : outer.selectors.split(",");
  const parts = head.includes("(") ? [head] : head.split(",");
  return arounds.flatMap((around) =>
    parts.map((part) =>
      part.includes("&") ? part.replaceAll("&", around.trim()) : `${around} ${part}`
    )
  ).slice(0, MAX_NESTED).join(",").slice(0, MAX_SELECTOR_UNITS);
}

/** Whether the `media` of a style sheet is one that every reader has. */
export function isForReaders(media: string): boolean {
  return media.trim() === "" || holdsEverywhere(`@media ${media.trim()}`);
}

function holdsEverywhere(head: string): boolean {
  const [name = "", ...others] = head.toLowerCase().split(",");
  const prefix = /^@media\s*/.exec(name)?.[0];
  return [name, ...others.map((each) => `${prefix ?? "@media "}${each.trim()}`)]
    .some((each) => EVERYWHERE.test(each.trim()));
}
