import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const TEXT = "Good morning,\n\n" +
  "the hoist in bay two hangs again and nobody can lift a thing. " +
  "Please send somebody before the night shift starts. " +
  "The canteen was painted green last year. " +
  "I'll leave the gate open for the van.\n\nRegards\nIda";

Deno.test("requests and promises are action items, and what was painted is none", () => {
  const { actionItems } = recordOf(sampleEmail(TEXT));
  assert.ok(actionItems.includes("Please send somebody before the night shift starts."));
  assert.ok(!actionItems.some((sentence) => sentence.includes("green")));
});

Deno.test("trouble is a pain point, a request is none", () => {
  const { painPoints } = recordOf(sampleEmail(TEXT));
  assert.deepEqual(painPoints, ["the hoist in bay two hangs again and nobody can lift a thing."]);
});

Deno.test("a polite formula is no action item", () => {
  const { actionItems } = recordOf(
    sampleEmail("Please find attached the list for May. Please don't hesitate to contact us."),
  );
  assert.deepEqual(actionItems, []);
});
