/** `nightshift-run` with an API that lies, drips or repeats the token. No stack is needed. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { runProgram } from "../../scripts/lib/run_program.ts";
import { PYTHON_FOLDER } from "./testing/python_cases.ts";
import { findPython } from "./testing/place.ts";

const MODULE = join(PYTHON_FOLDER, "nightshift.py");
const SECRET = "the-cron-secret-of-a-project";
const ignore = !await findPython();

/** Answers with these functions by the first part of the path, and keeps the bodies. */
function serve() {
  const bodies: string[] = [];
  const answers: Readonly<Record<string, (request: Request) => Response>> = {
    takes: () => Response.json({}),
    repeats: ({ headers }) => new Response(`who is ${headers.get("authorization")}?`),
    drips: () =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            const timer = setInterval(() => {
              try {
                controller.enqueue(new Uint8Array([32]));
              } catch {
                clearInterval(timer);
              }
            }, 20);
          },
        }),
      ),
  };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (asked) => {
      const answer = answers[new URL(asked.url).pathname.split("/")[1] ?? ""];
      bodies.push(await asked.clone().text());
      return answer?.(asked) ?? new Response(null, { status: 404 });
    },
  );
  return { url: `http://127.0.0.1:${server.addr.port}`, bodies, stop: () => server.shutdown() };
}

async function run(url: string, token: string, ...args: string[]) {
  return await runProgram("python3", ["-B", MODULE, "--give-up-after", "5", ...args], {
    env: { NIGHTSHIFT_URL: url, NIGHTSHIFT_TOKEN: token },
  });
}

Deno.test({
  name: "nightshift-run: its token is in no line and no log, whoever repeats it",
  ignore,
  async fn() {
    const { url, bodies, stop } = serve();
    const script = `echo ${SECRET}; echo 1234567890; exit 3`;
    const [taken, cut, repeated, broken] = await Promise.all([
      // A file that holds a secret often ends with a line end.
      run(`${url}/takes\n`, `${SECRET}\n`, "--", "sh", "-c", script),
      run(`${url}/takes`, SECRET, "--tail", "20", "--", "sh", "-c", script),
      run(`${url}/repeats`, SECRET, "--give-up-after", "3", "--", "sh", "-c", script),
      run(`${url}/takes`, `${SECRET}\nx`, "--", "sh", "-c", script),
    ]);
    await stop();
    for (const { code, stdout } of [taken, cut, repeated, broken]) {
      assert.deepEqual([code, stdout], [3, `${SECRET}\n1234567890\n`]);
    }
    assert.deepEqual([taken.stderr, cut.stderr], ["", ""]);
    assert.match(
      repeated.stderr,
      /^nightshift-run: .* is not from Nightshift: who is Bearer …\?\n$/,
    );
    assert.match(broken.stderr, /has characters that a token cannot have/);
    for (const text of [...bodies, repeated.stderr, broken.stderr]) {
      assert.doesNotMatch(text, /secret-of-a-project/);
    }
    assert.equal(bodies.filter((body) => body.includes("1234567890")).length >= 2, true);
  },
});

Deno.test({
  name: "nightshift-run: a script without a first line is one for sh, as in a shell",
  ignore,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "nightshift-script-" });
    const script = join(folder, "it's a script");
    await Deno.writeTextFile(script, 'echo "got $1"; exit 6\n', { mode: 0o755 });
    const { url, stop } = serve();
    const { code, stdout, stderr } = await run(`${url}/takes`, SECRET, "--", script, "a b");
    await Promise.all([stop(), Deno.remove(folder, { recursive: true })]);
    assert.deepEqual([code, stdout, stderr], [6, "got a b\n", ""]);
  },
});

Deno.test({
  name: "Python: a response that comes byte by byte ends with the patience of the client",
  ignore,
  async fn() {
    const { url, stop } = serve();
    const script = "import sys\nfrom nightshift import Nightshift, NightshiftError\n" +
      "try:\n    Nightshift(sys.argv[1], 'nst_1', give_up_after=0.3).health()\n" +
      "except NightshiftError as error:\n    print(error)\n";
    const args = ["-B", "-c", script, `${url}/drips`];
    const { stdout } = await runProgram("python3", args, { cwd: PYTHON_FOLDER });
    await stop();
    assert.match(
      stdout,
      /^unreachable: 127\.0\.0\.1:\d+ could not be reached: the response did not end in time\.\n$/,
    );
  },
});

Deno.test({
  name: "Python: an output that cannot be read is a note, and harms nothing",
  ignore,
  async fn() {
    const script = `import unittest.mock, nightshift
class Broken(dict):
    def items(self):
        raise RuntimeError("boom")
print(nightshift._document(Broken(a=1)), nightshift._document({"a": b"12"}),
    type(nightshift._document(unittest.mock.MagicMock())).__name__)`;
    const args = ["-B", "-c", script];
    const { stdout, stderr } = await runProgram("python3", args, { cwd: PYTHON_FOLDER });
    assert.equal(
      stdout,
      "{'note': 'The output cannot be stored: boom'} {'a': 'bytes of 2 bytes'} str\n",
      stderr,
    );
  },
});
