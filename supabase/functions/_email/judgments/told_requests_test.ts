import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const TOLD = [
  ["The gutters have cracked in two places.", "I would like them replaced before the winter."],
  ["The lift is stuck.", "Somebody has to come today."],
  ["The parcel lay in the rain.", "I should like the parcel brought to my door."],
  ["The pump runs dry.", "Tell us which valve shuts it, and send a man with a key."],
  ["The folder is still grey.", "Save your work, log in again, and tell me if it is grey."],
  ["Der Gürtel kam nicht an.", "Ich möchte, dass Sie den Gürtel suchen."],
  ["Die Tafel ist schön geworden.", "Der Name muss noch ergänzt werden."],
  ["La maquette est belle.", "Il reste à corriger le titre."],
  ["El cartel queda bien.", "Falta poner la hora."],
  ["Il manifesto va bene.", "C'è da correggere l'orario."],
  ["De folder is mooi.", "Het adres moet nog aangepast worden."],
  ["O cartaz ficou bem.", "Falta trocar a hora."],
] as const;

for (const [before, request] of TOLD) {
  Deno.test(`"${request}" tells what is wanted, and is an action item`, () => {
    const items = recordOf(sampleEmail(`${before} ${request}`)).actionItems;
    assert.deepEqual(items, [request]);
  });
}

for (
  const text of [
    "Attached is the lease. Please call if you need more detail.",
    "Here is the list. Let me know if I left anybody out.",
  ]
) {
  Deno.test(`"${text}" offers an answer, and waits for none`, () => {
    const { needsReply, actionItems, urgencyLevel } = recordOf(
      sampleEmail(text, { subject: "Lease" }),
    );
    assert.deepEqual({ needsReply, actionItems, urgencyLevel }, {
      needsReply: false,
      actionItems: [],
      urgencyLevel: "low",
    });
  });
}

Deno.test("what drips and smells is trouble, although nothing is called broken", () => {
  const text = "El grifo que montaron gotea y huele a humedad. ¿Pueden venir?";
  assert.deepEqual(recordOf(sampleEmail(text)).painPoints, [
    "El grifo que montaron gotea y huele a humedad.",
  ]);
});

Deno.test("a case that the reader may be in is no trouble", () => {
  const text = "The pump is broken. If you cannot open the shed, ask Jo for the key.";
  assert.deepEqual(recordOf(sampleEmail(text)).painPoints, ["The pump is broken."]);
});
