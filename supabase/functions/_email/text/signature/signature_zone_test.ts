import assert from "node:assert/strict";
import { splitZones } from "../quotes/newest_text.ts";
import type { Sender } from "./sender_name.ts";

const ANA: Sender = { name: "Ana Ruiz", email: "ana@harbour.example" };

function split(text: string, sender?: Sender) {
  const { newest, signature } = splitZones(text, sender);
  return { text: newest.trim(), signature: signature?.trim() ?? null };
}

const SIGNATURES: Record<string, string> = {
  "the separator": "-- \nAna Ruiz\nCEO, Ruiz Ltd\nhttps://x.example",
  "an English sign-off": "Kind regards,\nAna Ruiz\nCEO",
  "a German sign-off": "Mit freundlichen Grüßen\n\nAna Ruiz",
  "a Spanish sign-off": "Un saludo,\nAna",
  "a French sign-off": "Cordialement,\nAna Ruiz",
  "a Dutch sign-off": "Met vriendelijke groet,\nAna Ruiz",
  "a Polish sign-off": "Pozdrawiam\nAna Ruiz",
  "a sign-off with the name": "Thanks, Ana",
  "two sign-offs": "Thanks and best regards,\n\nAna",
  "a phone's line": "Sent from my iPhone",
  "a German phone's line": "Von meinem iPhone gesendet",
  "a phone's line with an excuse": "Sent from my mobile. Please excuse typos.",
  "a footer rule": "________________________\nThis list is open to all.",
  "a sponsor of the list": `${"-".repeat(40)}\nThis list is sponsored by Ruiz Ltd. Buy a kiln!`,
  "only a name": "Ana Ruiz\nRuiz Ltd, 0161 496 0100",
  "a name and a number": "Ana Ruiz\n0161 496 0100",
};
for (const [how, signature] of Object.entries(SIGNATURES)) {
  Deno.test(`a signature that starts with ${how} is no part of the text`, () => {
    const zones = split(`We can do that on Monday.\n\n${signature}`);
    assert.deepEqual(zones, { text: "We can do that on Monday.", signature });
  });
}

Deno.test("a signature is found by the sender's name, initials or short name", () => {
  for (const name of ["Ana", "ana", "- Ana Ruiz", "AR", "Ana R."]) {
    assert.equal(split(`We can do that on Monday.\n${name}`, ANA).signature, name);
  }
  const kimberly = { name: "Kimberly Ward", email: null };
  assert.equal(split("We can do that on Monday.\nKim", kimberly).signature, "Kim");
});

const NOTICES: Record<string, string> = {
  English: "This e-mail is confidential and intended only for the addressee.\n" +
    "If you have received it in error, please notify the sender and delete it.",
  German:
    "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie sie irrtümlich erhalten haben, " +
    "informieren Sie bitte den Absender und vernichten Sie sie.",
  Spanish: "Este mensaje es confidencial y va dirigido a su destinatario. Si lo ha recibido por " +
    "error, elimine todas las copias.",
};
for (const [language, notice] of Object.entries(NOTICES)) {
  Deno.test(`a legal notice is no part of the text: ${language}`, () => {
    assert.equal(
      split(`We can do that.\n\nKind regards,\nAna\n\n${notice}`).text,
      "We can do that.",
    );
    assert.equal(split(`We can do that.\n\n${notice}`).text, "We can do that.");
  });
}

Deno.test("an answer below the quote is text, whatever a program wrote above it", () => {
  const text = "Sent from my iPhone\n\nOn 9 Nov 2026 Ana wrote:\n> Price?\n\nTwelve euros.";
  assert.match(split(text).text, /Twelve euros\.$/);
});

Deno.test("a postscript is text", () => {
  const zones = split("We can do that.\n\nBest,\nAna\n\nPS: Please bring the keys on Friday.");
  assert.equal(zones.signature, "Best,\nAna");
  assert.match(zones.text, /Please bring the keys on Friday\.$/);
});

Deno.test("two words right below what they answer are no name", () => {
  const text = "> Is Monday free?\n\nNo, we are closed on Mondays.\n\n> And chairs?\n\nForty, yes.";
  assert.match(split(text).text, /Forty, yes\.$/);
});

const TEXTS: Record<string, string> = {
  "thanks in the middle of a letter": `Thanks,\n${
    "this sentence goes on for longer than any line of a signature would, by far. ".repeat(2)
  }`.trim(),
  "thanks alone": "Thanks, Ana!",
  "a greeting": "Ana,\nwe can do that.",
  "a number that a sentence asks to call":
    "Please call our driver, he waits for you under\n0161 496 0100",
  "a list of prices": "The offer:\nFlour 12.00 EUR\nSalt 3.10 EUR",
  "a list with dashes":
    "I write because of:\n-- the first point needs a check\n-- the second one too",
  "a sentence about phones":
    "Here is the mail\n\nSent from my desk, it is easier to write than on a phone.",
  "a confidential sentence": "The plan is done.\n\nPlease keep this confidential.",
};
for (const [what, text] of Object.entries(TEXTS)) {
  Deno.test(`${what} is no signature`, () => {
    assert.deepEqual(split(text, ANA), { text, signature: null });
  });
}
