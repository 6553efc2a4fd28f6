/**
 * Reduces HTML to what a reader sees: structure tags without attributes around visible text. Hidden
 * elements, comments, scripts and styles are left out with their content. One walk without
 * recursion, linear in its input. Where it is not sure whether a reader sees a text, the text is
 * kept.
 */
import { BLACK, WHITE } from "./color.ts";
import {
  BLOCKS,
  BORDERS,
  ENDED_BY_BLOCKS,
  ENDS,
  MAX_SEARCH,
  NEVER_ENDED,
  SKIPPED,
  TABLE,
  VOID,
} from "./element_kinds.ts";
import type { Look } from "./look.ts";
import { readClasses, type StyledElement } from "./selectors.ts";
import { createLookReader, hidesText, see, type Sight } from "./sight.ts";
import { isForReaders } from "./list_rules.ts";
import { readStyleRules, type StyleRules } from "./style_rules.ts";
import { MAX_TEXT_UNITS } from "./plain_text.ts";
import { closeSwallowing, tokenize } from "./tokens.ts";

/** Deepest nesting kept; layout tables of real newsletters reach about 40. Deeper text stays. */
const MAX_DEPTH = 100;
/** Tags kept of one email; real newsletters have some thousand. The text of others stays. */
const MAX_TAGS = 20_000;
/** Elements whose every level rewrites the lines inside are kept this deep. */
const MAX_SAME = new Map([["blockquote", 2], ["ul", 6], ["ol", 6], ["li", 12]]);

interface OpenElement extends StyledElement {
  readonly parent: OpenElement | null;
  readonly look: Look;
  /** Its start tag was written. */
  readonly isWritten: boolean;
  /** The last element in it so far. */
  last: StyledElement | null;
  seen: Sight;
}

/** Hostile or broken HTML in, small flat HTML out. Linear in its input; never throws. */
export function keepVisibleHtml(html: string): string {
  const closed = closeSwallowing(html);
  const rules = readStyleRules(/<style/i.test(closed) ? collectStyles(closed) : "");
  const walk = createWalk(rules);
  tokenize(closed, walk);
  return walk.end();
}

function collectStyles(html: string): string {
  const sheets: string[] = [];
  let isInside = false;
  tokenize(html, {
    open: (name, attributes) =>
      isInside = name === "style" && isForReaders(attributes.get("media") ?? "all"),
    close: () => isInside = false,
    text: (text) => {
      if (isInside) sheets.push(text);
    },
  });
  return sheets.join("\n");
}

function createWalk(rules: StyleRules) {
  const out: string[] = [];
  const open: OpenElement[] = [];
  /** Open elements by name, and those of them that are written. */
  const counts = new Map<string, number>();
  const written = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  let units = 0;
  const readLook = createLookReader(rules);
  const root: Sight = {
    isGone: false,
    isUnseen: false,
    isTiny: false,
    isAway: false,
    color: rules.hasUnsureColor ? "unknown" : BLACK,
    background: rules.hasUnsureBackground ? "unknown" : WHITE,
  };
  let lastAtRoot: StyledElement | null = null;
  const sightNow = () => open.at(-1)?.seen ?? root;
  const add = (map: Map<string, number>, name: string, by: number) => {
    map.set(name, (map.get(name) ?? 0) + by);
  };

  const pop = () => {
    const element = open.pop();
    if (element === undefined) return;
    add(counts, element.name, -1);
    if (!element.isWritten) return;
    add(written, element.name, -1);
    depth--;
    out.push(`</${element.name}>`);
  };
  const popTo = (length: number) => {
    while (open.length > length) pop();
  };
  /** Ends the innermost open element of one of the names, unless a border is in between. */
  const endInnermost = (names: readonly string[], borders: ReadonlySet<string>) => {
    if (!names.some((name) => (counts.get(name) ?? 0) > 0)) return;
    const lowest = Math.max(0, open.length - MAX_SEARCH);
    for (let at = open.length - 1; at >= lowest; at--) {
      const name = open[at]?.name ?? "";
      if (names.includes(name)) return popTo(at);
      if (borders.has(name)) return;
    }
  };
  const endImplied = (name: string) => {
    for (const skipped of ENDED_BY_BLOCKS) {
      if (BLOCKS.has(name)) endInnermost([skipped], TABLE);
    }
    if (BLOCKS.has(name) && name !== "li" && !/^t[dhr]|^t(?:body|foot|head)/.test(name)) {
      endInnermost(["p"], BORDERS.get("p") ?? TABLE);
    }
    for (const ended of ENDS.get(name) ?? []) {
      endInnermost([ended], BORDERS.get(ended) ?? TABLE);
    }
  };

  /** An inline element ends without the blocks in it: they are seen as if it had not been there. */
  const endInline = (name: string) => {
    const lowest = Math.max(0, open.length - MAX_SEARCH);
    const at = open.findLastIndex((each) => each.name === name);
    if (at < lowest) return;
    if (!open.slice(at + 1).some((each) => BLOCKS.has(each.name))) return popTo(at);
    open.splice(at, 1);
    add(counts, name, -1);
    for (let inner = at; inner < open.length; inner++) {
      const element = open[inner];
      if (element !== undefined) element.seen = see(element, open[inner - 1]?.seen ?? root);
    }
  };

  return {
    open(name: string, attributes: ReadonlyMap<string, string>) {
      endImplied(name);
      const parent = open.at(-1) ?? null;
      const previous = parent === null ? lastAtRoot : parent.last;
      const classes = readClasses(attributes.get("class"));
      const place = (previous?.place ?? 0) + 1;
      const element = { name, attributes, classes, parent, previous, place };
      if (parent === null) lastAtRoot = element;
      else parent.last = element;
      const around = sightNow();
      if (VOID.has(name)) {
        if (!around.isGone && (name === "br" || name === "hr") && tags++ < MAX_TAGS) {
          out.push("<br>");
        }
        return;
      }
      const look = readLook(element);
      const seen = see({ name, look }, around);
      const same = written.get(name) ?? 0;
      const isKept = BLOCKS.has(name) && !seen.isGone;
      const isWritten = isKept && depth < MAX_DEPTH && tags++ < MAX_TAGS &&
        same < (MAX_SAME.get(name) ?? MAX_DEPTH);
      open.push({ ...element, look, isWritten, last: null, seen });
      add(counts, name, 1);
      if (isWritten) {
        add(written, name, 1);
        depth++;
        out.push(`<${name}>`);
      } else if (isKept) out.push(" ");
    },
    close(name: string) {
      if (NEVER_ENDED.has(name)) return;
      if ((counts.get(name) ?? 0) === 0) {
        // Browsers show a paragraph that only ends as an empty one.
        if (name === "p" && !sightNow().isGone && tags++ < MAX_TAGS) out.push("<p></p>");
        return;
      }
      if (!BLOCKS.has(name) && !SKIPPED.has(name)) return endInline(name);
      popTo(open.findLastIndex((each) => each.name === name));
    },
    text(text: string) {
      const sight = sightNow();
      if (sight.isGone || units > MAX_TEXT_UNITS) return;
      units += text.trim().length;
      out.push(hidesText(sight) ? " " : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
    },
    end() {
      popTo(0);
      return out.join("");
    },
  };
}
