import { equal } from "node:assert/strict";
import { spawnLeashed } from "./leashed_command.ts";

const options = { cwd: "/", stdout: "piped", stderr: "null" } as const;

Deno.test("output and exit code are those of the command", async () => {
  const process = spawnLeashed("/bin/sh", ["-c", 'echo "$1"; exit 7', "sh", "a b"], options);
  equal(await new Response(process.stdout).text(), "a b\n");
  equal(await process.exitCode, 7);
});

Deno.test("a leashed command ends when it is told to", async () => {
  const process = spawnLeashed("sleep", ["600"], options);
  process.end();
  equal(await process.exitCode, 128 + 15);
  await process.stdout.cancel();
});

Deno.test("a leashed command ends when the process that started it is killed", async () => {
  const module = new URL("./leashed_command.ts", import.meta.url);
  const owner = new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      `import { spawnLeashed } from "${module}";
      spawnLeashed("/bin/sh", ["-c", "echo started; exec sleep 600"],
        { cwd: "/", stdout: "inherit", stderr: "null" });
      setInterval(() => {}, 1000);`,
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = owner.stdout.getReader();
  const { value } = await reader.read();
  equal(new TextDecoder().decode(value), "started\n");
  owner.kill("SIGKILL");
  await owner.status;
  // The command holds the other end of this pipe: it closes when the command is gone.
  const timer = setTimeout(() => reader.cancel("still running"), 5_000);
  equal((await reader.read()).done, true);
  clearTimeout(timer);
  await reader.closed;
});
