/** Cuts a text to `maxLength` UTF-16 units without splitting a surrogate pair. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(maxLength - 1));
  return text.slice(0, splitsPair ? maxLength - 1 : maxLength);
}

/**
 * One line for a column: control characters and runs of white space become one space, Unicode is
 * well-formed, at most `maxLength` UTF-16 units.
 */
export function cleanField(value: string, maxLength: number): string {
  // A bounded part is enough and keeps a hostile megabyte of spaces cheap.
  const part = cutText(value, maxLength * 4).toWellFormed();
  return cutText(part.replace(/[\p{Cc}\s]+/gu, " ").trim(), maxLength).trimEnd();
}
