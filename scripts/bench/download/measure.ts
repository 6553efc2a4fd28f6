import { join } from "node:path";
import { ROOT } from "../../lib/list_files.ts";
import { DOWNLOADS } from "../../lib/downloads/downloads.ts";
import { type Benchmark, BenchmarkUnavailable, limit } from "../benchmark.ts";
import { startCountingProxy } from "./counting_proxy.ts";
import { makeFreshEnvironment } from "./fresh_environment.ts";

/** The README's first command. */
const DEMO = ["npx", "-y", "deno@2.9.6", "task", "demo"] as const;
const MOST_MEGABYTES = 140;

/** What the first demo costs on a machine that has Node and nothing else. */
export const download: Benchmark = {
  name: "download",
  summary: "bytes that the demo receives and keeps where nothing is cached",
  async run({ say }) {
    if (Deno.build.os === "windows") {
      throw new BenchmarkUnavailable("This needs a home folder that a variable can move.");
    }
    const home = await Deno.makeTempDir({ prefix: "nightshift-download-" });
    try {
      const first = await runDemo(home, say);
      const second = await runDemo(home, say);
      const stated = DOWNLOADS.reduce((sum, { megabytes }) => sum + megabytes, 0);
      const runner = first.runnerMegabytes;
      const figures = {
        received_mb: first.megabytes,
        received_by_the_runner_mb: runner,
        received_by_the_second_demo_mb: second.megabytes,
        stated_mb: stated,
        stated_error_mb: Math.abs(first.megabytes - runner - stated),
        kept_mb: await sumSizes(home) / 1e6,
        lines_before_the_first_sentence: first.linesBefore,
        demo_seconds: first.seconds,
      };
      return {
        figures,
        goals: [
          limit("received_mb", figures.received_mb, "<=", MOST_MEGABYTES),
          limit("stated_error_mb", figures.stated_error_mb, "<=", 5),
          limit("received_by_the_second_demo_mb", figures.received_by_the_second_demo_mb, "<=", 5),
          limit(
            "lines_before_the_first_sentence",
            figures.lines_before_the_first_sentence,
            "<=",
            1,
          ),
        ],
        software: { command: DEMO.join(" ") },
        n: 1,
      };
    } finally {
      await Deno.remove(home, { recursive: true });
    }
  },
};

interface DemoRun {
  readonly megabytes: number;
  /** What npx received for the Deno that runs the demo, before the demo could say anything. */
  readonly runnerMegabytes: number;
  readonly linesBefore: number;
  readonly seconds: number;
}

async function runDemo(home: string, say: (line: string) => void): Promise<DemoRun> {
  using proxy = await startCountingProxy();
  const sum = () => [...proxy.receivedBytes.values()].reduce((all, bytes) => all + bytes, 0) / 1e6;
  const runner = await run(home, proxy.url, ["npx", "-y", "deno@2.9.6", "--version"]);
  const runnerMegabytes = sum();
  const demo = await run(home, proxy.url, DEMO);
  for (const { success, output } of [runner, demo]) {
    if (!success) throw new BenchmarkUnavailable(`The demo failed:\n${output.trim()}`);
  }
  say(demo.output.split("\n").slice(0, 6).join("\n"));
  const lines = demo.output.split("\n");
  return {
    megabytes: sum(),
    runnerMegabytes,
    linesBefore: lines.findIndex((line) => /^(?:Downloading|Starting) /.test(line)),
    seconds: demo.seconds,
  };
}

async function run(home: string, proxy: string, [program = "", ...args]: readonly string[]) {
  const output = join(home, "output");
  const startedAt = performance.now();
  const { success } = await new Deno.Command("sh", {
    // Both outputs in the order in which a person sees them.
    args: ["-c", 'exec "$@" > "$OUTPUT" 2>&1', "sh", program, ...args],
    cwd: ROOT,
    clearEnv: true,
    env: {
      ...makeFreshEnvironment(home),
      OUTPUT: output,
      HTTPS_PROXY: proxy,
      HTTP_PROXY: proxy,
      NO_PROXY: "127.0.0.1,localhost",
    },
    stdin: "null",
  }).output();
  const seconds = (performance.now() - startedAt) / 1_000;
  return { success, output: await Deno.readTextFile(output), seconds };
}

/** Bytes of all files in a folder; what is there under two names counts once. */
async function sumSizes(folder: string, seen = new Set<number>()): Promise<number> {
  let sum = 0;
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) sum += await sumSizes(path, seen);
    else {
      const { size, ino } = await Deno.lstat(path);
      if (ino === null || !seen.has(ino)) sum += size;
      if (ino !== null) seen.add(ino);
    }
  }
  return sum;
}
