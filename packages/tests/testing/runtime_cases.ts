import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildClient } from "../../../scripts/client.ts";
import { findBrowser } from "../../../scripts/dashboard/browser_install.ts";
import { launchBrowser } from "../../../scripts/dashboard/launch_browser.ts";
import { FunctionHost } from "../../../scripts/local/functions/function_host.ts";
import { Lifecycle } from "../../../scripts/local/process/lifecycle.ts";
import { readBearer } from "../../../supabase/functions/tests/testing/world.ts";
import type { Place } from "./place.ts";

const PACKAGE = fileURLToPath(new URL("../../client/", import.meta.url));
const EXAMPLE = fileURLToPath(new URL("../../../examples/edge-function/", import.meta.url));
const PATIENCE_MS = 60_000;

const browser = await findBrowser();

/** What each runtime does with the package. */
const USE = `import { createClient, isNightshiftError } from "nightshift-client";
export async function use(url, token, name) {
  const nightshift = createClient({ url, token, onWarning: () => {} });
  const got = await nightshift.withTask({ task_type: "email_sync", agent_name: name }, async (task) => {
    await task.progress({ half: 1 });
    return { id: task.id };
  });
  const wrong = await nightshift.get("0").catch((error) => error);
  const { tasks } = await nightshift.find({ agent_name: name });
  return [tasks[0].id === got.id, tasks[0].status, isNightshiftError(wrong, "invalid_request")];
}
`;
const EXPECTED = [true, "completed", true];

/** A program that uses the types of the package: \`deno check\` must see one mistake, and no other. */
const TYPED = `import { createClient, type ErrorCode, NightshiftError } from "nightshift-client";
const nightshift = createClient({ url: "https://example.com", token: () => Promise.resolve("t") });
const sum: number = await nightshift.withTask({ task_type: "email_sync" }, () => 1);
// @ts-expect-error: no such task type
await nightshift.create({ task_type: "bake" });
for await (const { duration_ms } of nightshift.findAll({ limit: 1 })) {
  const milliseconds: number | null = duration_ms;
  console.log(milliseconds, sum);
}
const code: ErrorCode = new NightshiftError("unreachable", "gone").code;
console.log(code);
`;

/** The packed package, in every runtime that it is for. */
export function registerRuntimeCases(place: Place): void {
  let packed: Promise<string> | undefined;
  const project = () => packed ??= pack();
  Deno.test.afterAll(async () => {
    if (packed !== undefined) await rm(await packed, { recursive: true });
  });
  const runIn = async (program: string, args: readonly string[], name: string) => {
    const { url, token } = await place.target();
    const { stdout } = await promisify(execFile)(program, [...args, "run.mjs", url, token, name], {
      cwd: await project(),
      env: { ...Deno.env.toObject(), NO_COLOR: "1", DENO_NO_PACKAGE_JSON: "" },
    });
    assert.deepEqual(JSON.parse(stdout), EXPECTED);
  };

  Deno.test("the packed client works in Node", async () => {
    await runIn("node", [], "packed node");
  });

  Deno.test("the packed client works in Deno, and its types hold", async () => {
    await runIn(Deno.execPath(), ["run", "-A", "--node-modules-dir=manual"], "packed deno");
    await promisify(execFile)(
      Deno.execPath(),
      ["check", "--quiet", "--node-modules-dir=manual", "typed.ts"],
      { cwd: await project(), env: { ...Deno.env.toObject(), DENO_NO_PACKAGE_JSON: "" } },
    );
  });

  Deno.test("the package holds what it needs, and no code that only one runtime has", async () => {
    const folder = join(await project(), "node_modules/nightshift-client");
    const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    assert.deepEqual(names.sort(), ["README.md", "built", "package.json"]);
    for await (const { name } of Deno.readDir(join(folder, "built"))) {
      if (!name.endsWith(".js")) continue;
      const code = await Deno.readTextFile(join(folder, "built", name));
      assert.doesNotMatch(
        code,
        /from "(?!\.\/\w+\.js")|\b(?:Deno|process|Buffer|require)\b[.(]/,
        name,
      );
    }
    const { dependencies, exports } = JSON.parse(
      await Deno.readTextFile(join(folder, "package.json")),
    );
    assert.equal(dependencies, undefined);
    for (const file of Object.values<string>(exports["."])) await Deno.stat(join(folder, file));
  });

  Deno.test("the packed client works in an Edge Function, in the name of its caller", async () => {
    const functions = join(await project(), "functions");
    const client = join(functions, "_shared/nightshift-client");
    await mkdir(client, { recursive: true });
    await cp(join(await project(), "node_modules/nightshift-client"), client, { recursive: true });
    await cp(EXAMPLE, join(functions, "sum"), { recursive: true });
    const lifecycle = new Lifecycle();
    try {
      const host = await FunctionHost.start({
        lifecycle,
        names: ["sum"],
        folder: functions,
        importMap: join(functions, "sum/import_map.json"),
        env: { SUPABASE_URL: place.stack().url },
        isVerbose: false,
      });
      const target = await host.resolve("sum");
      assert.ok(target.kind === "running");
      const call = async (token: string, numbers: readonly unknown[], workspace?: string) => {
        const response = await fetch(target.url, {
          method: "POST",
          headers: { authorization: `Bearer ${token}` },
          body: JSON.stringify({ numbers, workspace_id: workspace }),
        });
        return [response.status, await response.json()];
      };
      const { token } = await place.target();
      const { headers, ours } = await place.world();
      const member = readBearer(headers["member"]);
      assert.deepEqual(await call(token, [1, 2]), [200, { sum: 3 }]);
      assert.deepEqual(await call(member, [3, 4], ours), [200, { sum: 7 }]);
      assert.deepEqual(await call(token, ["1"]), [422, { error: '"1" is no number.' }]);
      const [status] = await call("nst_wrong", [1]);
      assert.equal(status, 401);
    } finally {
      await lifecycle.stop();
    }
    const rows = await place.readTasks("sum");
    assert.deepEqual(rows.map(({ status }) => status), ["failed", "completed", "completed"]);
  });

  registerBrowserCase(place, project);
}

/** A page of another origin, which the functions allow by CORS_ORIGINS. */
function registerBrowserCase(place: Place, project: () => Promise<string>): void {
  Deno.test({
    name: "the packed client works in Chromium, from a page of another origin",
    ignore: !browser.found && Deno.env.get("CI") !== "true",
    fn: async () => {
      if (!browser.found) throw new Error(browser.problem);
      const folder = await project();
      const { url, token } = await place.target();
      const told = Promise.withResolvers<unknown>();
      const page = `<!doctype html><script type="importmap">
{ "imports": { "nightshift-client": "/built/mod.js" } }</script><script type="module">
const tell = (body) => fetch("/told", { method: "POST", body: JSON.stringify(body) });
try {
  const { use } = await import("/use.mjs");
  await tell(await use(...${JSON.stringify([url, token, "packed page"])}));
} catch (error) {
  await tell(String(error));
}
</script>`;
      const server = Deno.serve(
        { hostname: "127.0.0.1", port: 0, onListen: () => {} },
        async (request) => {
          const { pathname } = new URL(request.url);
          if (pathname === "/told") {
            told.resolve(await request.json());
            return new Response();
          }
          if (pathname === "/") {
            return new Response(page, { headers: { "content-type": "text/html" } });
          }
          const place = pathname.startsWith("/built/") ? "node_modules/nightshift-client" : "";
          const file = await Deno.readFile(join(folder, place, pathname)).catch(() => null);
          const headers = { "content-type": "text/javascript" };
          return new Response(file, { status: file === null ? 404 : 200, headers });
        },
      );
      const running = await launchBrowser(browser.program);
      const timer = setTimeout(() => told.resolve("The page said nothing."), PATIENCE_MS);
      try {
        const tab = await running.newPage();
        await tab.goto(`http://127.0.0.1:${server.addr.port}/`);
        assert.deepEqual(await told.promise, EXPECTED);
      } finally {
        clearTimeout(timer);
        // First, as the server waits for the connections that a browser keeps open.
        await running.close();
        await server.shutdown();
      }
    },
  });
}

/** A project into which the package is installed from its tarball. */
async function pack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "nightshift-client-"));
  const source = join(folder, "source");
  await mkdir(source);
  await Promise.all(
    ["package.json", "README.md"].map((name) => cp(join(PACKAGE, name), join(source, name))),
  );
  await buildClient(source);
  const options = { cwd: folder };
  const { stdout } = await promisify(execFile)(
    "npm",
    ["pack", "--ignore-scripts", "--silent", "./source"],
    options,
  );
  const target = join(folder, "node_modules/nightshift-client");
  await mkdir(target, { recursive: true });
  const tarball = join(folder, stdout.trim());
  await promisify(execFile)("tar", ["-xzf", tarball, "--strip-components=1", "-C", target]);
  await Promise.all([
    writeFile(join(folder, "package.json"), '{ "type": "module" }'),
    writeFile(join(folder, "use.mjs"), USE),
    writeFile(join(folder, "typed.ts"), TYPED),
    writeFile(
      join(folder, "run.mjs"),
      `import process from "node:process";
import { use } from "./use.mjs";
console.log(JSON.stringify(await use(...process.argv.slice(2))));
`,
    ),
  ]);
  return folder;
}
