/** Fractions, which look like dates without a year: 3/4 of the flour. */
import { isFree } from "../clock/clock.ts";
import { isAttached, isNumberAt, type Source, textAt } from "../tokens.ts";

/**
 * Whether two figures with a slash between, the first one at `at`, are no date: nothing around says
 * that they are one, or that cannot be.
 */
export function isFraction(source: Source, at: number, a: number, b: number): boolean {
  const { words } = source;
  const to = at + 3;
  const next = textAt(source, to);
  if (a === 0 || b === 0 || a === 24 && b === 7 || Math.max(a, b) > 31) return true;
  // `3/4 of the flour`, but `le 3/4 de 9h à 11h`.
  if (words.of.has(next) && !words.inTime.has(next) && !isNumberAt(source, to + 1)) return true;
  if (next === "%" || next === '"' || next === "″") return true;
  const before = textAt(source, at - 1);
  // `Model A-10/11`
  const isNamed = before === "-" && isAttached(source, at) && isAttached(source, at - 1);
  if (isNamed && /^[a-z]/.test(textAt(source, at - 2))) return true;
  // No fraction begins with a zero.
  if (words.relations.has(before) || isPadded(source, at) || isPadded(source, at + 2)) return false;
  if (words.due.has(before)) return isChange(source, at - 1);
  const isDay = words.weekdays.has(before) ||
    /^[,.(:]$/.test(before) &&
      (words.weekdays.has(textAt(source, at - 2)) || words.due.has(textAt(source, at - 2)));
  if (isDay || isAtTime(source, to) || isStretch(source, at, to)) return false;
  // `on 5/3 or 6/3`: as the one before.
  const isListed = words.goesOn.has(before) || words.and.has(before) || before === ",";
  if (isListed && isFigures(source, at - 4)) {
    const [first, second] = [numberAt(source, at - 4), numberAt(source, at - 2)];
    return isFraction(source, at - 4, first, second);
  }
  const isAlone = at === 0 && isEnd(source, to);
  const isLoose = words.from.has(before) || words.between.has(before) || words.to.has(before) ||
    PURPOSE.has(before) || Math.max(a, b) > 12 && Math.min(a, b) <= 12;
  return !isAlone && !(isLoose && isFree(source, to));
}

const PURPOSE = new Set(["for", "für", "pour", "per", "para", "voor", "por"]);

/** `reduced by 1/3`. */
function isChange(source: Source, at: number): boolean {
  if (!/^(?:by|um|de|di|met|en)$/.test(textAt(source, at))) return false;
  for (let place = at - 1; place >= 0 && place >= at - 4; place--) {
    if (CHANGE.test(textAt(source, place))) return true;
  }
  return false;
}

/** How amounts change, in English: other languages use the word of dates less often. */
const CHANGE =
  /^(?:reduc|cut|increas|gr[eo]w|f[ae]ll|drop|r[oi]se|lower|rais|shr[aiu]nk|decreas|declin)/;

/** `3/4 10:00`, `3/4 at 10`. */
function isAtTime(source: Source, at: number): boolean {
  const { words } = source;
  const next = textAt(source, at);
  const from = words.at.has(next) || next === "," || words.from.has(next) ? at + 1 : at;
  return isNumberAt(source, from) &&
    (from > at && words.at.has(next) || /^[:h]$/.test(textAt(source, from + 1)) ||
      /^[ap]m$/.test(textAt(source, from + 1)) || words.clock.has(textAt(source, from + 1)));
}

/** `3/4 - 5/4`. */
function isStretch(source: Source, at: number, to: number): boolean {
  const { words } = source;
  const before = textAt(source, at - 1);
  return words.to.has(textAt(source, to)) && isFigures(source, to + 1) ||
    (words.to.has(before) || words.between.has(textAt(source, at - 5)) && words.and.has(before)) &&
      isFigures(source, at - 4);
}

function isFigures(source: Source, at: number): boolean {
  return isNumberAt(source, at) && textAt(source, at + 1) === "/" && isNumberAt(source, at + 2);
}

function numberAt({ tokens }: Source, at: number): number {
  return tokens[at]?.number ?? 0;
}

function isPadded({ tokens }: Source, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.end - token.start === 2 && (token.number ?? 10) < 10;
}

function isEnd({ tokens }: Source, at: number): boolean {
  return tokens.slice(at).every(({ text }) => /^[^a-z0-9\u00df-\u024f]$/.test(text));
}
