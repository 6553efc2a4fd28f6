/** What the declarations of one element say about being seen. */
import { type Color, readBackground, readColor } from "./color.ts";

/** Null everywhere where nothing is said. */
export interface Look {
  /** Neither the element nor anything in it is shown. */
  readonly isGone: boolean;
  /** Inherited, and taken back by an element inside that says so. */
  readonly visibility: "hidden" | "visible" | null;
  /** Inherited. `relative` depends on the size around it. */
  readonly size: "tiny" | "readable" | "relative" | null;
  /** Inherited: whether the text begins far outside. */
  readonly isIndentedAway: boolean | null;
  /** Of the text; inherited. */
  readonly color: Color | null;
  readonly background: Color | null;
}

/** One declaration of a style: name and value in lower case. */
export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** Longer styles are cut: real ones stay under a thousand characters. */
const MAX_STYLE_UNITS = 4_000;

/** Smaller text cannot be read. */
const LEAST_FONT_PX = 4;
/** What is moved further than this is off the screen, in px, pt, em or percent. */
const FAR = 100;
/** Boxes up to this size show no text. */
const LEAST_BOX_PX = 1.5;
/** What is less opaque cannot be seen. */
const LEAST_OPACITY = 0.1;

/** How many pixels a unit has; `em` and `ex` with the usual font. */
const PX_PER_UNIT: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  mm: 3.78,
  cm: 37.8,
  in: 96,
  "%": 0.16,
  vw: 10,
  vh: 10,
};
const LENGTH =
  /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(px|pt|pc|r?em|ex|ch|mm|cm|in|%|v[wh]|)$/;

/** Splits a style attribute, or the inside of a rule. */
export function readDeclarations(style: string): Declaration[] {
  const declarations: Declaration[] = [];
  const plain = unescapeCss(style.slice(0, MAX_STYLE_UNITS)).replace(
    /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g,
    "",
  )
    .toLowerCase();
  for (const part of plain.split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const written = part.slice(colon + 1).trim();
    const value = written.replace(/\s{0,20}!\s{0,20}important$/, "");
    declarations.push({
      name: part.slice(0, colon).trim(),
      value: value.includes("calc(") ? calculate(value.trim()) : value.trim(),
      isImportant: value !== written,
    });
  }
  return declarations;
}

const CALC = /calc\(([^()]{1,80})\)/g;
const TERM = /^([+-]?[\d.]{1,12})([a-z%]{0,4})$/;

/** `calc(1px - 1px)` as `0px`: sums and products of numbers in one unit; others as written. */
function calculate(value: string): string {
  return value.replace(CALC, (written, inside: string) => {
    const [first = "", ...others] = inside.trim().split(/\s*([*/])\s*|\s+([+-])\s+/)
      .filter((part) => part !== undefined);
    const start = TERM.exec(first);
    if (start === null) return written;
    let [sum, unit] = [Number(start[1]), start[2] ?? ""];
    for (let at = 0; at < others.length; at += 2) {
      const term = TERM.exec(others[at + 1] ?? "");
      const sign = others[at];
      const other = term?.[2] ?? "";
      const isFactor = sign === "*" || sign === "/";
      if (term === null || !isFactor && other !== unit && Number(term[1]) !== 0) return written;
      if (isFactor && other !== "" && unit !== "") return written;
      unit = unit === "" ? other : unit;
      const number = Number(term[1]);
      if (sign === "*") sum *= number;
      else if (sign === "/") sum /= number;
      else sum += sign === "-" ? -number : number;
    }
    return Number.isFinite(sum) ? `${sum}${unit}` : written;
  });
}

/** `\64 isplay` is `display`. */
function unescapeCss(css: string): string {
  if (!css.includes("\\")) return css;
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, code?: string, sign?: string) => {
    const point = code === undefined ? 0 : parseInt(code, 16);
    return sign ?? (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "");
  });
}

/** The look that declarations make; the last one of a name counts, important ones before others. */
export function toLook(declarations: readonly Declaration[]): Look {
  const values = new Map<string, string>();
  for (const isImportant of [false, true]) {
    for (const each of declarations) {
      if (each.isImportant === isImportant) values.set(each.name, each.value);
    }
  }
  const color = values.get("-webkit-text-fill-color") ?? values.get("color");
  return {
    isGone: isGone(values),
    visibility: readVisibility(values.get("visibility")),
    size: readSize(values.get("font-size") ?? sizeOfFont(values.get("font"))),
    isIndentedAway: values.has("text-indent") ? isFar(values.get("text-indent")) : null,
    color: color === undefined || /^(?:inherit|unset)$/.test(color) ? null : toTextColor(color),
    background: readBackground(
      values.get("background-color"),
      values.get("background"),
      values.get("background-image"),
    ),
  };
}

function toTextColor(value: string): Color {
  return /^(?:currentcolor|initial|revert)$/.test(value) ? "unknown" : readColor(value);
}

function isGone(values: ReadonlyMap<string, string>): boolean {
  const is = (name: string, expected: RegExp) => expected.test(values.get(name) ?? "");
  if (is("display", /^none$/) || is("mso-hide", /^all$/)) return true;
  if (is("content-visibility", /^hidden$/) || isTransparent(values.get("opacity"))) return true;
  const isMoved = is("position", /^(?:absolute|fixed|relative)$/) &&
    ["left", "top", "right", "bottom"].some((side) => isFar(values.get(side)));
  if (isMoved || ["margin-left", "margin-top"].some((side) => isFar(values.get(side), 10 * FAR))) {
    return true;
  }
  if (is("position", /^(?:absolute|fixed)$/) && is("clip", /^rect\(\s*(?:0|1px)/)) return true;
  if (is("clip-path", /^(?:inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0 0\s*\))/)) return true;
  if (is("transform", /scale[xy]?\(\s*0?(?:\.0\d*)?\s*[,)]/)) return true;
  if (is("scale", SHRUNK) || is("zoom", SHRUNK)) return true;
  if (isFiltered(values.get("filter")) || isFiltered(values.get("-ms-filter"))) return true;
  if (is("transform", /translate[xy]?\([^)]*-\d{3,6}/)) return true;
  const clips = ["overflow", "overflow-x", "overflow-y"].some((name) =>
    is(name, /^(?:hidden|clip)/)
  );
  return clips &&
    ["max-height", "height", "max-width", "width"].some((name) => isNothing(values.get(name)));
}

/** Shrunk to less than a tenth. */
const SHRUNK = /^(?=.)(?:0?(?:\.0\d*)?|\d(?:\.\d+)?%)$/;

/** `opacity(0)`, and `alpha(opacity=0)` of old browsers. */
function isFiltered(filter = ""): boolean {
  const share = /opacity\s*[(=]\s*([\d.]{1,9}%?)/.exec(filter)?.[1];
  if (share === undefined) return false;
  return isTransparent(/opacity\s*=/.test(filter) ? `${share}%` : share);
}

function isTransparent(opacity = ""): boolean {
  const share = /^(\d{0,3}(?:\.\d{1,9})?(?:e-\d{1,2})?)(%?)$/.exec(opacity);
  if (share === null || opacity === "") return false;
  return Number(share[1]) / (share[2] === "%" ? 100 : 1) <= LEAST_OPACITY;
}

function readVisibility(value: string | undefined): Look["visibility"] {
  if (value === "visible" || value === "initial") return "visible";
  return value === "hidden" || value === "collapse" ? "hidden" : null;
}

function readSize(value: string | undefined): Look["size"] {
  if (value === undefined) return null;
  const px = toPx(value);
  if (px === null) {
    return /^(?:larger|smaller|inherit|unset|calc)/.test(value) ? "relative" : "readable";
  }
  if (px < LEAST_FONT_PX) return "tiny";
  return /(?:%|[^r]em|ex|ch)$/.test(value) ? "relative" : "readable";
}

/** The first length in a `font` is its size: `bold 0/1 serif`. */
function sizeOfFont(font: string | undefined): string | undefined {
  return font?.split(/[\s/]+/).find((part) => toPx(part) !== null && !/^[1-9]00$/.test(part));
}

function isFar(value: string | undefined, far = FAR): boolean {
  const amount = /^-(\d{1,9}(?:\.\d{1,9})?)(?:px|pt|r?em|%|v[wh]|in|cm)$/.exec(value ?? "")?.[1];
  return amount !== undefined && Number(amount) >= far;
}

function isNothing(value: string | undefined): boolean {
  const px = value === undefined ? null : toPx(value);
  return px !== null && px < LEAST_BOX_PX && !(value?.endsWith("%") && px > 0);
}

function toPx(value: string): number | null {
  const [, amount, unit = ""] = LENGTH.exec(value) ?? [];
  return amount === undefined ? null : Number(amount) * (PX_PER_UNIT[unit] ?? 1);
}
