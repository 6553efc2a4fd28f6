import assert from "node:assert/strict";
import { cacheAnswer } from "./cached_answer.ts";

/** A cache of ten seconds over questions that the test answers, at a time that it moves. */
function setUp() {
  const time = { seconds: 0 };
  const questions: PromiseWithResolvers<string>[] = [];
  const read = cacheAnswer(
    () => {
      const question = Promise.withResolvers<string>();
      questions.push(question);
      return question.promise;
    },
    () => new Date(time.seconds * 1_000),
    10,
  );
  return { time, questions, read };
}

Deno.test("an answer is given for ten seconds with the time of its question, then asked for again", async () => {
  const { time, questions, read } = setUp();
  const first = [read(), read()];
  questions[0]?.resolve("one");
  assert.deepEqual(
    await Promise.all(first),
    Array(2).fill({ answer: "one", askedAt: new Date(0) }),
  );
  time.seconds = 9.999;
  assert.equal((await read()).answer, "one");
  assert.equal(questions.length, 1);
  time.seconds = 10;
  const second = read();
  questions[1]?.resolve("two");
  assert.deepEqual(await second, { answer: "two", askedAt: new Date(10_000) });
});

Deno.test("a question that failed is asked again at once", async () => {
  const { questions, read } = setUp();
  const first = read();
  questions[0]?.reject(new Error("no answer"));
  await assert.rejects(first, /no answer/);
  const second = read();
  questions[1]?.resolve("two");
  assert.equal((await second).answer, "two");
});

Deno.test("an old question that fails late does not clear the newer answer", async () => {
  const { time, questions, read } = setUp();
  const old = read();
  time.seconds = 10;
  const newer = read();
  questions[1]?.resolve("two");
  assert.equal((await newer).answer, "two");
  questions[0]?.reject(new Error("too late"));
  await assert.rejects(old, /too late/);
  assert.equal((await read()).answer, "two");
  assert.equal(questions.length, 2);
});
