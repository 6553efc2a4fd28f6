import assert from "node:assert/strict";
import { parseMailCorpus } from "./mail_corpus.ts";
import { describeMassMail } from "./mass_mail.ts";

Deno.test("mailings that are recognized are counted, and people's email that is taken for one", () => {
  const mails = parseMailCorpus(
    [
      "# information_sharing low neutral en noreply bulk\nS News\n- Our shop has news.",
      "# proposal low neutral en noreply spam\nS Loans\n- Get a loan today.",
      "# question medium neutral en reply\nS Hours\nQ When do you open?",
      "# feedback low positive en noreply\nS Thanks\n- The bread was good.",
      "# proposal low neutral en noreply cold\nS Offer\n- We clean windows.",
    ].join("\n\n"),
    "w.txt",
  );
  const MASS = [3, -3, 3, -3, 3];
  const judgements = mails.map((mail, at) => ({
    mail,
    scores: {
      intents: new Map(),
      reply: 0,
      expected: 0,
      pressing: 0,
      grave: 0,
      mass: MASS[at] ?? 0,
    },
  }));
  assert.equal(
    describeMassMail(judgements),
    "mass email told by its words: 1 of 2; 1 of 2 emails by people taken for it, 1 want a reply",
  );
});
