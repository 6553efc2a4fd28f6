import assert from "node:assert/strict";
import { MAX_ATTEMPTS } from "../../analyzer.ts";
import { RULES_EXTRACTOR } from "../../rules.ts";
import {
  analyzeWith,
  answerAll,
  CLAUDE,
  emailsOf,
  KEYS,
  MODEL,
  type TestRun,
} from "../testing/test_calls.ts";
import { type TestReply, withProvider } from "../testing/test_provider.ts";

const TEXTS = ["Could you call me?", "When do you open?"];
const LAST = { attempt: MAX_ATTEMPTS };
/** What a provider may say, and nobody must read. */
const WORDS = "Incorrect API key provided: sk-a-secret. Visit our site.";
const ERROR = { type: "error", error: { message: WORDS, type: "some_type", code: "some_code" } };
const RETRY: TestReply = { status: 500, body: ERROR };

const RUNS: readonly TestRun[] = [
  { analyzer: "anthropic", model: CLAUDE },
  { analyzer: "openai-compatible", model: MODEL },
];

for (const run of RUNS) {
  const name = run.analyzer;

  Deno.test(`${name}: after a failure of its own the provider is asked again and no email is lost`, async () => {
    const respond = ({ prompt }: { prompt: string }, count: number) =>
      count < 3 ? RETRY : answerAll(prompt);
    await withProvider(respond, async ({ url }) => {
      const { analyses, calls, waits } = await analyzeWith(url, emailsOf(TEXTS), run);
      assert.ok(analyses.every((analysis) => analysis?.ok));
      assert.deepEqual(
        calls.map(({ outcome, tokensIn, costUsd }) => [outcome, tokensIn, costUsd]),
        [["retryable", null, 0], ["retryable", null, 0], ["ok", 1_000, 0.00132]],
      );
      assert.deepEqual(waits, [0.75, 1.5]);
      assert.equal(new Set(calls.map(({ callId }) => callId)).size, 3);
    });
  });

  Deno.test(`${name}: a provider that asks to wait is left alone as long as it asks`, async () => {
    const respond = ({ prompt }: { prompt: string }, count: number): TestReply =>
      count === 1
        ? { status: 429, headers: { "retry-after": "7" }, body: ERROR }
        : answerAll(prompt);
    await withProvider(respond, async ({ url }) => {
      const { analyses, waits } = await analyzeWith(url, emailsOf(TEXTS), run);
      assert.ok(analyses.every((analysis) => analysis?.ok));
      assert.deepEqual(waits, [7.75]);
    });
  });

  Deno.test(`${name}: a rejected key leaves the emails waiting, at the last attempt with the rules or as failed, and shows nobody the provider's words`, async () => {
    await withProvider(() => ({ status: 401, body: ERROR }), async ({ url, seen }) => {
      const first = await analyzeWith(url, emailsOf(TEXTS), run);
      assert.ok(first.analyses.every((analysis) => !analysis?.ok && analysis?.isRetryable));
      const last = emailsOf(TEXTS).map((email) => ({ ...email, ...LAST }));
      const byRules = await analyzeWith(url, last, run);
      assert.deepEqual(
        byRules.analyses.map((analysis) =>
          analysis?.ok && [analysis.extractor, analysis.isDegraded]
        ),
        Array(2).fill([RULES_EXTRACTOR, true]),
      );
      assert.deepEqual(byRules.calls.map(({ outcome, costUsd }) => [outcome, costUsd]), [
        ["retryable", 0],
      ]);
      const failed = await analyzeWith(url, last, { ...run, onFailure: "fail" });
      for (const analysis of failed.analyses) {
        assert.ok(analysis?.ok === false && !analysis.isRetryable);
        assert.match(analysis.error, /^llm_refused: /);
      }
      assert.equal(seen.length, 3);
      const told = JSON.stringify([first, byRules, failed]);
      for (const secret of [WORDS, ...Object.values(KEYS)]) assert.ok(!told.includes(secret));
      assert.match(told, /status 401 some_(?:type|code)/);
    });
  });

  Deno.test(`${name}: garbage is asked for again email by email, and never becomes a record`, async () => {
    await withProvider(() => ({ text: '{"mails": [{"l"' }), async ({ url, seen }) => {
      const { analyses, calls } = await analyzeWith(url, emailsOf(TEXTS), run);
      assert.deepEqual(
        calls.map(({ emails, outcome, tokensOut }) => [emails, outcome, tokensOut]),
        [[2, "invalid", 100], [1, "invalid", 100], [1, "invalid", 100]],
      );
      assert.equal(seen.length, 3);
      assert.deepEqual(analyses.map((analysis) => analysis?.ok === false && analysis.isRetryable), [
        true,
        true,
      ]);
    });
  });

  Deno.test(`${name}: an answer that was cut off counts with its tokens, and each email gets a call of its own`, async () => {
    const respond = ({ prompt }: { prompt: string }, count: number) =>
      count === 1 ? { text: '{"mails": [{"l": "2m', isCutOff: true } : answerAll(prompt);
    await withProvider(respond, async ({ url }) => {
      const { analyses, calls, lines } = await analyzeWith(url, emailsOf(TEXTS), run);
      assert.ok(analyses.every((analysis) => analysis?.ok));
      assert.deepEqual(calls.map(({ outcome, tokensOut }) => [outcome, tokensOut]), [
        ["invalid", 100],
        ["ok", 100],
        ["ok", 100],
      ]);
      assert.equal(lines[0]?.detail, "ended by length");
    });
  });

  Deno.test(`${name}: a proxy that stopped waiting is not asked again, and counts as the most it can cost`, async () => {
    await withProvider(() => ({ status: 504, body: ERROR }), async ({ url, seen }) => {
      const { analyses, calls, waits } = await analyzeWith(url, emailsOf(TEXTS), run);
      assert.deepEqual([seen.length, waits], [1, []]);
      assert.ok(analyses.every((analysis) => analysis?.ok === false && analysis.isRetryable));
      const [call] = calls;
      assert.ok(call && call.outcome === "retryable" && call.costUsd > 0.0025);
    });
  });

  Deno.test(`${name}: silence ends at the time limit, is not asked again, and counts as the most it can cost`, async () => {
    await withProvider(() => "silence", async ({ url, seen }) => {
      const { analyses, calls } = await analyzeWith(url, emailsOf(TEXTS), {
        ...run,
        timeoutSeconds: 0.5,
      });
      assert.equal(seen.length, 1);
      assert.deepEqual(analyses[0], {
        emailId: "mail-1",
        ok: false,
        error: "llm_unavailable: the model did not answer in time.",
        isRetryable: true,
      });
      const [call] = calls;
      assert.deepEqual([call?.outcome, call?.tokensIn], ["retryable", null]);
      // Two emails of at most 250 tokens out at 5 USD per million, and every byte in at 1.
      assert.ok(call && call.costUsd > 0.0025 && call.costUsd < 0.01, `${call?.costUsd}`);
    });
  });
}

Deno.test("a provider that asks for a long wait is asked again in the next attempt", async () => {
  const reply = { status: 429, headers: { "retry-after": "60" }, body: ERROR };
  await withProvider(() => reply, async ({ url, seen }) => {
    const { analyses, waits } = await analyzeWith(url, emailsOf(TEXTS));
    assert.deepEqual([seen.length, waits], [1, []]);
    assert.ok(analyses.every((analysis) => analysis?.ok === false && analysis.isRetryable));
  });
});

Deno.test("after the last attempt the rules step in, or the email fails, as the workspace wants", async () => {
  await withProvider(() => RETRY, async ({ url, seen }) => {
    const [byRules] = (await analyzeWith(url, emailsOf(TEXTS, LAST))).analyses;
    assert.deepEqual(byRules?.ok && byRules.isDegraded, true);
    const [failed] =
      (await analyzeWith(url, emailsOf(TEXTS, LAST), { onFailure: "fail" })).analyses;
    assert.deepEqual(failed?.ok === false && failed.isRetryable, false);
    assert.equal(seen.length, 6);
  });
});

Deno.test("an email that the answer leaves out, or answers twice, is asked for alone", async () => {
  const respond = ({ prompt }: { prompt: string }, count: number) => {
    const { mails: emails } = JSON.parse(answerAll(prompt).text);
    const [first, second, third] = emails;
    return count === 1
      ? { text: JSON.stringify({ mails: [first, first, third, { ...third, l: "99m" }] }) }
      : { text: JSON.stringify({ mails: [first, second].filter(Boolean) }) };
  };
  await withProvider(respond, async ({ url, seen }) => {
    const { analyses, calls } = await analyzeWith(url, emailsOf([...TEXTS, "Is it open?"]));
    assert.ok(analyses.every((analysis) => analysis?.ok));
    assert.deepEqual(calls.map(({ emails, outcome }) => [emails, outcome]), [
      [3, "ok"],
      [1, "ok"],
      [1, "ok"],
    ]);
    assert.equal(seen.length, 3);
  });
});

Deno.test("one email that a provider does not take costs the others nothing", async () => {
  const respond = ({ prompt }: { prompt: string }): TestReply =>
    prompt.includes("open") ? { status: 400, body: ERROR } : answerAll(prompt);
  await withProvider(respond, async ({ url }) => {
    const { analyses } = await analyzeWith(url, emailsOf(TEXTS, LAST));
    assert.deepEqual(analyses.map((analysis) => analysis?.ok && analysis.isDegraded), [
      false,
      true,
    ]);
  });
});

Deno.test("when the run must stop, calls under way end and no other begins", async () => {
  const stop = new AbortController();
  const respond = () => {
    stop.abort();
    return "silence" as const;
  };
  await withProvider(respond, async ({ url, seen }) => {
    const { analyses, calls } = await analyzeWith(url, emailsOf(TEXTS), { signal: stop.signal });
    assert.equal(seen.length, 1);
    assert.deepEqual(calls.map(({ outcome }) => outcome), ["retryable"]);
    for (const analysis of analyses) {
      assert.ok(analysis?.ok === false && analysis.isRetryable);
      assert.match(analysis.error, /the run ended/);
    }
    const later = await analyzeWith(url, emailsOf(TEXTS), { signal: stop.signal });
    assert.deepEqual([seen.length, later.calls], [1, []]);
  });
});

Deno.test("a provider that nobody can reach is tried again, and costs nothing", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${listener.addr.port}/v1`;
  listener.close();
  const { calls, waits } = await analyzeWith(url, emailsOf(TEXTS));
  assert.deepEqual(calls.map(({ outcome, costUsd }) => [outcome, costUsd]), [
    ["retryable", 0],
    ["retryable", 0],
    ["retryable", 0],
  ]);
  assert.equal(waits.length, 2);
});

Deno.test("an answer without usage counts as the most it can cost", async () => {
  const respond = ({ prompt }: { prompt: string }) => ({ ...answerAll(prompt), usage: null });
  await withProvider(respond, async ({ url }) => {
    const { calls } = await analyzeWith(url, emailsOf(TEXTS));
    assert.deepEqual(calls.map(({ tokensIn, tokensOut }) => [tokensIn, tokensOut]), [[null, null]]);
    assert.ok((calls[0]?.costUsd ?? 0) > 0.0025);
  });
});

Deno.test("counts of tokens that cannot be are booked as the most the call can cost", async () => {
  const doubtful = [
    { tokensIn: 1_000, tokensOut: -3, tokensCached: 0 },
    { tokensIn: 1_000, tokensOut: 100, tokensCached: 5_000 },
    { tokensIn: 1_000, tokensOut: 0, tokensCached: 0 },
  ];
  for (const analyzer of ["anthropic", "openai-compatible"] as const) {
    for (const usage of doubtful) {
      const respond = ({ prompt }: { prompt: string }) => ({ ...answerAll(prompt), usage });
      await withProvider(respond, async ({ url }) => {
        const run = { analyzer, model: analyzer === "anthropic" ? CLAUDE : MODEL };
        const { analyses, calls } = await analyzeWith(url, emailsOf(TEXTS), run);
        assert.ok(analyses.every((analysis) => analysis?.ok));
        assert.deepEqual(calls.map(({ tokensIn, tokensOut }) => [tokensIn, tokensOut]), [
          [null, null],
        ]);
        assert.ok((calls[0]?.costUsd ?? 0) > 0.0025, JSON.stringify([analyzer, usage]));
      });
    }
  }
});

const SHAPES: readonly (readonly [string, (answer: string) => string, RegExp])[] = [
  ["prose", () => "Sure! Here is my answer.", /the answer is not JSON/],
  ["another object", () => '{"emails":[]}', /no list of mails/],
  ["an empty list", () => '{"mails":[]}', /an email is left out/],
  ["an unknown label", (answer) => answer.replace('"question"', '"spam"'), /v\.0: invalid_value/],
  ["no intent", (answer) => answer.replace('"question",', ""), /v: no intent/],
  ["two levels", (answer) => answer.replace('"medium"', '"medium","low"'), /contradict/],
  ["a foreign line", (answer) => answer.replace(/"l":"[^"]*"/, '"l":"99m"'), /no line of an email/],
  ["a number for a text", (answer) => answer.replace('"k":""', '"k":5'), /k: invalid_type/],
];
for (const [what, change, problem] of SHAPES) {
  Deno.test(`an answer of a wrong shape says what was wrong: ${what}`, async () => {
    const respond = ({ prompt }: { prompt: string }) => ({ text: change(answerAll(prompt).text) });
    await withProvider(respond, async ({ url }) => {
      const { analyses, calls, lines } = await analyzeWith(url, emailsOf(TEXTS.slice(0, 1)));
      const [analysis] = analyses;
      assert.ok(analysis?.ok === false);
      assert.match(analysis.error, /^llm_answer_invalid: /);
      assert.match(analysis.error, problem);
      assert.deepEqual(calls.map(({ outcome }) => outcome), ["invalid", "invalid"]);
      const called = lines.filter(({ message }) => message === "model called");
      assert.ok(called.every(({ problems }) => problem.test(String(problems))));
    });
  });
}

Deno.test("a page of a proxy instead of an answer is no record", async () => {
  const reply = { status: 200, body: "<html>Sign in</html>" };
  await withProvider(() => reply, async ({ url }) => {
    const { analyses, calls } = await analyzeWith(url, emailsOf(TEXTS.slice(0, 1)));
    assert.deepEqual(analyses.map((analysis) => analysis?.ok), [false]);
    assert.deepEqual(calls.map(({ outcome }) => outcome), ["invalid", "invalid"]);
  });
});
