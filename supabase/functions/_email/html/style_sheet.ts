/** The style sheets inside a mail, as far as they decide what is seen. */
import { type Look, mergeLooks, PLAIN_LOOK, readDeclarations } from "./hidden_style.ts";

/** What the rules say about elements. */
export interface StyleSheet {
  /** Of an element with these attributes. */
  lookOf(tag: string, classes: string, id: string): Look;
  /** A rule whose elements are not known colours a background: where nothing is said, nothing is sure. */
  readonly hasHiddenBackgrounds: boolean;
}

/** Mail programs cut sheets as well; more is not read. */
const MAX_SHEET_UNITS = 100_000;
const MAX_RULES = 2_000;

const SIMPLE_SELECTOR = /^([a-z][a-z0-9]{0,20})?(?:([.#])([\w-]{1,100}))?$/i;

/** Reads the `<style>` elements of an HTML text. Rules inside `@media` and the like are left out. Linear. */
export function readStyleSheet(html: string): StyleSheet {
  const looks = new Map<string, Look>();
  let hasHiddenBackgrounds = false;
  for (const [selectors, declarations] of listRules(collectSheets(html))) {
    const look = readDeclarations(declarations);
    if (!look.isHidden && look.color === null && look.background === null) continue;
    for (const written of selectors.split(",").slice(0, 50)) {
      const selector = SIMPLE_SELECTOR.exec(written.trim());
      if (selector === null || selector[0] === "") {
        hasHiddenBackgrounds ||= look.background !== null;
        continue;
      }
      const key = (selector[2] === undefined ? selector[1] ?? "" : `${selector[2]}${selector[3]}`)
        .toLowerCase();
      const known = looks.get(key);
      looks.set(key, known === undefined ? look : mergeLooks([known, look]));
    }
  }
  return { hasHiddenBackgrounds, lookOf: (tag, classes, id) => lookUp(looks, tag, classes, id) };
}

function lookUp(looks: ReadonlyMap<string, Look>, tag: string, classes: string, id: string): Look {
  if (looks.size === 0) return PLAIN_LOOK;
  const keys = [
    tag,
    ...classes.toLowerCase().split(/\s+/, 20).map((name) => `.${name}`),
    `#${id.toLowerCase()}`,
  ];
  return mergeLooks(keys.flatMap((key) => looks.get(key) ?? []));
}

function collectSheets(html: string): string {
  let sheets = "";
  const start = /<style\b[^>]{0,500}>/gi;
  for (let found = start.exec(html); found !== null && sheets.length < MAX_SHEET_UNITS;) {
    const end = html.indexOf("</", start.lastIndex);
    if (end < 0) break;
    sheets += html.slice(start.lastIndex, end) + "\n";
    start.lastIndex = end;
    found = start.exec(html);
  }
  return sheets.slice(0, MAX_SHEET_UNITS).replaceAll("<!--", "").replaceAll("-->", "");
}

/** Selectors and declarations of the rules outside any `@` block. */
function listRules(sheet: string): [selectors: string, declarations: string][] {
  const rules: [string, string][] = [];
  const plain = stripComments(sheet);
  let at = 0;
  while (at < plain.length && rules.length < MAX_RULES) {
    const open = plain.indexOf("{", at);
    if (open < 0) break;
    const selectors = plain.slice(at, open).trim();
    const close = selectors.startsWith("@") ? endOfBlock(plain, open) : plain.indexOf("}", open);
    if (close < 0) break;
    if (!selectors.startsWith("@")) rules.push([selectors, plain.slice(open + 1, close)]);
    at = close + 1;
  }
  return rules;
}

function stripComments(sheet: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let open = sheet.indexOf("/*"); open >= 0; open = sheet.indexOf("/*", at)) {
    pieces.push(sheet.slice(at, open));
    const close = sheet.indexOf("*/", open + 2);
    at = close < 0 ? sheet.length : close + 2;
  }
  pieces.push(sheet.slice(at));
  return pieces.join("");
}

function endOfBlock(sheet: string, open: number): number {
  let depth = 0;
  for (let at = open; at < sheet.length; at++) {
    const sign = sheet.charAt(at);
    if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return at;
  }
  return -1;
}
