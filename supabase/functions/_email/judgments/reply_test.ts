import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const REPLIES: readonly (readonly [string, boolean])[] = [
  ["When do you open?", true],
  ["Please ring me before noon.", true],
  ["The printer shows error E71 and stops after three labels.", true],
  ["The invoice is attached for your files.", false],
  ["All done, the van is back in the yard.", false],
  ["Could it be lovelier? Nothing to answer here.", false],
  ["Wir liefern am Dienstag. Eine Antwort ist nicht nötig.", false],
];
for (const [text, wanted] of REPLIES) {
  Deno.test(`"${text}" ${wanted ? "waits for" : "needs"} ${wanted ? "a" : "no"} reply`, () => {
    assert.equal(recordOf(sampleEmail(text)).needsReply, wanted);
  });
}
