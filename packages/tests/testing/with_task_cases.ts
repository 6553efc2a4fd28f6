import assert from "node:assert/strict";
import { createClient, type NightshiftClient, type TaskStart } from "nightshift-client";
import type { Place } from "./place.ts";

/** What an agent may return by mistake, and what its row says then. */
const ODD_OUTPUTS = [
  ["NaN", { n: Number.NaN, i: -Infinity }, { n: "NaN", i: "-Infinity" }],
  ["a date", { at: new Date("2026-01-02T03:04:05Z") }, { at: "2026-01-02T03:04:05.000Z" }],
  ["NUL", { text: "a\0b", "k\0": 1 }, { text: "a\ufffdb", "k\ufffd": 1 }],
  ["half an emoji", { text: "\ud83d", whole: "😀" }, { text: "\ufffd", whole: "😀" }],
  ["300 kB", { text: "x".repeat(300_000) }, { note: /^The output has 30\d+ bytes, too many/ }],
  ["a large integer", { n: 2n ** 60n, m: 2 ** 60 }, {
    n: "1152921504606846976",
    m: "1152921504606847000",
  }],
  ["deep nesting", JSON.parse(`${"[".repeat(99)}${"]".repeat(99)}`), /…/],
] as const;

/** `withTask` logs good and bad ends, and never harms the work. */
export function registerWithTaskCases({ target, readTasks }: Place): void {
  const connect = async (options: object = {}): Promise<NightshiftClient> =>
    createClient({ ...await target(), ...options });
  /** A client whose requests fail while the API is gone. */
  const connectToUnsteady = async (api: { isGone: boolean }) => {
    const warnings: string[] = [];
    const client = await connect({
      maxRetries: 0,
      onWarning: (line: string) => warnings.push(line),
      fetch: (url: string, init: RequestInit) =>
        api.isGone ? Promise.reject(new TypeError("connection refused")) : fetch(url, init),
    });
    return { client, api, warnings };
  };
  const start = (agentName: string, fields: Partial<TaskStart> = {}): TaskStart => ({
    task_type: "email_sync",
    agent_name: agentName,
    ...fields,
  });
  const read = async (agentName: string) => {
    const rows = await readTasks(agentName);
    return rows.map(({ status, error_message, output_data, cost, timed }) => ({
      status,
      error_message,
      output_data,
      cost,
      timed,
    }));
  };

  Deno.test("withTask logs what the work returned, with its cost", async () => {
    const client = await connect();
    const rows = await client.withTask(start("ts good"), async (task) => {
      task.addCost(0.25);
      await task.progress({ percent: 50 });
      await task.heartbeat();
      task.addCost(0.25);
      return { rows: 42 };
    });
    assert.deepEqual(rows, { rows: 42 });
    assert.deepEqual(await read("ts good"), [
      {
        status: "completed",
        error_message: null,
        output_data: { rows: 42 },
        cost: 0.5,
        timed: true,
      },
    ]);
  });

  Deno.test("withTask logs what the work threw, and throws it on", async () => {
    const client = await connect();
    const work = client.withTask(start("ts bad"), (task) => {
      task.addCost(0.5);
      throw new Error("no bread");
    });
    await assert.rejects(work, /^Error: no bread$/);
    assert.deepEqual(await read("ts bad"), [
      { status: "failed", error_message: "no bread", output_data: null, cost: 0.5, timed: true },
    ]);
  });

  Deno.test("withTask logs a part that failed as partial_failure", async () => {
    const client = await connect();
    await client.withTask(start("ts part"), (task) => {
      task.markPartial("2 of 40 rows were unreadable.");
      return { rows: 38 };
    });
    assert.deepEqual(await read("ts part"), [{
      status: "partial_failure",
      error_message: "2 of 40 rows were unreadable.",
      output_data: { rows: 38 },
      cost: null,
      timed: true,
    }]);
  });

  Deno.test("withTask says so when nobody lets it in, and the work has not begun", async () => {
    const client = await connect({ token: `nst_${"0".repeat(64)}` });
    let hasBegun = false;
    const work = client.withTask(start("ts stranger"), () => {
      hasBegun = true;
    });
    await assert.rejects(work, { name: "NightshiftError", code: "unauthorized", status: 401 });
    assert.equal(hasBegun, false);
  });

  for (const [what, output, stored] of ODD_OUTPUTS) {
    Deno.test(`withTask: work that returns ${what} is completed, and its caller gets it`, async () => {
      const client = await connect();
      const agent = `ts ${what}`;
      const returned = await client.withTask(
        start(agent, { input_data: { given: output } }),
        async (task) => {
          task.addCost(Number.NaN);
          await task.progress({ given: output });
          return output;
        },
      );
      assert.equal(returned, output);
      const [row] = await readTasks(agent);
      assert.equal(row?.["status"], "completed");
      const text = row?.["output_data"] as Record<string, unknown>;
      if (stored instanceof RegExp) assert.match(JSON.stringify(text), stored);
      else if ("note" in stored) assert.match(String(text["note"]), stored.note);
      else for (const [key, value] of Object.entries(stored)) assert.equal(text[key], value, key);
    });
  }

  Deno.test("withTask: a circle, and an error without words or with NUL, get their end as well", async () => {
    const client = await connect();
    const circle: Record<string, unknown> = { name: "circle" };
    circle["self"] = circle;
    assert.equal(await client.withTask(start("ts circle"), () => circle), circle);
    const [completed] = await readTasks("ts circle");
    assert.deepEqual(completed?.["output_data"], { name: "circle", self: "…" });
    for (
      const [thrown, message] of [
        [new Error(""), "It failed without a message."],
        [{ message: "no row", code: "PGRST116" }, "no row"],
        [new Error("a\0\ud83d"), "a\ufffd\ufffd"],
        [new Error(`${"x".repeat(9_999)}😀`), `${"x".repeat(9_999)}\ufffd`],
      ] as const
    ) {
      const agent = `ts ${message.slice(0, 90)}`;
      await assert.rejects(client.withTask(start(agent), () => Promise.reject(thrown)));
      const [failed] = await readTasks(agent);
      assert.deepEqual([failed?.["status"], failed?.["error_message"]], ["failed", message]);
    }
  });

  Deno.test("withTask: a name that is too long or broken is cut, not a reason to fail", async () => {
    const client = await connect();
    await client.withTask(start(`ts "quoted"\n${"x".repeat(300)}\ud83d`), () => 1);
    const [row] = await readTasks(`ts "quoted"\n${"x".repeat(188)}`);
    assert.equal(row?.["status"], "completed");
  });

  Deno.test("withTask: good work is logged whole when its start could not be logged", async () => {
    const { client, api, warnings } = await connectToUnsteady({ isGone: true });
    const result = await client.withTask(start("ts late"), async (task) => {
      await task.progress({ percent: 50 });
      api.isGone = false;
      return { rows: 1 };
    });
    assert.deepEqual(result, { rows: 1 });
    assert.deepEqual(await read("ts late"), [
      {
        status: "completed",
        error_message: null,
        output_data: { rows: 1 },
        cost: null,
        timed: true,
      },
    ]);
    assert.equal(warnings.length, 1);
    assert.match(
      warnings[0] ?? "",
      /^The start of task \S+ was not logged: unreachable: .*refused/,
    );
  });

  Deno.test("withTask: a start whose response was lost is the same row in the end", async () => {
    let isLost = true;
    const client = await connect({
      maxRetries: 0,
      onWarning: () => {},
      fetch: async (url: string, init: RequestInit) => {
        const response = await fetch(url, init);
        if (!isLost) return response;
        isLost = false;
        await response.body?.cancel();
        throw new TypeError("connection reset");
      },
    });
    await assert.rejects(
      client.withTask(start("ts lost"), () => Promise.reject(new Error("no bread"))),
      /no bread/,
    );
    const [row, ...others] = await read("ts lost");
    assert.deepEqual([row?.status, row?.error_message, others], ["failed", "no bread", []]);
  });

  Deno.test("withTask: the result of good work is returned when the log is gone by then", async () => {
    const { client, api, warnings } = await connectToUnsteady({ isGone: false });
    const result = await client.withTask(start("ts gone"), async (task) => {
      api.isGone = true;
      await task.progress({ percent: 50 });
      return 42;
    });
    assert.equal(result, 42);
    assert.equal(warnings.length, 2);
  });
}
