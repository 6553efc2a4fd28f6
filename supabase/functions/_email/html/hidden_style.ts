/** Which styles make an element, or its text, invisible to a person reading the mail. */
import { type Color, readBackground, readColor } from "./style_color.ts";

/** What the styles of one element say about being seen. */
export interface Look {
  /** The element and all in it is not shown. */
  readonly isHidden: boolean;
  /** Of the text; null where nothing is said. */
  readonly color: Color | null;
  readonly background: Color | null;
}

/** Of an element that says nothing. */
export const PLAIN_LOOK: Look = { isHidden: false, color: null, background: null };

/** Longer styles are cut: real ones stay under a thousand characters. */
const MAX_STYLE_UNITS = 4_000;

const ZERO_OR_ONE_PIXEL =
  /^(?:0(?:\.0*)?(?:px|pt|em|rem|ex|ch|vw|vh|%|mm|cm|in)?|1px|0?\.\d{1,4}(?:px|pt|em|rem)|1pt)$/;
const FAR_AWAY = /^-\d{3,6}(?:\.\d{1,4})?(?:px|pt|em|rem|%)$/;

/** What one attribute (name in lower case) says; null when nothing. */
export function readAttributeLook(name: string, value: string): Look | null {
  switch (name) {
    case "hidden":
      return { ...PLAIN_LOOK, isHidden: true };
    case "style":
      return readDeclarations(value);
    case "color":
    case "text":
      return { ...PLAIN_LOOK, color: readColor(value.trim().toLowerCase()) };
    case "bgcolor":
      return { ...PLAIN_LOOK, background: readColor(value.trim().toLowerCase()) };
    case "background":
      return { ...PLAIN_LOOK, background: "unknown" };
    default:
      return null;
  }
}

/** What the declarations of a style attribute, or of a rule in a style sheet, say. */
export function readDeclarations(style: string): Look {
  const rules = new Map<string, string>();
  const plain = style.slice(0, MAX_STYLE_UNITS).replace(/\/\*[^*]*\*\//g, "").toLowerCase();
  for (const rule of plain.split(";")) {
    const colon = rule.indexOf(":");
    if (colon < 0) continue;
    const value = rule.slice(colon + 1).replace("!important", "").trim();
    rules.set(rule.slice(0, colon).trim(), value);
  }
  const color = rules.get("color");
  return {
    isHidden: isHidden(rules),
    color: color === undefined ? null : readColor(color),
    background: readBackground(
      rules.get("background-color"),
      rules.get("background"),
      rules.get("background-image"),
    ),
  };
}

/** Several looks of one element: a later one wins where it says something. */
export function mergeLooks(looks: readonly Look[]): Look {
  let merged = PLAIN_LOOK;
  for (const look of looks) {
    merged = {
      isHidden: merged.isHidden || look.isHidden,
      color: look.color ?? merged.color,
      background: look.background ?? merged.background,
    };
  }
  return merged;
}

function isHidden(rules: ReadonlyMap<string, string>): boolean {
  const is = (name: string, value: RegExp) => value.test(rules.get(name) ?? "");
  if (is("display", /^none$/) || is("mso-hide", /^all$/)) return true;
  if (is("visibility", /^(?:hidden|collapse)$/)) return true;
  if (is("opacity", /^0(?:\.0*\d?)?%?$/)) return true;
  if (is("font-size", ZERO_OR_ONE_PIXEL) || is("font", /(?:^|\s)0(?:px|pt)?(?:\/|\s)/)) return true;
  if (is("text-indent", FAR_AWAY)) return true;
  if (is("position", /^(?:absolute|fixed)$/)) {
    if (is("left", FAR_AWAY) || is("top", FAR_AWAY) || is("right", FAR_AWAY)) return true;
    if (is("clip", /^rect\(\s*(?:0|1px)/)) return true;
  }
  if (is("clip-path", /^inset\((?:50|100)%/) || is("transform", /scale\(0\)/)) return true;
  const clips = is("overflow", /^(?:hidden|clip)$/);
  return clips &&
    ["max-height", "height", "max-width", "width"].some((name) => is(name, ZERO_OR_ONE_PIXEL));
}
