import assert from "node:assert/strict";
import { join } from "node:path";
import type { Place } from "./place.ts";
import { PYTHON_FOLDER } from "./python_cases.ts";

const MODULE = join(PYTHON_FOLDER, "nightshift.py");

interface Started {
  kill(signal: Deno.Signal): void;
  /** Resolves when it has printed something. */
  readonly hasPrinted: Promise<void>;
  readonly ended: Promise<Ended>;
}

interface Ended {
  readonly code: number;
  readonly bytes: Uint8Array;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line runs the command as if it were not there, and logs how it ended. */
export function registerWrapperCases(place: Place, ignore: boolean): void {
  const start = async (
    args: readonly string[],
    env: Record<string, string> = {},
  ): Promise<Started> => {
    const { url, token } = await place.target();
    const child = new Deno.Command("python3", {
      args: ["-B", MODULE, ...args],
      env: { NIGHTSHIFT_URL: url, NIGHTSHIFT_TOKEN: token, ...env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const first = Promise.withResolvers<void>();
    const readAll = async () => {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      for await (const chunk of child.stdout) {
        chunks.push(chunk);
        first.resolve();
      }
      return await new Blob(chunks).bytes();
    };
    const ended = Promise.all([readAll(), new Response(child.stderr).text(), child.status])
      .then(([bytes, stderr, { code }]) => ({
        code,
        bytes,
        stdout: new TextDecoder().decode(bytes),
        stderr,
      }));
    return { kill: (signal) => child.kill(signal), hasPrinted: first.promise, ended };
  };
  const run = async (args: readonly string[], env: Record<string, string> = {}) =>
    await (await start(args, env)).ended;
  const sh = (name: string, script: string, options: readonly string[] = []) =>
    run(["--name", name, ...options, "--", "sh", "-c", script]);
  const readTask = async (name: string) => {
    const rows = await place.readTasks(name);
    assert.equal(rows.length, 1, name);
    const [row] = rows;
    return {
      status: row?.["status"],
      error: row?.["error_message"],
      output: row?.["output_data"] as Record<string, unknown>,
      row,
    };
  };
  const test = (name: string, fn: () => Promise<void>) =>
    Deno.test({ name: `nightshift-run: ${name}`, ignore, fn });

  test("good and bad ends are logged with exit code, duration and output", async () => {
    const name = `nightly "backup" of 'Ada'\nsecond line \\`;
    const [good, bad] = await Promise.all([
      sh(name, "echo out; echo err >&2"),
      sh("wrapped bad", "echo almost; echo 'disk full' >&2; exit 7", ["--type", "email_sync"]),
    ]);
    assert.deepEqual([good.code, good.stdout, good.stderr], [0, "out\n", "err\n"]);
    assert.deepEqual([bad.code, bad.stdout, bad.stderr], [7, "almost\n", "disk full\n"]);
    const { status, output, row } = await readTask(name);
    assert.deepEqual([status, output["exit_code"], output["output_bytes"]], ["completed", 0, 8]);
    assert.equal(row?.["task_type"], "data_cleanup");
    assert.ok(Number(output["duration_ms"]) >= 1);
    assert.deepEqual(`${output["output"]}`.split("\n").sort(), ["", "err", "out"]);
    const failed = await readTask("wrapped bad");
    assert.deepEqual([failed.status, failed.output["exit_code"]], ["failed", 7]);
    assert.match(`${failed.error}`, /^The command ended with exit code 7\. (disk full|almost)$/);
    assert.equal(failed.row?.["task_type"], "email_sync");
    const { command, ...origin } = failed.row?.["input_data"] as Record<string, unknown>;
    assert.deepEqual([command, Object.keys(origin)], ["sh", ["host"]]);
  });

  test("300 kB, and bytes that are no text, pass unchanged; a bounded end of them is kept", async () => {
    const script = String.raw`import os
data = bytes(range(256)) * 1200
data += b"\x1b[31mred\x1b[0m\x1b]0;title\x07 \xff\xfe end nst_${"a".repeat(64)}\r\n"
os.write(2, b"\x1b[31mred")
view = memoryview(data)
while view:
    view = view[os.write(1, view):]`;
    const args = ["--name", "wrapped large", "--", "python3", "-c", script];
    const { code, bytes, stderr } = await run(args);
    assert.deepEqual([code, stderr], [0, "\u001b[31mred"]);
    assert.ok(bytes.subarray(0, 307_200).every((byte, at) => byte === at % 256));
    const rest = new TextDecoder("latin1").decode(bytes.subarray(307_200));
    const ending = `\u001b[31mred\u001b[0m\u001b]0;title\u0007 ÿþ end nst_${"a".repeat(64)}\r\n`;
    assert.equal(rest, ending);
    const { status, output } = await readTask("wrapped large");
    const kept = `${output["output"]}`;
    assert.equal(status, "completed");
    assert.ok(Number(output["output_bytes"]) > 307_200 && kept.length <= 16_000, `${kept.length}`);
    assert.match(kept, /red \ufffd\ufffd end nst_…\n/);
    // deno-lint-ignore no-control-regex -- what must not be there
    assert.doesNotMatch(kept, /[\x00-\x08\x0b-\x1f\x7f-\x9f]|nst_a/);
  });

  test("each signal reaches the command, whose own end counts; one that kills it is 128 + n", async () => {
    const signals = [["SIGTERM", 143], ["SIGINT", 130], ["SIGHUP", 129], ["SIGUSR1", 138]] as const;
    await Promise.all([
      ...signals.map(async ([signal, expected]) => {
        const script = "echo up; exec sleep 30";
        const child = await start(["--name", `wrapped ${signal}`, "--", "sh", "-c", script]);
        await child.hasPrinted;
        child.kill(signal);
        assert.equal((await child.ended).code, expected, signal);
        const { status, error, output } = await readTask(`wrapped ${signal}`);
        assert.deepEqual([status, output["signal"], output["exit_code"]], [
          "failed",
          signal,
          expected,
        ]);
        assert.match(`${error}`, new RegExp(`^The command was ended by ${signal}\\.`));
      }),
      (async () => {
        const script = "trap 'echo caught; exit 5' TERM; echo up; while :; do sleep 0.05; done";
        const child = await start(["--name", "wrapped trap", "--", "sh", "-c", script]);
        await child.hasPrinted;
        child.kill("SIGTERM");
        const { code, stdout } = await child.ended;
        assert.equal(code, 5);
        assert.match(stdout, /caught\n$/);
        assert.equal((await readTask("wrapped trap")).output["exit_code"], 5);
      })(),
    ]);
  });

  test("without the API the command runs, keeps its exit code, and one line says so", async () => {
    const gone = { NIGHTSHIFT_URL: "http://127.0.0.1:1" };
    const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
      [gone, /unreachable: 127\.0\.0\.1:1 could not be reached/],
      [{ NIGHTSHIFT_URL: "" }, /Set NIGHTSHIFT_URL/],
      [{ NIGHTSHIFT_TOKEN: "" }, /Set NIGHTSHIFT_TOKEN/],
      [{ NIGHTSHIFT_TOKEN: `nst_${"0".repeat(64)}` }, /unauthorized/],
    ];
    await Promise.all(cases.map(async ([env, reason]) => {
      const name = 'wrapped\n"gone"';
      // Only where no answer can come, so that a busy machine has time for one.
      const patience = env === gone ? ["--give-up-after", "0.3"] : [];
      const args = ["--name", name, ...patience, "--", "sh", "-c", "echo on; exit 9"];
      const { code, stdout, stderr } = await run(args, env);
      assert.deepEqual([code, stdout], [9, "on\n"]);
      const [line = "", ...rest] = stderr.split("\n");
      assert.deepEqual(rest, [""], stderr);
      assert.match(line, /^nightshift-run: "wrapped "gone"" was not logged: /);
      assert.match(line, reason);
      assert.doesNotMatch(line, /nst_0/);
    }));
  });

  test("an impatient signal ends the wait for the API, not the exit code", async () => {
    const hung = Promise.withResolvers<Response>();
    const api = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      () => hung.promise,
    );
    const child = await start(["--name", "x", "--", "sh", "-c", "trap '' TERM; echo on; exit 9"], {
      NIGHTSHIFT_URL: `http://127.0.0.1:${api.addr.port}`,
    });
    await child.hasPrinted;
    // The command ignores it, so that it does not matter which of them ends before the other.
    const timer = setInterval(() => {
      try {
        child.kill("SIGTERM");
      } catch {
        // It has just ended.
      }
    }, 50);
    const { code, stderr } = await child.ended.finally(() => clearInterval(timer));
    assert.deepEqual([code, stderr], [9, 'nightshift-run: "x" was not logged: Interrupted.\n']);
    const env = { NIGHTSHIFT_URL: `http://127.0.0.1:${api.addr.port}` };
    const patient = await run(["--name", "x", "--give-up-after", "0.3", "--", "false"], env);
    assert.equal(patient.code, 1);
    assert.match(patient.stderr, /^nightshift-run: "x" was not logged: .+\n$/);
    hung.resolve(new Response());
    await api.shutdown();
  });

  test("a run whose start was not logged is logged whole at its end", async () => {
    const { url } = await place.target();
    let count = 0;
    const answer = async ({ url: asked, method, headers, body }: Request) => {
      count += 1;
      if (count === 1) return new Response("<html>", { status: 502 });
      const sent = await new Response(body).text();
      return await fetch(url + new URL(asked).pathname, { method, headers, body: sent });
    };
    const proxy = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, answer);
    try {
      const { code, stderr } = await run(["--name", "wrapped late", "--", "sh", "-c", "exit 4"], {
        NIGHTSHIFT_URL: `http://127.0.0.1:${proxy.addr.port}`,
      });
      assert.deepEqual([code, stderr], [4, ""]);
    } finally {
      await proxy.shutdown();
    }
    const { status, output, row } = await readTask("wrapped late");
    assert.deepEqual([status, output["exit_code"], row?.["timed"]], ["failed", 4, true]);
  });

  test("a command that cannot be run is 127 or 126, a mistake in the options 125", async () => {
    const [missing, folder, none, wrong] = await Promise.all([
      run(["no-such-command-here", "--", "x"]),
      run(["--name", "wrapped folder", "--", "/"]),
      run(["--name", "x"]),
      run(["--tail", "-1", "--", "true"]),
    ]);
    assert.deepEqual([missing.code, folder.code, none.code, wrong.code], [127, 126, 125, 125]);
    const { status, error } = await readTask("no-such-command-here");
    assert.deepEqual([status, error], [
      "failed",
      "The command cannot be run: No such file or directory.",
    ]);
  });

  test("what a command leaves running is not waited for, and a closed pipe ends it as usual", async () => {
    const began = performance.now();
    const [left, piped, closed, silent] = await Promise.all([
      sh("wrapped left", "sleep 90 & echo done"),
      place.run("sh", ["-c", `python3 -B '${MODULE}' --name 'wrapped pipe' -- yes | head -1`]),
      place.run("sh", ["-c", `python3 -B '${MODULE}' --name 'wrapped closed' -- echo on >&- 2>&-`]),
      sh("wrapped silent", "echo secret; exit 0", ["--no-output"]),
    ]);
    assert.deepEqual([left.code, left.stdout], [0, "done\n"]);
    assert.deepEqual([piped.stdout, closed.stdout], ["y\n", ""]);
    assert.equal((await readTask("wrapped closed")).output["output"], "on\n");
    assert.ok(performance.now() - began < 80_000);
    assert.match(`${(await readTask("wrapped pipe")).output["signal"]}`, /SIGPIPE/);
    assert.equal(silent.stdout, "secret\n");
    assert.deepEqual(Object.keys((await readTask("wrapped silent")).output).sort(), [
      "duration_ms",
      "exit_code",
    ]);
  });

  if (Deno.build.os === "linux") {
    test("a full disk behind its output ends no command, changes no exit code, and is told", async () => {
      // Every write to /dev/full fails as on a full disk.
      const full = (name: string, script: string, target: string) =>
        place.run("sh", [
          "-c",
          `python3 -B '${MODULE}' --name '${name}' -- sh -c '${script}' ${target}; echo "code $?"`,
        ]);
      const writes = "i=0; while [ $i -lt 300 ]; do echo line $i || exit 9; i=$((i+1)); done";
      const [out, err, both, missing, none] = await Promise.all([
        full("wrapped full out", `${writes}; echo said >&2; exit 3`, "3>&1 >/dev/full 2>&3"),
        full("wrapped full err", "echo kept; echo lost >&2; exit 4", "2>/dev/full"),
        full("wrapped full both", "echo lost; exit 5", ">/dev/full 2>&1"),
        place.run("sh", ["-c", `python3 -B '${MODULE}' -- no-such 2>/dev/full; echo "code $?"`]),
        place.run("sh", ["-c", `python3 -B '${MODULE}' 2>/dev/full; echo "code $?"`]),
      ]);
      assert.match(out.stdout, /^said\n/m);
      assert.match(
        out.stdout,
        /^nightshift-run: 2590 bytes of standard output were lost: No space left on device\.\ncode 3$/m,
      );
      assert.equal(err.stdout, "kept\ncode 4\n");
      assert.equal(both.stdout, "code 5\n");
      assert.deepEqual([missing.stdout, none.stdout], ["code 127\n", "code 125\n"]);
      const logged = await readTask("wrapped full out");
      assert.match(`${logged.output["output"]}`, /line 0\nline 1\n/);
      assert.match(`${logged.output["output"]}`, /line 299\n/);
      assert.deepEqual(logged.output["lost_bytes"], { stdout: 2_590 });
      assert.deepEqual((await readTask("wrapped full err")).output["lost_bytes"], { stderr: 5 });
      assert.deepEqual((await readTask("wrapped full both")).output["lost_bytes"], { stdout: 5 });
    });
  }

  test("is the function that the package names, and arguments reach the command as they are", async () => {
    const project = await Deno.readTextFile(join(PYTHON_FOLDER, "pyproject.toml"));
    const [, module, name] = /^nightshift-run = "(\w+):(\w+)"$/m.exec(project) ?? [];
    const script = `import sys; from ${module} import ${name}; sys.exit(${name}())`;
    const { stdout } = await place.run(
      "python3",
      ["-B", "-c", script, "printf", "%s|", "--", "-x", "a b", `"'`, "--name"],
      { cwd: PYTHON_FOLDER },
    );
    assert.equal(stdout, `--|-x|a b|"'|--name|`);
    assert.equal((await readTask("printf")).status, "completed");
  });
}
