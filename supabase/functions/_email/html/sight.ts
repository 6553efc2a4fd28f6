/** How the text of an element is seen, by its look and by what is around it. */
import { type Color, isInvisible } from "./color.ts";
import { SKIPPED } from "./element_kinds.ts";
import { type Declaration, type Look, readDeclarations, toLook } from "./look.ts";
import type { StyledElement } from "./selectors.ts";
import type { StyleRules } from "./style_rules.ts";

/** How text directly in an element is seen. */
export interface Sight {
  /** With all that is in it. */
  readonly isGone: boolean;
  readonly isUnseen: boolean;
  readonly isTiny: boolean;
  readonly isAway: boolean;
  readonly color: Color;
  readonly background: Color;
}

/** How an element is seen inside what is around it. */
export function see(
  { name, look }: { readonly name: string; readonly look: Look },
  around: Sight,
): Sight {
  const { visibility, size, isIndentedAway } = look;
  return {
    isGone: around.isGone || look.isGone || SKIPPED.has(name),
    isUnseen: visibility === null ? around.isUnseen : visibility === "hidden",
    isTiny: size === null || size === "relative" ? around.isTiny : size === "tiny",
    isAway: isIndentedAway ?? around.isAway,
    // Links have a color of their own.
    color: look.color ?? (name === "a" ? "unknown" : around.color),
    background: look.background ?? around.background,
  };
}

/** Whether text that is not gone cannot be read all the same. */
export function hidesText({ isUnseen, isTiny, isAway, color, background }: Sight): boolean {
  return isUnseen || isTiny || isAway || isInvisible(color, background);
}

const PLAIN = toLook([]);

/** Reads the looks of elements; the same rules and the same style are read once. */
export function createLookReader(rules: StyleRules): (element: StyledElement) => Look {
  const known = new Map<string, Look>();
  return (element) => {
    const { attributes } = element;
    const matched = rules.match(element);
    if (attributes.size === 0 && matched.length === 0) return PLAIN;
    const hints = listHints(attributes);
    const style = attributes.get("style") ?? "";
    if (hints.length === 0 && matched.length === 0 && style === "") return PLAIN;
    const key = `${matched.join()}|${hints.map(({ name, value }) => name + value).join()}|${style}`;
    const look = known.get(key) ?? toLook([
      ...hints,
      ...matched.flatMap((index) => rules.declarations[index] ?? []),
      ...readDeclarations(style),
    ]);
    known.set(key, look);
    return look;
  };
}

/** What attributes say, weaker than any style. */
function listHints(attributes: ReadonlyMap<string, string>): Declaration[] {
  const hints: Declaration[] = [];
  const hint = (name: string, value: string) => hints.push({ name, value, isImportant: false });
  for (const [name, value] of attributes) {
    const written = value.trim().toLowerCase();
    if (name === "hidden") hint("display", "none");
    else if (name === "color" || name === "text") hint("color", written);
    else if (name === "bgcolor") hint("background-color", written);
    else if (name === "background") hint("background-image", "attribute");
  }
  return hints;
}
