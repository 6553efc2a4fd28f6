import assert from "node:assert/strict";
import { createClient } from "./client.ts";
import type { NightshiftError } from "./errors.ts";
import type { ClientOptions } from "./request.ts";
import { limitDocument } from "./storable.ts";

const ID = "0199f3a0-5b1c-7c3e-8a52-1f6f0c9d7e10";
const SECRET = "the-cron-secret-of-a-project";

function connect(fetch: NonNullable<ClientOptions["fetch"]>, options: Partial<ClientOptions> = {}) {
  const url = "https://ref.supabase.co/functions/v1/autonomous-tasks";
  return createClient({ url, token: SECRET, fetch, maxRetries: 0, ...options });
}

async function fail(call: Promise<unknown>): Promise<NightshiftError> {
  return await call.then(() => assert.fail("It was fine."), (error) => error);
}

Deno.test("no error contains the token, whoever repeats it", async () => {
  const bad = new Response(`${"x".repeat(190)}Bearer ${SECRET}`, { status: 401 });
  const known = Response.json({ code: "unauthorized", detail: SECRET }, { status: 401 });
  const errors = await Promise.all([
    fail(connect(() => Promise.resolve(bad)).get(ID)),
    fail(connect(() => Promise.resolve(known)).get(ID)),
    // As Deno words it.
    fail(connect((url) => Promise.reject(new TypeError(`no ${url}`))).ping(`nst_${SECRET}`)),
    fail(connect(() => assert.fail("It was sent."), { token: () => `${SECRET}\nx` }).get(ID)),
  ]);
  for (const { message, stack, cause } of errors) {
    assert.doesNotMatch(`${message} ${stack} ${cause}`, /cron-secret|Bearer the/);
  }
  assert.deepEqual(errors.map(({ code }) => code), [
    "unknown_response",
    "unauthorized",
    "unreachable",
    undefined,
  ]);
});

Deno.test("a token may end with a line, and what no request can have is a TypeError at once", async () => {
  let sent: unknown;
  const fetch = (_: string, { headers }: RequestInit) => {
    sent = (headers as Record<string, string>)["authorization"];
    return Promise.resolve(Response.json({}));
  };
  await connect(fetch, { token: `${SECRET}\n` }).get(ID);
  assert.equal(sent, `Bearer ${SECRET}`);
  // Who calls without a token is told by the API.
  await connect(fetch, { token: "" }).get(ID);
  assert.equal(sent, undefined);
  for (
    const wrong of [{ token: "a b" }, { url: "https://a:b@c.d/e" }, {
      url: "ftp://a",
    }]
  ) {
    assert.throws(() => connect(fetch, wrong), TypeError);
  }
});

Deno.test("a redirect is not followed, and a list is no answer", async () => {
  const asked: unknown[] = [];
  const moved = connect((_, { redirect }) => {
    asked.push(redirect);
    return Promise.resolve(new Response(null, { status: 307, headers: { location: "/b" } }));
  });
  const { code, status } = await fail(moved.get(ID));
  assert.deepEqual([code, status, asked], ["unknown_response", 307, ["manual"]]);
  const list = await fail(connect(() => Promise.resolve(Response.json([1]))).get(ID));
  assert.deepEqual([list.code, list.status], ["unknown_response", 502]);
});

Deno.test("Retry-After is whole seconds or a date; others are as if it were not there", async () => {
  const read = async (header: string) => {
    const answer = Response.json({}, { status: 503, headers: { "retry-after": header } });
    return (await fail(connect(() => Promise.resolve(answer)).get(ID))).retryAfterSeconds;
  };
  assert.deepEqual(await Promise.all(["7", "99999999999999", "-5", "1.5", "soon"].map(read)), [
    7,
    99_999_999_999_999,
    undefined,
    undefined,
    undefined,
  ]);
  assert.equal(await read("Fri, 27 Nov 2020 05:00:00 GMT"), 0);
  assert.ok(Number(await read(new Date(Date.now() + 3_600_000).toUTCString())) > 3_000);
});

Deno.test("without limits of time a request is not cut off at once", async () => {
  const slow = () =>
    new Promise<Response>((resolve) => setTimeout(() => resolve(Response.json({ id: ID })), 20));
  const client = connect(slow, { timeoutMs: Infinity, giveUpAfterMs: Infinity });
  assert.equal((await client.get(ID)).id, ID);
});

Deno.test("what cannot be read is a note, and bytes are not spread into fields", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const broken = {
    get field() {
      throw new Error("boom");
    },
  };
  assert.deepEqual(limitDocument(broken), { note: "The output cannot be stored: boom" });
  assert.match(JSON.stringify(limitDocument({ proxy })), /note.*cannot be stored/);
  const large = new Uint8Array(100_000_000);
  assert.deepEqual(limitDocument({ large }), { large: "Uint8Array of 100000000 bytes" });
});
