/** Derives the text that a person reads from an HTML email. */
import { compile } from "html-to-text";
import { capText } from "./plain_text.ts";
import { keepVisibleHtml } from "./visible_html.ts";

/** Longest HTML read, in UTF-16 units; equals what is stored of an email's HTML part. */
const MAX_HTML_UNITS = 262_144;

const block = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

/** Compiled for the first email that has no text of its own. */
let convertVisible: ((html: string) => string) | null = null;

const compileConverter = () =>
  compile({
    wordwrap: false,
    limits: { maxInputLength: 8 * MAX_HTML_UNITS, maxDepth: 200 },
    formatters: {
      // Cells side by side on the row's line: layout tables and data tables both stay readable.
      row: (elem: Node, walk: Walk, builder: Builder) => {
        builder.openBlock(block);
        const cells = elem.children.filter((child) => child.name === "td" || child.name === "th");
        for (const [index, cell] of cells.entries()) {
          if (index > 0) builder.addLiteral("  ");
          walk(cell.children, builder);
        }
        builder.closeBlock(block);
      },
    },
    selectors: [
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
        selector,
        format: "heading",
        options: { leadingLineBreaks: 2, trailingLineBreaks: 2, uppercase: false },
      })),
      ...["table", "center", "fieldset", "figure", "address", "dl", "dt", "dd"].map((selector) => ({
        selector,
        format: "block",
        options: block,
      })),
      { selector: "tr", format: "row" },
      { selector: "ul", format: "unorderedList", options: { itemPrefix: "- " } },
      { selector: "blockquote", format: "blockquote", options: { trimEmptyLines: true } },
    ],
  });

/**
 * The parts of html-to-text's nodes and builder that the row formatter uses; the package has no
 * types.
 */
interface Node {
  readonly name?: string;
  readonly children: readonly Node[];
}
interface Builder {
  openBlock(options: typeof block): void;
  closeBlock(options: typeof block): void;
  addLiteral(text: string): void;
}
type Walk = (nodes: readonly Node[], builder: Builder) => void;

/**
 * The visible text of an HTML email, capped like any stored text (see `capText`). Hidden elements,
 * comments, scripts, styles, images and link targets are left out; quoted blocks keep `> `. Never
 * throws and stays linear on hostile input; HTML beyond 262,144 units is not read.
 */
export function htmlToText(html: string): string {
  const text = convertHtml(html);
  const at = html.lastIndexOf("<!--");
  // A comment without an end hides the rest, but not all of an email.
  return text !== "" || at < 0 || html.includes("-->", at)
    ? text
    : convertHtml(html.slice(0, at) + html.slice(Math.max(html.indexOf("<", at + 4), at + 4)));
}

function convertHtml(html: string): string {
  const visible = keepVisibleHtml(html.slice(0, MAX_HTML_UNITS));
  const convert = convertVisible ?? compileConverter();
  convertVisible = convert;
  const text = capText(convert(visible));
  return text.replace(/[ \t]{1,1000}$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
}
