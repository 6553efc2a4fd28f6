/** What the walk must know about elements by their names. */

/** Never shown, with all that is in them. */
export const SKIPPED = new Set(
  ("iframe math noembed noframes object script select style svg template textarea title").split(
    " ",
  ),
);
/** Of these, the ones that a block of text ends, because it cannot be in them. */
export const ENDED_BY_BLOCKS = new Set(["math", "select", "svg"]);
/** Kept in the reduced HTML: they begin a line, or structure a list or a table. */
export const BLOCKS = new Set(
  ("address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 " +
    "h5 h6 header li main nav ol p pre section table tbody td tfoot th thead tr ul").split(" "),
);
/** Without content and end tag. */
export const VOID = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/** Browsers take what is behind their end tags for content all the same. */
export const NEVER_ENDED = new Set(["body", "head", "html"]);

/** So many open elements are searched for the one that a tag ends. */
export const MAX_SEARCH = 100;

/** Open elements that a start tag ends, where they are the innermost of their kind. */
export const ENDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["li", ["li"]],
  ["dd", ["dd", "dt"]],
  ["dt", ["dd", "dt"]],
  ["td", ["td", "th"]],
  ["th", ["td", "th"]],
  ["tr", ["td", "th", "tr"]],
  ["tbody", ["td", "th", "tr", "thead", "tbody"]],
  ["tfoot", ["td", "th", "tr", "thead", "tbody"]],
]);
/** An element of the key is not ended across one of these. */
export const BORDERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["li", new Set(["ul", "ol"])],
  ["dd", new Set(["dl"])],
  ["dt", new Set(["dl"])],
  ["p", new Set(["table", "td", "th", "button", "object"])],
]);
/** The border where {@link BORDERS} has none. */
export const TABLE = new Set(["table"]);
