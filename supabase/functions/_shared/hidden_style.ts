/** Which attributes make an element invisible to a person reading the mail. */

const ZERO_OR_ONE_PIXEL =
  /^(?:0(?:\.0*)?(?:px|pt|em|rem|ex|ch|vw|vh|%|mm|cm|in)?|1px|0?\.\d{1,4}px)$/;

/** True when one attribute (name in lower case) hides its element and all in it. */
export function hidesContent(name: string, value: string): boolean {
  if (name === "hidden") return true;
  return name === "style" && isHiddenStyle(value);
}

function isHiddenStyle(style: string): boolean {
  const plain = style.slice(0, 4_000).replace(/\/\*[^*]*\*\//g, "").toLowerCase();
  const rules = new Map<string, string>();
  for (const rule of plain.split(";")) {
    const colon = rule.indexOf(":");
    if (colon < 0) continue;
    const value = rule.slice(colon + 1).replace("!important", "").trim();
    rules.set(rule.slice(0, colon).trim(), value);
  }
  if (rules.get("display") === "none" || rules.get("mso-hide") === "all") return true;
  if (/^(?:hidden|collapse)$/.test(rules.get("visibility") ?? "")) return true;
  if (/^0(?:\.0*)?%?$/.test(rules.get("opacity") ?? "")) return true;
  if (ZERO_OR_ONE_PIXEL.test(rules.get("font-size") ?? "")) return true;
  const height = rules.get("max-height") ?? rules.get("height") ?? "";
  return rules.get("overflow") === "hidden" && ZERO_OR_ONE_PIXEL.test(height);
}
