/** The tags and texts of HTML, by htmlparser2's tokenizer, also where the HTML is broken. */
import { Tokenizer } from "htmlparser2";

/** Takes tags and texts in their order. */
export interface TokenSink {
  /** A start tag; names in lower case, entities decoded. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** Text as a reader sees it, entities decoded; a run of it may come in pieces. */
  text(text: string): void;
}

/** Up to this often a tag that is never finished is taken for one that ends at the next `>`. */
const MAX_REPAIRS = 10;

/** Feeds the sink. Linear; never throws. */
export function tokenize(html: string, sink: TokenSink): void {
  let rest = html;
  for (let repairs = 0; repairs <= MAX_REPAIRS; repairs++) {
    const unfinished = tokenizeOnce(rest, sink);
    if (unfinished === null) return;
    // A quote that is never closed would swallow everything behind it.
    const end = rest.indexOf(">", unfinished);
    if (end < 0) return;
    rest = rest.slice(end + 1);
  }
  sink.text(rest.replace(/<[^<>]{0,1000}>/g, " "));
}

/** @returns where a start tag begins that is not finished at the end; null when there is none. */
function tokenizeOnce(html: string, sink: TokenSink): number | null {
  let tag: { readonly name: string; readonly start: number } | null = null;
  let attributes = new Map<string, string>();
  let attribute = "";
  let value = "";
  const open = () => {
    if (tag !== null) sink.open(tag.name, attributes);
    tag = null;
    attributes = new Map();
  };
  const ignore = () => {};
  const tokenizer = new Tokenizer({ decodeEntities: true }, {
    onopentagname: (start, end) => {
      tag = { name: html.slice(start, end).toLowerCase(), start: start - 1 };
    },
    onattribname: (start, end) => {
      attribute = html.slice(start, end).toLowerCase();
      value = "";
    },
    onattribdata: (start, end) => {
      value += html.slice(start, end);
    },
    onattribentity: (codePoint) => {
      value += toText(codePoint);
    },
    onattribend: () => {
      if (!attributes.has(attribute)) attributes.set(attribute, value);
    },
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag: (start, end) => {
      sink.close((html.slice(start, end).split("/", 1)[0] ?? "").toLowerCase());
    },
    ontext: (start, end) => sink.text(html.slice(start, end)),
    ontextentity: (codePoint) => sink.text(toText(codePoint)),
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  });
  tokenizer.write(html);
  tokenizer.end();
  return (tag as { readonly start: number } | null)?.start ?? null;
}

function toText(codePoint: number): string {
  return codePoint >= 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : "\ufffd";
}

/** Elements whose content is not shown, so that one without an end tag hides all behind it. */
const SWALLOWING = "iframe noembed noframes object script select style template textarea title xmp"
  .split(" ");
/** What shows that such an element has ended. */
const MARKUP_NAMES =
  "head body html meta link style script title div p br table tbody tr td th span " +
  "font center h[1-6] ul ol li a b i u strong em img hr blockquote pre";
const MARKUP = new RegExp(`</?(?:${MARKUP_NAMES.replaceAll(" ", "|")})(?=[\\s/>])`, "gi");

/** Ends elements that would swallow the text behind them at the next tag. Linear. */
export function closeSwallowing(html: string): string {
  let closed = html.replaceAll("<![CDATA[", "<!CDATA[").replaceAll("--!>", "-->")
    .replace(/<\/(?=[^a-z>])/gi, "&lt;/");
  for (const name of SWALLOWING) closed = closeUnended(closed, name);
  return closed;
}

function closeUnended(html: string, name: string): string {
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])`, "gi");
  const starts: number[] = [];
  for (const { 1: slash, index } of html.matchAll(tag)) {
    if (slash === "/") starts.length = 0;
    else starts.push(index);
  }
  if (starts.length === 0) return html;
  const pieces: string[] = [];
  let from = 0;
  for (const start of starts) {
    MARKUP.lastIndex = html.indexOf(">", start) + 1;
    const end = MARKUP.lastIndex === 0 ? undefined : MARKUP.exec(html)?.index;
    if (end === undefined) break;
    pieces.push(html.slice(from, end), `</${name}>`);
    from = end;
  }
  pieces.push(html.slice(from));
  return pieces.join("");
}
