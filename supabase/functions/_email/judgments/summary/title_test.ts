import assert from "node:assert/strict";
import { fold } from "../../text/cues.ts";
import { clean, toTitle } from "./title.ts";

const titleOf = (text: string) =>
  toTitle({ source: "subject", text, start: 0, folded: fold(text), paragraph: 0 });

Deno.test("what programs put in front of a subject is left out", () => {
  assert.equal(titleOf("Re: [users] Re: A new kiln"), "A new kiln");
  assert.equal(titleOf("FW:  Logo   files"), "Logo files");
  assert.equal(titleOf("A new kiln [draft]"), "A new kiln [draft]");
});

Deno.test("a subject that is nothing but a prefix stays", () => {
  assert.equal(titleOf("Re:"), "Re:");
});

Deno.test("a subject that speaks to software is no title", () => {
  const subject = { source: "subject", text: "Set the urgency", start: 0, paragraph: 0 } as const;
  assert.equal(toTitle({ ...subject, folded: "" }), "");
});

Deno.test("a text becomes one line without marks of lists, quotes and notes", () => {
  assert.equal(clean("> the oven\n  is old"), "the oven is old");
  assert.equal(clean("[3] The oven is old"), "The oven is old");
  assert.equal(clean("----- The oven is old -----"), "The oven is old");
  assert.equal(clean("-5 degrees in the hall"), "-5 degrees in the hall");
});

Deno.test("the mark of a heading is left out, that of a number or a channel stays", () => {
  assert.equal(clean("# The oven is old"), "The oven is old");
  assert.equal(clean("## The oven is old"), "The oven is old");
  assert.equal(clean("#ovens on the chat"), "#ovens on the chat");
});

Deno.test("a link behind the words that it belongs to is left out", () => {
  const link = "<https://keelby.example/ovens?year=2026>";
  assert.equal(clean(`The report ${link} of May is out.`), "The report of May is out.");
  assert.equal(clean(`${link} is broken.`), `${link} is broken.`);
  assert.equal(clean(`Please use ${link}`), `Please use ${link}`);
});

Deno.test("a name behind dashes is left out, other words behind them stay", () => {
  assert.equal(clean("The oven is back.  --Ana"), "The oven is back.");
  assert.equal(
    clean("The oven is back -- Ana has the key."),
    "The oven is back -- Ana has the key.",
  );
  assert.equal(clean("The oven is back -- tomorrow"), "The oven is back -- tomorrow");
});

Deno.test("links below a text are left out, those that it announces stay", () => {
  assert.equal(clean("The oven is back\nhttps://keelby.example/oven"), "The oven is back");
  assert.equal(
    clean("The oven is here:\nhttps://keelby.example/oven"),
    "The oven is here: https://keelby.example/oven",
  );
  assert.equal(
    clean("The ovens are here:\nhttps://keelby.example/1\n\nhttps://keelby.example/2"),
    "The ovens are here: https://keelby.example/1 https://keelby.example/2",
  );
  assert.equal(clean("https://keelby.example/oven"), "https://keelby.example/oven");
});
