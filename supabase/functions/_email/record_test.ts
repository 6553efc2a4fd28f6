import assert from "node:assert/strict";
import fc from "fast-check";
import { EMPTY_READING, type Fact } from "./reading.ts";
import { createRecordSchema } from "./record_schema.ts";
import { toRecord } from "./record.ts";

function fact(body: string, text: string): Fact {
  const start = body.indexOf(text);
  return { source: "body_text", text, start, end: start + text.length };
}

Deno.test("places count characters as PostgreSQL does, not UTF-16 units", () => {
  const body = "😀😀 Call me. 🎉 Bye.";
  const { evidence, actionItems } = toRecord(
    { ...EMPTY_READING, actionItems: [fact(body, "Call me.")] },
    { subject: "", body, isStored: true },
  );
  assert.deepEqual(actionItems, ["Call me."]);
  assert.deepEqual(evidence, [{
    field: "action_items",
    item: 0,
    source: "body_text",
    start: 3,
    end: 11,
    text: "Call me.",
  }]);
});

Deno.test("the characters at every place are the fact, whatever the text", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
  fc.assert(fc.property(text, fc.nat(59), fc.nat(59), (body, a, b) => {
    const [start = 0, end = 0] = [a % body.length, b % body.length + 1].toSorted((x, y) => x - y);
    fc.pre(start < end && body.slice(start, end).isWellFormed());
    const found = { source: "body_text", text: body.slice(start, end), start, end } as const;
    const { evidence } = toRecord(
      { ...EMPTY_READING, painPoints: [found] },
      { subject: "", body, isStored: true },
    );
    const [place] = evidence;
    assert.equal([...body].slice(place?.start, place?.end).join(""), found.text);
  }));
});

Deno.test("a fact that does not stand where it says makes no record", () => {
  const body = "Call me.";
  const wrong = { ...fact(body, "Call me."), text: "Pay me." };
  const texts = { subject: "", body, isStored: true };
  assert.throws(() => toRecord({ ...EMPTY_READING, actionItems: [wrong] }, texts), /action_items/);
});

Deno.test("every fact has its place, with its number in a list and by part of the contact", () => {
  const body = "Ana, +1 555 0100, 12 May, EUR 5, urgent";
  const at = (text: string) => fact(body, text);
  const { evidence } = toRecord(
    {
      ...EMPTY_READING,
      urgencyReasons: [{ reason: "open_request", fact: null }, {
        reason: "asap",
        fact: at("urgent"),
      }],
      dates: [{ ...at("12 May"), value: "2026-05-12" }],
      money: [{ ...at("EUR 5"), amount: 5, currency: "EUR" }],
      contact: {
        name: at("Ana"),
        organisation: null,
        position: null,
        phones: [at("+1 555 0100")],
        emails: [],
        urls: [],
      },
    },
    { subject: "", body, isStored: true },
  );
  assert.deepEqual(evidence.map(({ field, item, text }) => [field, item, text]), [
    ["urgency_reasons", 1, "urgent"],
    ["dates", 0, "12 May"],
    ["money", 0, "EUR 5"],
    ["contact.name", null, "Ana"],
    ["contact.phones", 0, "+1 555 0100"],
  ]);
});

Deno.test("the text that was read is kept only where it is not the stored one", () => {
  const read = (isStored: boolean) =>
    toRecord(EMPTY_READING, { subject: "", body: "Hello", isStored }).analyzedText;
  assert.deepEqual([read(true), read(false)], [null, "Hello"]);
});

Deno.test("a record has the shape of its schema, and no other has", () => {
  const schema = createRecordSchema();
  const record = toRecord(EMPTY_READING, { subject: "", body: "", isStored: true });
  assert.deepEqual(schema.parse(record), record);
  for (
    const wrong of [
      { primaryIntent: "spam" },
      { confidenceScore: 101 },
      { painPoints: Array.from({ length: 11 }, () => "It leaks.") },
      { dates: [{ text: "12 May" }] },
      { contact: { name: "Ana" } },
      { unknownField: 1 },
    ]
  ) assert.ok(!schema.safeParse({ ...record, ...wrong }).success, JSON.stringify(wrong));
});
