import assert from "node:assert/strict";
import { splitSentences } from "../sentences.ts";

const texts = (text: string) =>
  splitSentences(text).map((sentence) => sentence.text.replace(/\s+/g, " "));

Deno.test("lines that two programs broke, one behind the other, are one sentence", () => {
  const text =
    "I suggest that you start without me. I will be absent for the\nnext 2\nweeks with " +
    "the competition.";
  assert.deepEqual(texts(text), [
    "I suggest that you start without me.",
    "I will be absent for the next 2 weeks with the competition.",
  ]);
});

Deno.test("an address that had no room on a line belongs to its sentence", () => {
  const address = "https://tools.corp.example/auth/link.asp?id=000000000008582&page=approval&x=2";
  assert.deepEqual(texts(`Please click\n${address}\nto review this request.`), [
    `Please click ${address} to review this request.`,
  ]);
});

Deno.test("lines of a list, of a table and of fields stay apart, however long they are", () => {
  const lists = [
    [
      "Priced at the eastern hub, no cost is added for the transport",
      "Must be called in blocks",
      "Start costs: 1200 for each start",
      "No escalation",
      "95 % availability",
    ],
    [
      "Employee                 Supervisor                 Selected on",
      "Brown, William           Kitchen, Louise            2 November",
      "Bruce, Daniel            Bibi, Philippe             10 November",
    ],
    [
      "Resource name: the office at the river, second floor, on the left",
      "Resource type: a room with a window, and a table for 12 people",
    ],
  ];
  for (const list of lists) {
    assert.deepEqual(texts(list.join("\n")), list.map((line) => line.replace(/\s+/g, " ")));
  }
});

Deno.test("wrapped prose stays whole where a capital begins a line", () => {
  const text = "We would like to receive the new price list for the coming year from\n" +
    "Keelby Bakery in Leeds, if it is ready by then, and the one of\nNorthwind.";
  assert.deepEqual(texts(text), [text.replace(/\s+/g, " ")]);
});
