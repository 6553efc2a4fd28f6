/** Which part of a mail did its sender write just now, without quotes and signature? */
import {
  headerField,
  isAttribution,
  isFooterRule,
  isNameLine,
  isProgramLine,
  isQuoted,
  isSeparator,
  isSignatureSeparator,
  isSignOff,
  startsAttribution,
} from "./line_marks.ts";

type Zone = "new" | "older" | "signature";

/** Most lines a signature under a sign-off may have, and the most characters one of them. */
const SIGNATURE_MAX_LINES = 12;
const SIGNATURE_MAX_LINE_UNITS = 90;
/** Most lines below a rule that are taken for a footer. */
const FOOTER_MAX_LINES = 15;
/** Lines read behind a sign-off: keeps a text of nothing but sign-offs linear. */
const LOOK_AHEAD_LINES = 60;
/** Most lines of a closing name without a sign-off. */
const NAME_BLOCK_MAX_LINES = 5;

/** A capped plain text and the part of it that its sender wrote just now. */
export interface MailZones {
  /**
   * As long as the text, with quotes and signature blanked out line by line: what stands in it stands
   * at the same place in the text.
   */
  readonly newest: string;
  /** The same for the signature; null when there is none. */
  readonly signature: string | null;
}

/** Tells the newest message of a capped plain text from what stands around it. Linear in the text. */
export function splitZones(text: string): MailZones {
  const lines = text.split("\n");
  const zones = labelLines(lines);
  const keep = (zone: Zone) =>
    lines.map((line, index) => zones[index] === zone ? line : " ".repeat(line.length)).join("\n");
  return {
    newest: keep("new"),
    signature: zones.includes("signature") ? keep("signature") : null,
  };
}

/**
 * The newest message alone: lines exactly as written, the gap left by a quote between them as an empty
 * line. Empty when the sender added nothing.
 */
export function findNewestText(text: string): string {
  return splitZones(text).newest.replace(/^ +$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
}

function labelLines(lines: readonly string[]): Zone[] {
  const zones: Zone[] = lines.map(() => "new");
  const end = labelOlder(lines, zones);
  labelSignature(lines, zones, end);
  return zones;
}

/** Marks quotes and everything behind a separator; returns where the newest part ends at the latest. */
function labelOlder(lines: readonly string[], zones: Zone[]): number {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isQuoted(line)) {
      zones[at] = "older";
      continue;
    }
    const attributionLines = countAttributionLines(lines, at);
    if (attributionLines > 0) {
      const behind = nextText(lines, at + attributionLines);
      zones.fill("older", at, at + attributionLines);
      if (isQuoted(lines[behind] ?? "")) continue;
      zones.fill("older", at);
      return at;
    }
    if (isSeparator(line) || startsHeaderBlock(lines, at)) {
      zones.fill("older", at);
      return at;
    }
  }
  return lines.length;
}

function countAttributionLines(lines: readonly string[], at: number): number {
  const line = lines[at] ?? "";
  if (line.length > 300) return 0;
  if (isAttribution(line)) return 1;
  if (!startsAttribution(line)) return 0;
  const two = `${line} ${lines[at + 1] ?? ""}`;
  if (isAttribution(two)) return 2;
  return isAttribution(`${two} ${lines[at + 2] ?? ""}`) ? 3 : 0;
}

/** A quoted mail's header block starts with its sender and names at least two more fields. */
function startsHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = headerField(lines[at] ?? "");
  if (first === null || !/^(?:from|von|de|date|datum|sent)$/.test(first)) return false;
  const names = new Set<string>();
  for (const line of lines.slice(at, at + 6)) {
    const name = headerField(line);
    if (name !== null) names.add(name);
  }
  return names.size >= 3;
}

function nextText(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && at < from + 3 && (lines[at] ?? "").trim() === "") at++;
  return at;
}

function labelSignature(lines: readonly string[], zones: Zone[], end: number): void {
  const last = lastNewLine(lines, zones, end);
  let start = last + 1;
  for (let at = 0; at <= last && start > last; at++) {
    if (zones[at] !== "new") continue;
    const line = lines[at] ?? "";
    const ends = isSignatureSeparator(line) || isProgramLine(line) ||
      (isFooterRule(line) && last - at <= FOOTER_MAX_LINES) ||
      (isSignOff(line) &&
        looksLikeSignature(lines.slice(at + 1, Math.min(last + 1, at + 1 + LOOK_AHEAD_LINES))));
    if (ends) start = at;
  }
  if (start > last) start = findNameBlock(lines, zones, last);
  for (let at = start; at <= last; at++) if (zones[at] === "new") zones[at] = "signature";
}

/** Where a last paragraph that is only a name and lines of contact starts; behind `last` if none. */
function findNameBlock(lines: readonly string[], zones: readonly Zone[], last: number): number {
  let start = last;
  while (
    start > 0 && last - start < NAME_BLOCK_MAX_LINES && (lines[start - 1] ?? "").trim() !== ""
  ) {
    start--;
  }
  const block = lines.slice(start, last + 1);
  const standsAlone = start > 0 && zones[start] === "new" && (lines[start - 1] ?? "").trim() === "";
  const holds = standsAlone && isNameLine(lines[start] ?? "") &&
    block.every((line) => line.length <= 60 && !/[.!?:;]\s{0,5}$/.test(line));
  return holds ? start : last + 1;
}

function lastNewLine(lines: readonly string[], zones: readonly Zone[], end: number): number {
  let last = end - 1;
  while (last >= 0 && (zones[last] !== "new" || (lines[last] ?? "").trim() === "")) last--;
  return last;
}

/** Judges the lines behind a sign-off up to the next sure end; as many as were given may be cut off. */
function looksLikeSignature(rest: readonly string[]): boolean {
  const before = rest.findIndex((line) => isSignatureSeparator(line) || isProgramLine(line));
  if (before < 0 && rest.length === LOOK_AHEAD_LINES) return false;
  const filled = (before < 0 ? rest : rest.slice(0, before)).filter((line) => line.trim() !== "");
  return filled.length <= SIGNATURE_MAX_LINES &&
    filled.every((line) => line.length <= SIGNATURE_MAX_LINE_UNITS && !line.trim().endsWith("?"));
}
