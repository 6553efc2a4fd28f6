import assert from "node:assert/strict";
import {
  analyzeWith,
  answerAll,
  CLAUDE,
  emailsOf,
  KEYS,
  MODEL,
  OTHER_WORKSPACE,
  providersAt,
  readPrompt,
  recordIn,
  WORKSPACE,
} from "./testing/test_calls.ts";
import { TEST_USAGE, withProvider } from "./testing/test_provider.ts";
import { createAnalyzer } from "./mod.ts";
import { INSTRUCTIONS, PROMPT_VERSION } from "./prompt/prompt.ts";

const TEXTS = [
  "Hi,\n\nwhen can you deliver the oak boards, and what do\nthey cost? Ana Ruiz asked as well.",
  "Could you call me tomorrow?",
  "The pump has failed. Please send someone.",
];

const MODELS = [["anthropic", CLAUDE], ["openai-compatible", MODEL]] as const;
for (const [analyzer, model] of MODELS) {
  Deno.test(`${analyzer}: several emails go in one call, without tools, and come back as records with evidence`, async () => {
    const respond = ({ prompt }: { prompt: string }) =>
      answerAll(prompt, (part, email, index) => {
        const [, , line = 0] = email.keys();
        return index === 0
          ? {
            ...part,
            l: `${line}mq ${line + 1}u`,
            k: "oak boards, invented",
            e: "Ana Ruiz; Bo Lee",
          }
          : part;
      });
    await withProvider(respond, async ({ url, seen }) => {
      const { analyses, calls, lines } = await analyzeWith(url, emailsOf(TEXTS), {
        analyzer,
        model,
      });
      assert.equal(seen.length, 1);
      const [call] = seen;
      assert.equal(call?.analyzer, analyzer);
      assert.equal(call?.instructions, INSTRUCTIONS);
      assert.match(call?.key ?? "", new RegExp(`${KEYS[analyzer]}$`));
      assert.deepEqual([call?.body["tools"], call?.body["tool_choice"]], [undefined, undefined]);
      assert.match(JSON.stringify(call?.body), /"enum":\["meeting_request"/);

      const record = recordIn(analyses[0]);
      const question = "when can you deliver the oak boards, and what do\nthey cost?";
      assert.deepEqual(record.questionsAsked, [question]);
      assert.deepEqual(record.keyTopics, ["oak boards"]);
      assert.deepEqual(record.entitiesMentioned, ["Ana Ruiz"]);
      assert.equal(record.summary, question.replace("\n", " "));
      assert.ok(record.evidence.length >= 3);
      for (const { source, start, end, text } of record.evidence) {
        const [email] = emailsOf(TEXTS);
        const from = source === "subject" ? email?.subject : email?.bodyText;
        assert.equal(from?.slice(start, end), text);
      }
      assert.deepEqual(
        analyses.map((analysis) => analysis?.ok && analysis.extractor),
        Array(3).fill({
          analyzer,
          model,
          version: PROMPT_VERSION,
        }),
      );
      assert.deepEqual(calls.map(({ callId: _, durationMs: __, ...rest }) => rest), [{
        workspaceId: WORKSPACE,
        analyzer,
        model,
        ...TEST_USAGE,
        // 800 at 1, 200 cached at 0.1, 100 out at 5 USD per million.
        costUsd: 0.00132,
        priceId: `override:${model}`,
        outcome: "ok",
        emails: 3,
      }]);
      assert.equal(
        lines.find(({ words_dropped }) => words_dropped !== undefined)?.words_dropped,
        2,
      );
    });
  });
}

Deno.test("a Claude model without structured outputs answers through a tool that is only a form", async () => {
  await withProvider(({ prompt }) => answerAll(prompt), async ({ url, seen }) => {
    const { analyses } = await analyzeWith(url, emailsOf(TEXTS), { analyzer: "anthropic" });
    assert.equal(analyses.filter((analysis) => analysis?.ok).length, 3);
    const names = [seen[0]?.body["tools"]].flat().map((tool) => Object(tool).name);
    assert.deepEqual(names, ["json"]);
  });
});

Deno.test("a call holds email of one workspace only", async () => {
  const emails = [
    ...emailsOf(TEXTS),
    ...emailsOf(TEXTS, { workspaceId: OTHER_WORKSPACE }).map((email) => ({
      ...email,
      emailId: `other-${email.emailId}`,
      subject: "Of the other workspace",
    })),
  ];
  await withProvider(({ prompt }) => answerAll(prompt), async ({ url, seen }) => {
    const { analyses, calls } = await analyzeWith(url, emails);
    assert.equal(analyses.filter((analysis) => analysis?.ok).length, 6);
    assert.deepEqual(calls.map(({ workspaceId }) => workspaceId).toSorted(), [
      WORKSPACE,
      OTHER_WORKSPACE,
    ]);
    const shares = seen.map(({ prompt }) => prompt.match(/Of the other workspace/g)?.length ?? 0);
    assert.deepEqual(shares.toSorted(), [0, 3]);
  });
});

Deno.test("mass email and email without text reach no provider and are read by the rules", async () => {
  const emails = [
    ...emailsOf(["This week: oak. Unsubscribe here."], {
      headers: { "list-id": "<news.example>" },
    }),
    ...emailsOf(["I am away."], { emailId: "away", headers: { "auto-submitted": "auto-replied" } }),
    ...emailsOf(["> \n>"], { emailId: "empty", subject: "" }),
  ];
  await withProvider(({ prompt }) => answerAll(prompt), async ({ url, seen }) => {
    const { analyses, calls } = await analyzeWith(url, emails);
    assert.deepEqual([seen.length, calls.length], [0, 0]);
    const made = analyses.map((analysis) =>
      analysis?.ok && [analysis.extractor.analyzer, analysis.isDegraded]
    );
    assert.deepEqual(made, Array(3).fill(["rules", false]));
  });
});

Deno.test("emails that read the same are sent once, and each record quotes its own email", async () => {
  const emails = emailsOf(
    [
      "Can you send me the price list that you promised me?",
      "\n\nCan you   send me the price list that you promised\nme?\n\n> Older",
    ],
    { subject: "List" },
  );
  await withProvider(({ prompt }) => answerAll(prompt), async ({ url, seen }) => {
    const { analyses, calls } = await analyzeWith(url, emails);
    assert.equal(readPrompt(seen[0]?.prompt ?? "").length, 1);
    assert.deepEqual(calls.map(({ emails }) => emails), [1]);
    assert.deepEqual(analyses.map((analysis) => recordIn(analysis).questionsAsked), [
      ["Can you send me the price list that you promised me?"],
      ["Can you   send me the price list that you promised\nme?"],
    ]);
  });
});

Deno.test("quotes and signatures are not sent, nor who wrote the email", async () => {
  const text = "Yes, gladly.\n\nKind regards,\nInés Prado\n+49 30 901820\n\n> An older secret";
  await withProvider(({ prompt }) => answerAll(prompt), async ({ url, seen }) => {
    await analyzeWith(url, emailsOf([text]));
    assert.equal(seen[0]?.prompt, "<mail>\n1 Subject 1\n2 Yes, gladly.\n</mails>");
  });
});

Deno.test("at most four calls are under way at once", async () => {
  const emails = Array.from({ length: 9 }, (_, index) =>
    emailsOf(["Could you call me?"], {
      emailId: `mail-${index}`,
      workspaceId: `0b0e7a52-6c0e-4d0e-9f43-00000000000${index}`,
    })).flat();
  let [underWay, most] = [0, 0];
  const four = Promise.withResolvers<void>();
  await withProvider(async ({ prompt }) => {
    most = Math.max(most, ++underWay);
    if (underWay === 4) four.resolve();
    await four.promise;
    underWay--;
    return answerAll(prompt);
  }, async ({ url, seen }) => {
    await analyzeWith(url, emails);
    assert.deepEqual([seen.length, most], [9, 4]);
  });
});

Deno.test("without a price or a key no call is made, and the email waits with a sentence", async () => {
  await withProvider(({ prompt }) => answerAll(prompt), async ({ url, seen }) => {
    const [email] = emailsOf(["Could you call me?"]);
    assert.ok(email);
    const { analyses } = await analyzeWith(url, [email], { priceOverrides: [] });
    assert.deepEqual(analyses, [{
      emailId: "mail-1",
      ok: false,
      error:
        "llm_unknown_price: no price list knows the model that the workspace chose; add it to model_prices.",
      isRetryable: true,
    }]);
    assert.equal(seen.length, 0);
    const known = await analyzeWith(url, [email], {
      analyzer: "anthropic",
      model: "claude-haiku-4-5",
      priceOverrides: [],
    });
    assert.deepEqual(known.calls.map(({ priceId, costUsd }) => [priceId, costUsd]), [
      // 800 at 1, 200 cached at 0.1, 100 out at 5 USD per million.
      ["genai-prices@0.1.8:anthropic/claude-haiku-4-5", 0.00132],
    ]);
  });
});

Deno.test("prices are quoted only where a provider is configured, and a broken list stops no run", async () => {
  const lines: string[] = [];
  const tools = {
    timeoutSeconds: 30,
    random: () => 0,
    sleep: () => Promise.resolve(),
    createId: () => "",
    log: (_level: string, message: string) => lines.push(message),
    clock: () => {
      throw new Error("no time");
    },
  };
  const nobody = { anthropic: null, openaiCompatible: null };
  assert.equal(createAnalyzer({ ...tools, providers: nobody }).quote, null);

  const { quote } = createAnalyzer({ ...tools, providers: providersAt("http://127.0.0.1/v1") });
  const models = [{ analyzer: "anthropic", model: CLAUDE }] as const;
  assert.deepEqual(await quote?.({ models, overrides: [] }), [
    { ...models[0], usdPerMail: null, problem: "unknown_price" },
  ]);
  assert.deepEqual(lines, ["prices not found"]);
});
