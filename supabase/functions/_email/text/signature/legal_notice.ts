/** Which paragraphs are legal notices of the sender's company? */
import { isBlank } from "../quotes/quote_marks.ts";

const SIGNS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:confidential|privileged|proprietary|vertraulich(?:e[nrs]?)?|confidenciale?s?|` +
      String.raw`confidentiel(?:le)?s?|riservat[oaie])\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:intended (?:recipient|addressee|solely|only|for|exclusively)|` +
      String
        .raw`named (?:recipient|addressee)|addressed to|solely for|bestimmt|destinatari[oa]s?|` +
      String.raw`destinataires?)\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:notify|inform|delete|destroy|contact the sender|informieren|vernichten|` +
      String.raw`löschen|notif[ií]que|elimine|détruire|avertir)\b`,
    "i",
  ),
  /\b(?:in error|by mistake|irrtümlich|por error|par erreur|per errore)\b/i,
  new RegExp(
    String.raw`\b(?:prohibited|unauthori[sz]ed|disclos(?:e|ure)|copying|distribution|` +
      String
        .raw`dissemination|unlawful|liab(?:le|ility)|nicht gestattet|prohibid[oa]|interdite?)\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:this|the|any|dies[e]?|este|ce|questa) (?:e-?mail|message|communication|` +
      String.raw`transmission|nachricht|correo|mensaje|information|attachments?)`,
    "i",
  ),
  /\b(?:virus(?:es)?|malware|warranty|views expressed)\b/i,
];
const SIGNS_NEEDED = 3;

/** For each line whether it is part of a paragraph that is a legal notice. Linear in the text. */
export function findLegalNotices(lines: readonly string[]): boolean[] {
  const legal = lines.map(() => false);
  for (let start = 0; start < lines.length; start++) {
    if (isBlank(lines[start] ?? "")) continue;
    let end = start;
    const found = new Set<number>();
    while (end < lines.length && !isBlank(lines[end] ?? "")) {
      for (const [index, sign] of SIGNS.entries()) {
        if (!found.has(index) && sign.test(lines[end] ?? "")) found.add(index);
      }
      end++;
    }
    if (found.size >= SIGNS_NEEDED) legal.fill(true, start, end);
    start = end;
  }
  return legal;
}
