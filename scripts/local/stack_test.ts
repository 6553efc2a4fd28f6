import assert from "node:assert/strict";
import { FIXTURE_FUNCTIONS, FIXTURE_MIGRATIONS } from "./testing/databases.ts";
import { checkScripts } from "./testing/check_scripts.ts";
import { type Stack, startStack } from "./stack.ts";

Deno.test("a local stack runs a whole project", async (t) => {
  const taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const stack = await startStack({
    migrationsFolder: FIXTURE_MIGRATIONS,
    functionsFolder: FIXTURE_FUNCTIONS,
    aliasPort: taken.addr.port,
    env: { PROBE: "42" },
  });
  try {
    await t.step("a tick goes from cron through net and gateway into the function", async () => {
      await stack.database.exec(`
        select cron.schedule('tick', '* * * * *', $$
          select net.http_post(
            (select decrypted_secret from vault.decrypted_secrets where name = 'project_url')
              || '/functions/v1/probe/tick',
            '{"slot": 1}'
          )
        $$)
      `);
      await stack.cron.tick(new Date());
      await stack.net.idle();
      const [row] = await stack.database.query<{ status_code: number; content: string }>(
        "select status_code, content from net._http_response",
      );
      assert.equal(row?.status_code, 200);
      const echo = JSON.parse(row?.content ?? "");
      assert.equal(echo.path, "/probe/tick");
      assert.equal(echo.text, '{"slot": 1}');
    });

    await t.step("Vault holds the cron secret that the function has", async () => {
      const [row] = await stack.database.query<{ decrypted_secret: string }>(
        "select decrypted_secret from vault.decrypted_secrets where name = 'cron_secret'",
      );
      assert.equal(row?.decrypted_secret, stack.cronSecret);
      const { result } = await callProbe(stack, "env");
      assert.equal(result.CRON_SECRET, stack.cronSecret);
    });

    await t.step("a function sees the platform's variables, its own, and no others", async () => {
      const { result } = await callProbe(stack, "env");
      assert.equal(result.SUPABASE_URL, stack.url);
      assert.deepEqual(JSON.parse(result.SUPABASE_SECRET_KEYS), { default: stack.secretKey });
      assert.deepEqual(JSON.parse(result.SUPABASE_PUBLISHABLE_KEYS), {
        default: stack.publishableKey,
      });
      assert.equal(result.PROBE, "42");
      const foreign = Object.keys(result).filter((name) =>
        !/^(SUPABASE_|SB_|DENO_|(CRON_SECRET|RUN_READING_SECONDS|PROBE|HOME|NO_COLOR)$)/.test(
          name,
        ) &&
        name !== "XDG_CACHE_HOME"
      );
      assert.deepEqual(foreign, []);
    });

    await t.step("a function may not read, write, run or reach beyond this machine", async () => {
      for (const action of ["read", "write", "run", "outbound"]) {
        assert.deepEqual(await callProbe(stack, action), { refused: "NotCapable" }, action);
      }
    });

    await t.step("a killed function is down until it is started again", async () => {
      await stack.functions.kill("probe");
      const refused = await fetch(`${stack.url}/functions/v1/probe`);
      assert.equal(refused.status, 503);
      assert.equal((await refused.json()).code, "BOOT_ERROR");
      await stack.functions.restart("probe");
      assert.equal((await callProbe(stack, "echo")).method, "GET");
    });

    await t.step("a function that ends by itself is started for the next request", async () => {
      const broken = await fetch(`${stack.url}/functions/v1/probe/exit`);
      assert.equal(broken.status, 500);
      assert.equal((await broken.json()).code, "WORKER_ERROR");
      // The end of a process is noticed a moment after its connections have broken.
      let status = 0;
      while (status !== 200) {
        const response = await fetch(`${stack.url}/functions/v1/probe`);
        status = response.status;
        await response.body?.cancel();
        assert.ok(status === 200 || status === 500, `${status}`);
      }
    });

    await t.step("SQL can be sent over HTTP with the secret key", async () => {
      const response = await fetch(`${stack.url}/pg/query`, {
        method: "POST",
        headers: { apikey: stack.secretKey },
        body: JSON.stringify({ query: "select current_user as me" }),
      });
      assert.deepEqual(await response.json(), [{ me: "postgres" }]);
    });

    await t.step("a block of several statements can be sent as well", async () => {
      const response = await fetch(`${stack.url}/pg/query`, {
        method: "POST",
        headers: { apikey: stack.secretKey },
        body: JSON.stringify({ query: "select 1 as one; select 2 as two;" }),
      });
      assert.deepEqual(await response.json(), [{ two: 2 }]);
      await checkScripts(stack.database);
    });

    await t.step("a taken alias port costs the alias only", () => {
      assert.equal(stack.aliasUrl, undefined);
    });
  } finally {
    taken.close();
    await stack.stop();
  }
});

// deno-lint-ignore no-explicit-any -- what the probe answers differs with the action
async function callProbe(stack: Stack, action: string): Promise<any> {
  const response = await fetch(`${stack.url}/functions/v1/probe/${action}`);
  assert.equal(response.status, 200);
  return await response.json();
}
