/** The style sheets of an email: which rules hold for an element? */
import { listRules } from "./list_rules.ts";
import { type Declaration, readDeclarations, toLook } from "./look.ts";
import { type Compound, readSelectors, type Rule, type StyledElement } from "./selectors.ts";

/** What the rules say about elements. */
export interface StyleRules {
  /** Numbers of the rules that hold for an element, the strongest last. */
  match(element: StyledElement): readonly number[];
  readonly declarations: readonly (readonly Declaration[])[];
  /** A rule that is not matched for sure sets a background, so the page's own is not known. */
  readonly hasUnsureBackground: boolean;
  /** The same for a color of text. */
  readonly hasUnsureColor: boolean;
}

/** Email programs cut style sheets too; more is not read. */
const MAX_SHEET_UNITS = 100_000;
/** Rules that decide what is seen, one for each selector. */
const MAX_RULES = 500;
/** What can take back that an element is hidden. */
const SHOWS_AGAIN = new Set("display opacity overflow height max-height position".split(" "));
/** Comparisons for one email: past them no more rules are matched, and text stays visible. */
const MAX_TESTS = 200_000;

/** Reads style sheets. Linear; never throws. */
export function readStyleRules(sheet: string): StyleRules {
  const buckets = new Map<string, Rule[]>();
  const declarations: Declaration[][] = [];
  let hasUnsureBackground = false;
  let hasUnsureColor = false;
  let count = 0;
  for (const [selectors, body] of listRules(sheet.slice(0, MAX_SHEET_UNITS))) {
    if (count >= MAX_RULES) {
      hasUnsureBackground = hasUnsureColor = true;
      break;
    }
    const read = readDeclarations(body);
    const look = toLook(read);
    const says = Object.values(look).some((said) => said !== null && said !== false);
    if (!says && !read.some(({ name }) => SHOWS_AGAIN.has(name))) continue;
    const index = declarations.push(read) - 1;
    for (const { rule, bucket } of readSelectors(selectors, index)) {
      if (rule === null || rule.compounds.length > 1) {
        hasUnsureBackground ||= look.background !== null;
        hasUnsureColor ||= look.color !== null;
      }
      if (rule === null || count >= MAX_RULES) continue;
      count++;
      buckets.set(bucket, [...buckets.get(bucket) ?? [], rule]);
    }
  }
  return {
    match: createMatcher(buckets),
    declarations,
    hasUnsureBackground,
    hasUnsureColor,
  };
}

function createMatcher(buckets: ReadonlyMap<string, readonly Rule[]>): StyleRules["match"] {
  let tests = 0;
  const fits = (element: StyledElement, compound: Compound | undefined) => {
    tests++;
    return tests < MAX_TESTS && compound !== undefined &&
      compound.tests.every((test) => test(element));
  };
  /** Whether the compounds from `at` on fit what is around the element that the one before fits. */
  const fitsAround = (element: StyledElement, compounds: Rule["compounds"], at = 1): boolean => {
    const compound = compounds[at];
    if (compound === undefined) return true;
    const isUpward = compound.joint === "descendant" || compound.joint === "child";
    const isOnce = compound.joint === "child" || compound.joint === "adjacent";
    let next = isUpward ? element.parent : element.previous;
    while (next !== null && tests < MAX_TESTS) {
      if (fits(next, compound) && fitsAround(next, compounds, at + 1)) return true;
      if (isOnce) return false;
      next = isUpward ? next.parent : next.previous;
    }
    return false;
  };
  return (element) => {
    if (buckets.size === 0 || tests >= MAX_TESTS) return [];
    const keys = [
      "*",
      element.name,
      ...element.classes.values().map((name) => `.${name}`),
      `#${(element.attributes.get("id") ?? "").toLowerCase()}`,
    ];
    return keys.flatMap((key) => buckets.get(key) ?? [])
      .filter((rule) => fits(element, rule.compounds[0]) && fitsAround(element, rule.compounds))
      .toSorted((a, b) => a.specificity - b.specificity || a.index - b.index)
      .map(({ index }) => index);
  };
}
