/**
 * Reduces HTML to what a reader sees: structure tags without attributes around visible text. Hidden
 * elements, comments, scripts and styles go with their content. One pass, bounded nesting, so that
 * the converter behind it never meets hostile markup.
 */
import { type Look, mergeLooks, PLAIN_LOOK, readAttributeLook } from "./hidden_style.ts";
import { createPaint } from "./paint.ts";
import { readStyleSheet, type StyleSheet } from "./style_sheet.ts";

/** Deepest nesting kept; layout tables of real newsletters reach about 40. Deeper tags are dropped, their text stays. */
const MAX_DEPTH = 100;
/** Elements whose every level rewrites the lines inside: kept this deep, deeper ones lose the tag only. */
const MAX_SAME = new Map([["blockquote", 2], ["ul", 6], ["ol", 6], ["li", 12]]);

/** Read as raw text by browsers, or never shown: skipped up to their end tag. */
const SKIPPED = new Set([
  "head",
  "iframe",
  "math",
  "noembed",
  "noframes",
  "object",
  "script",
  "select",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
]);
const KEPT = new Set(
  ("address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 " +
    "header li main nav ol p pre section table tbody td tfoot th thead tr ul").split(" "),
);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

const TAG_START = /<(?:!|\?|\/?[a-z])/gi;
const TAG_NAME = /\/?[a-z][^\s/>]{0,40}/iy;
const ATTRIBUTE = /[\s/]*([^\s=>/]{1,100})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;

/** Longer lists of classes are cut. */
const MAX_CLASSES_UNITS = 500;

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly look: Look;
  /** Index behind the `>`. */
  readonly end: number;
}

interface Nesting {
  readonly open: string[];
  /** Open elements by name. */
  readonly counts: Map<string, number>;
  /** Start tags left out for depth, whose end tags must go too. */
  readonly dropped: Map<string, number>;
}

/** Hostile or broken HTML in, small flat HTML out. Linear in its input; never throws. */
export function keepVisibleHtml(html: string): string {
  const out: string[] = [];
  const nesting: Nesting = { open: [], counts: new Map(), dropped: new Map() };
  const sheet = readStyleSheet(html);
  const paint = createPaint(sheet.hasHiddenBackgrounds ? "unknown" : undefined);
  let hidden: HiddenElement | null = null;
  let at = 0;
  while (at < html.length) {
    TAG_START.lastIndex = at;
    const found = TAG_START.exec(html);
    const textEnd = found?.index ?? html.length;
    if (hidden === null && textEnd > at) {
      out.push(paint.hidesText() ? " " : html.slice(at, textEnd));
    }
    if (found === null) break;
    const next = html.charAt(textEnd + 1);
    if (next === "!" || next === "?") {
      at = skipDeclaration(html, textEnd);
      continue;
    }
    const tag = readTag(html, textEnd, sheet);
    at = tag.end;
    if (SKIPPED.has(tag.name)) {
      if (!tag.closes) at = skipElement(html, tag, sheet);
      continue;
    }
    if (hidden !== null) {
      hidden = stillHidden(hidden, tag, nesting.counts);
      if (hidden !== null || tag.closes) continue;
    }
    const isHidden = tag.look.isHidden && !tag.closes && !VOID.has(tag.name);
    if (tag.closes) paint.end(tag.name);
    else if (!isHidden && !VOID.has(tag.name)) paint.start(tag.name, tag.look);
    if (isHidden) {
      hidden = { name: tag.name, inside: new Map([[tag.name, 1]]) };
    } else if (tag.name === "br" || tag.name === "hr") {
      out.push("<br>");
    } else if (KEPT.has(tag.name)) {
      writeTag(tag, nesting, out);
    }
  }
  return out.join("");
}

interface HiddenElement {
  readonly name: string;
  /** How many elements of each name are open inside, the hidden one included. */
  readonly inside: Map<string, number>;
}

/** The hidden element still open after a tag inside it, or null when it ended. */
function stillHidden(
  hidden: HiddenElement,
  tag: Tag,
  outside: ReadonlyMap<string, number>,
): HiddenElement | null {
  if (VOID.has(tag.name)) return hidden;
  const inside = hidden.inside.get(tag.name) ?? 0;
  if (!tag.closes) {
    // HTML lets these end without an end tag.
    if (hidden.name === "p" && KEPT.has(tag.name)) return null;
    if (hidden.name === tag.name && /^(?:li|td|th|tr)$/.test(tag.name) && inside === 1) return null;
    hidden.inside.set(tag.name, inside + 1);
    return hidden;
  }
  if (inside === 0) return outside.get(tag.name) ? null : hidden;
  hidden.inside.set(tag.name, inside - 1);
  return tag.name === hidden.name && inside === 1 ? null : hidden;
}

function writeTag(tag: Tag, nesting: Nesting, out: string[]): void {
  const { open, counts, dropped } = nesting;
  const count = counts.get(tag.name) ?? 0;
  if (!tag.closes) {
    if (open.length >= MAX_DEPTH || count >= (MAX_SAME.get(tag.name) ?? MAX_DEPTH)) {
      dropped.set(tag.name, (dropped.get(tag.name) ?? 0) + 1);
      out.push(" ");
      return;
    }
    open.push(tag.name);
    counts.set(tag.name, count + 1);
    out.push(`<${tag.name}>`);
    return;
  }
  const droppedCount = dropped.get(tag.name) ?? 0;
  if (droppedCount > 0) {
    dropped.set(tag.name, droppedCount - 1);
    return;
  }
  // An end tag nothing opened would make the converter search its whole stack.
  if (count === 0) return;
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    counts.set(name, (counts.get(name) ?? 1) - 1);
    out.push(`</${name}>`);
    if (name === tag.name) return;
  }
}

function readTag(html: string, start: number, sheet: StyleSheet): Tag {
  TAG_NAME.lastIndex = start + 1;
  const written = (TAG_NAME.exec(html)?.[0] ?? "").toLowerCase();
  const closes = written.startsWith("/");
  const name = closes ? written.slice(1) : written;
  let at = start + 1 + written.length;
  const looks: Look[] = [];
  let classes = "";
  let id = "";
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const attribute = ATTRIBUTE.exec(html);
    if (attribute === null) break;
    at = ATTRIBUTE.lastIndex;
    const value = attribute[2] ?? attribute[3] ?? attribute[4] ?? "";
    const attributeName = (attribute[1] ?? "").toLowerCase();
    if (attributeName === "class") classes = value.slice(0, MAX_CLASSES_UNITS);
    else if (attributeName === "id") id = value.slice(0, MAX_CLASSES_UNITS);
    const look = readAttributeLook(attributeName, value);
    if (look !== null) looks.push(look);
  }
  const close = html.indexOf(">", at);
  return {
    name,
    closes,
    look: closes ? PLAIN_LOOK : mergeLooks([sheet.lookOf(name, classes, id), ...looks]),
    end: close < 0 ? html.length : close + 1,
  };
}

function skipDeclaration(html: string, start: number): number {
  const isComment = html.startsWith("<!--", start);
  const end = isComment ? html.indexOf("-->", start + 2) : html.indexOf(">", start);
  if (end < 0) return html.length;
  return end + (isComment ? 3 : 1);
}

function skipElement(html: string, tag: Tag, sheet: StyleSheet): number {
  const endTag = new RegExp(`</${tag.name}(?=[\\s/>])|<body(?=[\\s/>])`, "gi");
  endTag.lastIndex = tag.end;
  const end = endTag.exec(html);
  if (end === null) return html.length;
  return end[0].toLowerCase() === "<body" ? end.index : readTag(html, end.index, sheet).end;
}
