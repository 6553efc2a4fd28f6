import { join } from "node:path";
import { ROOT } from "../../lib/list_files.ts";
import { readBlocks } from "../../../supabase/tests/documents/document_blocks.ts";
import { makeFreshEnvironment } from "../download/fresh_environment.ts";
import { type Benchmark, limit } from "../benchmark.ts";
import { requireBrowser } from "../require.ts";
import { runShell } from "./run_shell.ts";
import { seeRun } from "./see_run.ts";
import { startProject } from "./start_project.ts";

const PAGE = "docs/getting-started.md";
const OWN_EMAIL = `From: Ada <ada@client.example>
To: you@your-company.example
Subject: Offer for the tasting menu
Date: Fri, 27 Nov 2026 09:00:00 +0000

Could you send me an offer for 40 guests by Friday?
`;
/** From when on a person must be told that work goes on. */
const SILENT_SECONDS = 10;

/** The commands of the first page, in their order, as a new user runs them in a new folder. */
export const firstHour: Benchmark = {
  name: "first-hour",
  summary: "seconds of each step of docs/getting-started.md, in a new clone with nothing cached",
  async run({ say }) {
    const program = await requireBrowser();
    const home = await Deno.makeTempDir({ prefix: "nightshift-hour-" });
    const env = makeFreshEnvironment(home);
    const clone = join(home, "nightshift");
    const seconds: Record<string, number> = {};
    const time = async <Result>(step: string, work: () => Promise<Result>): Promise<Result> => {
      const startedAt = performance.now();
      const result = await work();
      seconds[step] = (performance.now() - startedAt) / 1_000;
      say(`${(seconds[step] ?? 0).toFixed(1).padStart(7)} s  ${step}`);
      return result;
    };
    try {
      await time("clone", () => runShell(`git clone --quiet "${ROOT}" "${clone}"`, home, env));
      const blocks = readCommands();
      const project = await time("start", () => startProject(blocks.start, clone, env));
      try {
        const fill = (text: string) =>
          text.replaceAll("<CRON_SECRET>", project.facts.cronSecret)
            .replaceAll("<id of a workspace>", project.facts.workspaces[0]?.id ?? "")
            .replaceAll("http://127.0.0.1:54321", project.facts.url)
            .replaceAll("import examples/mail", "import my-email.eml");
        await Deno.writeTextFile(join(clone, "my-email.eml"), OWN_EMAIL);
        await time("send_emails", () => runShell(fill(blocks.send), clone, env));
        await time("run_once", () => runShell(fill(blocks.run), clone, env));
        const read = await time("read_results", () => runShell(blocks.read, clone, env));
        const agent = await time("schedule_agent", () => runShell(blocks.agent, clone, env));
        await time("see_in_dashboard", () => seeRun(project.facts, program, "hello"));
        const silent = project.silentSeconds;
        const total = Object.values(seconds).reduce((sum, step) => sum + step, 0);
        return {
          figures: { seconds, total_seconds: total, silent_seconds_of_start: silent },
          goals: [
            limit("silent_seconds_of_start", silent, "<=", SILENT_SECONDS + 5),
            limit("total_seconds", total, "<", 3_600),
            { ...limit("own_emails_read", 2 - countRows(read), "<=", 0), goal: "2 rows" },
            {
              ...limit("agent_missing", Number(!agent.includes("manual")), "<=", 0),
              goal: "a run",
            },
          ],
          software: { page: PAGE },
          n: Object.keys(seconds).length,
        };
      } finally {
        await project.stop();
      }
    } finally {
      await Deno.remove(home, { recursive: true });
    }
  },
};

/** The blocks of the page by what they do. @throws {Error} when the page has changed its order */
function readCommands() {
  const texts = readBlocks(PAGE).filter(({ language }) => language === "sh").map(({ text }) =>
    text
  );
  const find = (part: string) => {
    const text = texts.find((block) => block.includes(part));
    if (text === undefined) throw new Error(`${PAGE} has no command with ${part}.`);
    return text;
  };
  return {
    start: find("task start"),
    send: find("/inbound-email"),
    run: find('"$FUNCTIONS_URL/continuous-intelligence"'),
    read: find("from email_intelligence"),
    agent: find("examples/agents/hello"),
  };
}

function countRows(output: string): number {
  return Number(/\((\d+) rows?\)/.exec(output)?.[1] ?? 0);
}
