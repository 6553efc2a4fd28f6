import assert from "node:assert/strict";
import * as z from "zod";
import { createFunctionApp } from "./app.ts";
import { guard } from "./guard.ts";
import { parseJson, readJson, validate } from "./json.ts";
import { Problem } from "./problem.ts";

const parse = (text: string) => parseJson(new TextEncoder().encode(text));

function catchProblem(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: "nothing was thrown" });
}

Deno.test("JSON is parsed; an empty body is an empty object", () => {
  assert.deepEqual(parse('{"a": [1]}'), { a: [1] });
  assert.equal(parse("null"), null);
  for (const empty of ["", " \r\n"]) assert.deepEqual(parse(empty), {});
});

Deno.test("what is no JSON is malformed_json with the parser's words", () => {
  for (const text of ["{", '{"a": 1,}', "undefined", '{"a": 1}{', "\uFFFD"]) {
    const problem = catchProblem(() => parse(text));
    assert.equal(problem.code, "malformed_json");
    assert.match(problem.detail, /^The body must be JSON: .+\.$/);
  }
});

const schema = z.strictObject({
  count: z.int().min(1).default(10),
  "a/b~c": z.array(z.string()).optional(),
});

Deno.test("a value that fits comes back with its defaults", () => {
  assert.deepEqual(validate(schema, {}), { count: 10 });
});

Deno.test("every bad field is named by an RFC 6901 pointer; the first is in the sentence", () => {
  const problem = catchProblem(() => validate(schema, { count: 0, "a/b~c": ["x", 2] }));
  assert.equal(problem.code, "invalid_request");
  assert.deepEqual(problem.errors.map(({ pointer }) => pointer), ["/count", "/a~1b~0c/1"]);
  assert.match(problem.detail, /^\/count: .*1 \(and 1 more, see errors\)$/);
  const alone = catchProblem(() => validate(schema, { count: 0 }));
  assert.doesNotMatch(alone.detail, /more/);
});

Deno.test("an unknown key and a value of another kind point at the whole body", () => {
  for (const value of [{ batch: 5 }, [], "text", null]) {
    const problem = catchProblem(() => validate(schema, value));
    assert.deepEqual(problem.errors.map(({ pointer }) => pointer), [""]);
    assert.match(problem.detail, /^body: /);
  }
});

const SECRET = "the-current-secret-of-the-tests";

/** Posts bytes to a function that answers with the JSON that it read. */
async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
  const app = createFunctionApp("probe", () => {});
  const secrets = { cronSecrets: [SECRET], secretKeys: {} };
  app.use(
    guard({ secrets, kinds: ["cron_secret"], target: "probe", maxBytes: 1_000, withinMs: 30_000 }),
  );
  app.post("/", (c) => c.json({ read: readJson(c) }));
  const response = await app.request("/probe", {
    method: "POST",
    headers: { authorization: `Bearer ${SECRET}`, ...headers },
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  });
  const answer = await response.json();
  return answer.code ?? answer.read;
}

const LATIN_1 = new Uint8Array([0x22, 0xe9, 0x22]);
const BODIES: readonly (readonly [
  what: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  result: unknown,
])[] = [
  ["JSON", '"é"', { "content-type": "application/json" }, "é"],
  ["JSON that says UTF-8", '"é"', { "content-type": 'Application/JSON; Charset="UTF-8"' }, "é"],
  ["JSON with a byte order mark", '\uFEFF"é"', { "content-type": "application/json" }, "é"],
  ["no body and no type", "", {}, {}],
  ["bytes that are not UTF-8", LATIN_1, { "content-type": "application/json" }, "malformed_json"],
  [
    "bytes that say they are Latin-1",
    LATIN_1,
    { "content-type": "application/json; charset=iso-8859-1" },
    "unsupported_media_type",
  ],
  [
    "another charset behind another parameter",
    "{}",
    { "content-type": "application/json; v=1; charset=utf-16" },
    "unsupported_media_type",
  ],
  [
    "two content types",
    "{}",
    { "content-type": "application/json, text/plain" },
    "unsupported_media_type",
  ],
  [
    "a compressed body",
    "{}",
    { "content-type": "application/json", "content-encoding": "gzip" },
    "unsupported_media_type",
  ],
  ["a form", "a=1", {
    "content-type": "application/x-www-form-urlencoded",
  }, "unsupported_media_type"],
  ["lists in lists without end", "[".repeat(900), {
    "content-type": "application/json",
  }, "malformed_json"],
];

for (const [what, body, headers, result] of BODIES) {
  Deno.test(`${what} is read as ${JSON.stringify(result)}`, async () => {
    assert.deepEqual(await post(body, headers), result);
  });
}
