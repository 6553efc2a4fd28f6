import assert from "node:assert/strict";
import {
  findLauncherChain,
  type InspectProcess,
  isChainWhole,
  isLauncher,
  type ProcessFacts,
} from "./launcher_watch.ts";

Deno.test("npx, its shell and deno task are launchers; shells and editors are not", () => {
  for (
    const commandLine of [
      "npm exec deno@2.9.6 task start",
      "node /usr/lib/node_modules/npm/bin/npx-cli.js -y deno@2.9.6 task start",
      "sh -c 'deno' task start",
      "node /root/.npm/_npx/0/node_modules/deno/bin.cjs task start",
      "deno task start",
      "/root/.npm/_npx/0/node_modules/deno/deno task start",
    ]
  ) assert.equal(isLauncher(commandLine), true, commandLine);
  for (
    const commandLine of ["-bash", "bash", "code .", "/sbin/init", "deno test -A", "node server.js"]
  ) {
    assert.equal(isLauncher(commandLine), false, commandLine);
  }
});

const PROCESSES: Record<number, ProcessFacts> = {
  50: { parentPid: 40, commandLine: "deno run -A scripts/start.ts" },
  40: { parentPid: 30, commandLine: "deno task start" },
  30: { parentPid: 20, commandLine: "sh -c 'deno' task start" },
  20: { parentPid: 10, commandLine: "npm exec deno@2.9.6 task start" },
  10: { parentPid: 1, commandLine: "-bash" },
};
const inspect: InspectProcess = (pid) => PROCESSES[pid];

Deno.test("the chain goes from us up to the topmost launcher", () => {
  const chain = findLauncherChain(50, inspect);
  assert.deepEqual(chain.map(({ pid }) => pid), [50, 40, 30, 20]);
  assert.equal(isChainWhole(chain, inspect), true);
});

Deno.test("a chain breaks when a launcher dies or loses its parent", () => {
  const chain = findLauncherChain(50, inspect);
  const without20: InspectProcess = (pid) => pid === 20 ? undefined : PROCESSES[pid];
  assert.equal(isChainWhole(chain, without20), false);
  const orphaned30: InspectProcess = (pid) =>
    pid === 30 ? { parentPid: 1, commandLine: "" } : PROCESSES[pid];
  assert.equal(isChainWhole(chain, orphaned30), false);
});

Deno.test("the topmost launcher may outlive the shell that put it into the background", () => {
  const chain = findLauncherChain(50, inspect);
  const orphaned20: InspectProcess = (pid) =>
    pid === 20 ? { parentPid: 1, commandLine: "" } : PROCESSES[pid];
  assert.equal(isChainWhole(chain, orphaned20), true);
});

Deno.test("without a launcher there is nothing to watch but ourselves", () => {
  const alone: InspectProcess = (pid) =>
    pid === 50 ? { parentPid: 10, commandLine: "deno run" } : PROCESSES[pid];
  assert.deepEqual(findLauncherChain(50, alone).map(({ pid }) => pid), [50]);
});

Deno.test("a process under a launcher ends by itself when its work is done", async () => {
  const module = new URL("./launcher_watch.ts", import.meta.url).href;
  const program = `import { watchLaunchers } from "${module}"; watchLaunchers(() => {});`;
  // The second command keeps the shell, which is a launcher by its command line.
  const command = `"$DENO" eval --no-check '${program}' && true # deno`;
  const { code } = await new Deno.Command("sh", {
    args: ["-c", command],
    env: { DENO: Deno.execPath() },
    stdin: "null",
    signal: AbortSignal.timeout(20_000),
  }).output();
  assert.equal(code, 0);
});
