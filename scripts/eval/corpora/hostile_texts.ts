/** Lines that make careless expressions backtrack; a text is one of them over and over. */
export const HOSTILE_LINES: Readonly<Record<string, string>> = {
  quotes: ">".repeat(900),
  fields: "To: x",
  senders: "From: ana@x.example",
  attributions: "On Mon, 9 Nov 2026 at 10:02, Ana <ana@x.example>",
  verbs: "Ana wrote:",
  "verb in the middle": `Am 1.1.2026 um 10:00 schrieb ${"x ".repeat(400)}`,
  stamps: "Ana\n01/02/2026 10:11 AM\n",
  separators: "-- ",
  rules: "_".repeat(900),
  "rules with words": `-----${"a ".repeat(30)}----`,
  dashes: "---- ".repeat(190),
  "sign-offs": "Kind regards,\nAna Ruiz",
  thanks: "Thanks, ".repeat(120),
  names: "Ana Ruiz",
  capitals: "A".repeat(990),
  initials: "A. ".repeat(330),
  digits: "123 456 ".repeat(100),
  brackets: "(1) ".repeat(240),
  numbers: "+49 30 1234567 / ".repeat(50),
  addresses: "a@".repeat(450),
  links: "http://".repeat(140),
  angles: "<".repeat(900),
  notices: "this e-mail is confidential and intended only for",
  postscripts: "PS: a",
  programs: "Sent from ".repeat(90),
  spaces: `${" ".repeat(990)}x`,
  tabs: `${"\t".repeat(990)}x`,
  "broken numbers": "Sent from my phone\n(123)",
  blanks: "",
  letters: "x",
  colons: "x:".repeat(450),
  commas: "a, ".repeat(300),
};

/** A text of at most so many UTF-16 units that repeats one line. */
export function repeatLine(line: string, units: number): string {
  const unit = `${line}\n`;
  return unit.repeat(Math.ceil(units / unit.length)).slice(0, units);
}
