/** The selectors of style sheets, parsed by css-what, as tests of elements. */
import { type AttributeSelector, parse, type Selector } from "css-what";

/** An element as selectors see it. */
export interface StyledElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** In lower case, at most 20. */
  readonly classes: ReadonlySet<string>;
  readonly parent: StyledElement | null;
  /** The element before it in its parent. */
  readonly previous: StyledElement | null;
  /** Its place among the elements of its parent, from 1. */
  readonly place: number;
}

/** One selector of a rule. */
export interface Rule {
  /** Between combinators, the element itself first. */
  readonly compounds: readonly Compound[];
  readonly specificity: number;
  readonly index: number;
}

/** What is written without a combinator. */
export interface Compound {
  readonly tests: readonly ((element: StyledElement) => boolean)[];
  /** How it is joined to the compound before it in this list. */
  readonly joint: "self" | "descendant" | "child" | "adjacent" | "sibling";
}

/** More combinators are not followed. */
const MAX_PARTS = 12;
/** Longer lists of selectors are not read. */
const MAX_LIST_UNITS = 10_000;

/** The rule of one selector, null where that is not understood, and the name it is looked up by. */
export interface ReadSelector {
  readonly rule: Rule | null;
  readonly bucket: string;
}

/** The selectors of a list, without those that fit no element of an email that is only read. */
export function readSelectors(list: string, index: number): ReadSelector[] {
  return parseSelectors(list).flatMap((selector) => {
    const rule = selector && compile(selector, index);
    return rule === "never" ? [] : [{ rule, bucket: bucketOf(selector ?? []) }];
  });
}

const NO_CLASSES: ReadonlySet<string> = new Set();

/** The classes of a `class` attribute, in lower case; email programs do not tell cases apart. */
export function readClasses(written: string | undefined): ReadonlySet<string> {
  if (written === undefined) return NO_CLASSES;
  return new Set(written.slice(0, 500).toLowerCase().split(/\s+/, 20));
}

/** The selectors of a list; null for each that cannot be parsed. */
function parseSelectors(list: string): (Selector[] | null)[] {
  if (list.length > MAX_LIST_UNITS) return [null];
  try {
    return parse(list).slice(0, 50);
  } catch {
    const parts = list.split(",").slice(0, 50);
    if (parts.length === 1) return [null];
    return parts.flatMap((part) => parseSelectors(part.replaceAll(",", "")));
  }
}

/** The last compound's most telling name: only rules under an element's own names are tried. */
function bucketOf(selector: readonly Selector[]): string {
  const last = selector.slice(selector.findLastIndex(({ type }) => JOINTS.has(type)) + 1);
  const named = (name: string) =>
    last.find((part): part is AttributeSelector =>
      part.type === "attribute" && part.name === name && /^(?:equals|element)$/.test(part.action)
    );
  const id = named("id");
  if (id !== undefined) return `#${id.value.toLowerCase()}`;
  const styled = named("class");
  if (styled !== undefined && styled.action === "element") return `.${styled.value.toLowerCase()}`;
  const tag = last.find((part) => part.type === "tag");
  return tag === undefined ? "*" : tag.name.toLowerCase();
}

const JOINTS: ReadonlySet<string> = new Set(["descendant", "child", "adjacent", "sibling"]);
/** States that an email that is only read is never in, and parts that are no elements. */
const NEVER = new Set(
  "hover active focus focus-within focus-visible visited target checked disabled empty".split(" "),
);

/**
 * Null for a selector that is not understood; `never` for one that fits no element as it is read.
 */
function compile(selector: readonly Selector[], index: number): Rule | null | "never" {
  const compounds: Compound[] = [];
  let tests: ((element: StyledElement) => boolean)[] = [];
  let joint: Compound["joint"] = "self";
  let specificity = 0;
  for (const part of selector.toReversed()) {
    if (part.type === "pseudo-element" || part.type === "pseudo" && NEVER.has(part.name)) {
      return "never";
    }
    if (JOINTS.has(part.type)) {
      compounds.push({ tests, joint });
      [tests, joint] = [[], part.type as Compound["joint"]];
      continue;
    }
    const test = toTest(part);
    if (test === null) return null;
    specificity += weigh(part);
    tests.push(test);
  }
  compounds.push({ tests, joint });
  return compounds.length > MAX_PARTS ? null : { compounds, specificity, index };
}

function weigh(part: Selector): number {
  if (part.type === "attribute" && part.name === "id") return 10_000;
  if (part.type === "attribute" || part.type === "pseudo") return 100;
  return part.type === "tag" ? 1 : 0;
}

function toTest(part: Selector): ((element: StyledElement) => boolean) | null {
  if (part.type === "universal") return () => true;
  if (part.type === "tag") {
    const name = part.name.toLowerCase();
    return (element) => element.name === name;
  }
  if (part.type === "attribute") return toAttributeTest(part);
  if (part.type !== "pseudo") return null;
  if (part.name === "first-child") return ({ previous }) => previous === null;
  if (part.name === "nth-child") return toPlaceTest(String(part.data ?? ""));
  if (part.name === "root") return ({ name }) => name === "html";
  if (part.name === "link" || part.name === "any-link") return ({ name }) => name === "a";
  if (!/^(?:not|is|where|matches)$/.test(part.name) || !Array.isArray(part.data)) return null;
  const inner = part.data.map((selector) => selector.map(toTest));
  if (inner.flat().some((test) => test === null)) return null;
  const isNot = part.name === "not";
  return (element) => inner.some((tests) => tests.every((test) => test?.(element))) !== isNot;
}

/** `odd`, `even`, `3`, `2n` or `2n+1`; null for anything else. */
function toPlaceTest(written: string): ((element: StyledElement) => boolean) | null {
  const said = written.toLowerCase().replace(/\s+/g, "").replace("odd", "2n+1").replace(
    "even",
    "2n",
  );
  const [, every, sign = "", start = ""] = /^(?:(\d{0,4})n)?(?:([+-]?)(\d{1,4}))?$/.exec(said) ??
    [];
  if (said === "" || every === undefined && start === "") return null;
  const first = Number(`${sign}${start === "" ? 0 : start}`);
  const step = every === undefined ? 0 : every === "" ? 1 : Number(every);
  return ({ place }) =>
    step === 0 ? place === first : place >= first && (place - first) % step === 0;
}

function toAttributeTest({ name, action, value, ignoreCase }: AttributeSelector) {
  const ignores = ignoreCase === true || name === "class" || name === "id" ||
    ignoreCase === "quirks";
  const fold = (text: string) => ignores ? text.toLowerCase() : text;
  const wanted = fold(value);
  if (name === "class" && action === "element") {
    return ({ classes }: StyledElement) => classes.has(wanted);
  }
  return ({ attributes }: StyledElement): boolean => {
    const written = attributes.get(name.toLowerCase());
    if (written === undefined) return action === "not";
    const has = fold(written);
    switch (action) {
      case "exists":
        return true;
      case "equals":
        return has === wanted;
      case "not":
        return has !== wanted;
      case "element":
        return wanted !== "" && has.split(/\s+/).includes(wanted);
      case "hyphen":
        return has === wanted || has.startsWith(`${wanted}-`);
      case "start":
        return wanted !== "" && has.startsWith(wanted);
      case "end":
        return wanted !== "" && has.endsWith(wanted);
      default:
        return wanted !== "" && has.includes(wanted);
    }
  };
}
