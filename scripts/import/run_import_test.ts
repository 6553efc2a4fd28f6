import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../supabase/functions/inbound-email/app.ts";
import {
  createMemoryStore,
  type MemoryStore,
} from "../../supabase/functions/inbound-email/testing/store_in_memory.ts";
import { runImport } from "./run_import.ts";

const WORKSPACE = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";
const SECRET = "a-secret-for-these-tests";

type Fetch = typeof fetch;

interface Session {
  readonly folder: string;
  readonly store: MemoryStore;
  readonly printed: string[];
  readonly errors: string[];
  /** Runs the command on the folder; `serve` answers before the real function. */
  run(args?: readonly string[], serve?: (real: Fetch) => Fetch): Promise<number>;
}

async function withSession(work: (session: Session) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-run-import-"));
  const store = createMemoryStore(WORKSPACE);
  const app = createApp({
    secrets: { cronSecrets: [SECRET], secretKeys: {} },
    store,
    providers: [],
    clock: () => new Date("2026-11-12T08:00:00.000Z"),
    log: () => {},
  });
  const real: Fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    assert.match(url, /^http:\/\/stack\.example\/functions\/v1\//);
    return Promise.resolve(app.request(url.replace("/functions/v1", ""), init));
  };
  const [printed, errors]: [string[], string[]] = [[], []];
  try {
    await work({
      folder,
      store,
      printed,
      errors,
      run: (args = [], serve = (fetch) => fetch) =>
        runImport([folder, ...args], {
          stacksFolder: join(folder, "none"),
          variables: { NIGHTSHIFT_URL: "http://stack.example/", CRON_SECRET: SECRET },
          print: (text) => printed.push(text),
          printError: (text) => errors.push(text),
          startProgressBar: null,
          fetch: serve(real),
          retryDelaysMs: [0, 0],
        }),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeMails(folder: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await writeFile(
      join(folder, `m${index}.eml`),
      `From: ada@example.com\nMessage-ID: <m${index}@example.com>\n\nMail ${index}\n`,
    );
  }
}

const IN_WORKSPACE = ["--workspace", WORKSPACE];

Deno.test("all emails go in; a second import finds them already there; both exit with 0", async () => {
  await withSession(async ({ folder, store, printed, run }) => {
    await writeMails(folder, 12);
    assert.equal(await run(IN_WORKSPACE), 0);
    assert.equal(store.emails.length, 12);
    assert.equal(await run(IN_WORKSPACE), 0);
    assert.equal(store.emails.length, 12);
    assert.deepEqual(printed, [
      "Emails offered: 12. Imported: 12, already there: 0, rejected: 0.",
      "Emails offered: 12. Imported: 0, already there: 12, rejected: 0.",
    ]);
  });
});

Deno.test("a rejected email stops nothing, is named with its reason, and the exit code is 1", async () => {
  await withSession(async ({ folder, store, printed, run }) => {
    await writeMails(folder, 3);
    await writeFile(join(folder, "bad.eml"), new Uint8Array(100).fill(0xfe));
    await writeFile(join(folder, "huge.eml"), `From: a@example.com\n${"x\n".repeat(20_000)}`);
    assert.equal(await run([...IN_WORKSPACE, "--json"]), 1);
    assert.equal(store.emails.length, 3);
    const { refusals, ...counts } = JSON.parse(printed[0] ?? "");
    assert.deepEqual(counts, { offered: 5, taken_in: 3, duplicates: 0, refused: 2 });
    const codes = refusals.map((
      { source, code }: { source: string; code: string },
    ) => [source, code]);
    assert.deepEqual(
      new Map(codes),
      new Map([
        [join(folder, "bad.eml"), "mail_unreadable"],
        [join(folder, "huge.eml"), "mail_too_large"],
      ]),
    );
  });
});

Deno.test("a server that stumbles once is asked again", async () => {
  await withSession(async ({ folder, store, run }) => {
    await writeMails(folder, 1);
    let calls = 0;
    const stumble = (real: Fetch): Fetch => (input, init) => {
      calls += 1;
      if (calls === 1) return Promise.reject(new TypeError("connection reset"));
      if (calls === 2) return Promise.resolve(new Response("busy", { status: 503 }));
      return real(input, init);
    };
    assert.equal(await run(IN_WORKSPACE, stumble), 0);
    assert.equal(calls, 3);
    assert.equal(store.emails.length, 1);
  });
});

Deno.test("an email on which the server keeps failing is rejected, the others go in", async () => {
  await withSession(async ({ folder, store, printed, run }) => {
    await writeMails(folder, 3);
    const failOnOne = (real: Fetch): Fetch => (input, init) =>
      new TextDecoder().decode(init?.body as Uint8Array).includes("Mail 1")
        ? Promise.resolve(new Response("worker limit", { status: 546 }))
        : real(input, init);
    assert.equal(await run(IN_WORKSPACE, failOnOne), 1);
    assert.equal(store.emails.length, 2);
    assert.match(printed[0] ?? "", /m1\.eml: http_546: worker limit/);
  });
});

for (
  const [what, args, message] of [
    ["a wrong secret", [...IN_WORKSPACE, "--secret", "wrong"], /unauthorized/],
    ["an unknown workspace", ["--workspace", crypto.randomUUID()], /workspace_not_found/],
    ["a workspace that is no UUID", ["--workspace", "org_123"], /invalid_request/],
    ["no workspace", [], /give --workspace ID/],
    ["an unknown flag", ["--fast"], /Unknown option '--fast'[^]*Usage:/],
    [
      "a missing path",
      [...IN_WORKSPACE, "nowhere.eml"],
      /^There is no file or folder nowhere\.eml/,
    ],
  ] as const
) {
  Deno.test(`${what} stops the import with a sentence and exit code 2`, async () => {
    await withSession(async ({ folder, store, errors, run }) => {
      await writeMails(folder, 6);
      assert.equal(await run(args), 2);
      assert.match(errors.join("\n"), message);
      assert.equal(store.emails.length, 0);
    });
  });
}

Deno.test("a server that goes away ends the import with what was done, and exit code 2", async () => {
  await withSession(async ({ folder, errors, run }) => {
    await writeMails(folder, 20);
    let answers = 0;
    const goAway = (real: Fetch): Fetch => (input, init) => {
      answers += 1;
      return answers <= 5 ? real(input, init) : Promise.reject(new TypeError("refused"));
    };
    assert.equal(await run(IN_WORKSPACE, goAway), 2);
    assert.match(errors[0] ?? "", /^Stopped\. Emails offered: 5\. Imported: 5,/);
    assert.match(errors[1] ?? "", /Nothing answers at http:\/\/stack\.example\/ \(refused\)/);
  });
});

Deno.test("--help explains the command and touches nothing", async () => {
  await withSession(async ({ printed, run }) => {
    assert.equal(await run(["--help"]), 0);
    assert.match(printed[0] ?? "", /^Usage: deno task import PATH/);
  });
});
