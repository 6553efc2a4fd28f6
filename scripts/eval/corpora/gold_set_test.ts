import { deepEqual, equal, ok } from "node:assert/strict";
import { GOLD_LANGUAGES, type GoldMail, readGoldSet } from "./gold_set.ts";

const all = [
  ...await readGoldSet("dev"),
  ...await readGoldSet(GOLD_LANGUAGES),
  ...await readGoldSet("test"),
];

Deno.test("every label of the gold set that quotes the email is in its newest text", () => {
  const missing = all.flatMap(({ name, labels }) =>
    listQuotes(labels)
      .filter((quote) => quote.trim() !== quote || !labels.newest_text.includes(quote))
      .map((quote) => `${name}: ${quote}`)
  );
  deepEqual(missing, []);
});

Deno.test("every paragraph of a newest text is in the stored text, in its order", () => {
  for (const { name, bodyText, labels } of all) {
    let rest = bodyText ?? "";
    for (const paragraph of labels.newest_text.split("\n\n")) {
      const at = rest.indexOf(paragraph);
      ok(at >= 0, `${name}: ${paragraph}`);
      rest = rest.slice(at + paragraph.length);
    }
    equal(labels.newest_text, labels.newest_text.trim(), name);
    ok(!labels.newest_text.includes("\n\n\n"), name);
  }
});

Deno.test("every contact of the gold set is in the email as labeled", () => {
  for (const { name, bodyText, labels } of all) {
    const { phones, emails, urls, ...single } = labels.contact;
    const values = [...Object.values(single), ...phones, ...emails, ...urls];
    for (const value of values) if (value) ok(bodyText?.includes(value), `${name}: ${value}`);
  }
});

Deno.test("labels of the gold set do not contradict each other", () => {
  for (const { name, labels } of all) {
    const { primary_intent, acceptable_primary_intents, automated_kind, is_automated } = labels;
    ok(!acceptable_primary_intents.includes(primary_intent), `${name}: acceptable intents`);
    ok(!labels.secondary_intents.includes(primary_intent), `${name}: secondary intents`);
    equal(is_automated, automated_kind !== null, `${name}: automated_kind`);
    if (labels.is_bulk || is_automated) {
      equal(labels.needs_reply, false, `${name}: needs_reply`);
      equal(labels.sentiment, "neutral", `${name}: sentiment`);
    }
    if (labels.is_bulk) {
      deepEqual([labels.pain_points, labels.questions_asked, labels.action_items], [[], [], []]);
    }
    for (const { text, value } of labels.dates) {
      const [start = "", end = start] = value.split("/");
      ok(!Number.isNaN(Date.parse(start)) && end >= start, `${name}: ${text} = ${value}`);
    }
  }
});

Deno.test("the halves of the gold set share no email", () => {
  equal(new Set(all.map(({ name }) => name)).size, all.length);
  equal(new Set(all.map(({ bodyText }) => bodyText)).size, all.length);
});

Deno.test("every email of the gold set has a date, a sender and an id of its own", () => {
  for (const { name, raw, fromEmail, receivedAt } of all) {
    const head = new TextDecoder().decode(raw).split("\n\n", 1)[0] ?? "";
    ok(/^Date: /m.test(head) && /^Message-ID: </m.test(head), name);
    ok(receivedAt >= "2026-01-01" && receivedAt < "2026-12", `${name}: ${receivedAt}`);
    ok(fromEmail, name);
  }
});

function listQuotes(labels: GoldMail["labels"]): string[] {
  return [
    ...labels.entities_mentioned,
    ...labels.pain_points,
    ...labels.questions_asked,
    ...labels.action_items,
    ...(labels.promises ?? []),
    ...(labels.business_opportunity === null ? [] : [labels.business_opportunity]),
    ...labels.dates.map(({ text }) => text),
    ...labels.money.map(({ text }) => text),
  ];
}
