import { z } from "zod";
import { type Cli, parseJson, showCommand } from "../cli.ts";
import { DeployError } from "../deploy_error.ts";
import type { Project } from "../project.ts";
import type { Step } from "./step.ts";

const FUNCTION = "continuous-intelligence";

/** A function that was just deployed is there after seconds. */
const HEALTH_LIMIT_MS = 60_000;
/** A run ends with its budget of 60 s; a cold start and a busy minute come on top. */
const RUN_LIMIT_MS = 150_000;
const PAUSE_MS = 500;

const taskSchema = z.object({
  status: z.string(),
  error: z.string().nullable(),
  duration: z.number().nullable(),
  emails: z.string().nullable(),
});
type Task = z.output<typeof taskSchema>;

const dispatchedSchema = z.tuple([
  z.object({ outcome: z.string(), task_id: z.string().nullable() }),
]);

/** Health, one signed tick through the database, and its task row. */
export function checkSmoke(project: Project): Step {
  const { cli, facts, url } = project;
  return {
    title: "Smoke check: health, one signed tick, its task",
    commands: [
      `GET ${url}/functions/v1/${FUNCTION}/health`,
      showCommand(`db query --remote=${project.ref}  # select nightshift.run_now('${FUNCTION}')`),
    ],
    check: async (hasChanged) => {
      const id = hasChanged ? null : (await facts.database()).finishedRun;
      return id === null
        ? { done: false, detail: "a run of what is deployed now" }
        : { done: true, detail: `task ${id} has completed since the functions were deployed` };
    },
    changes: ["database"],
    apply: async (print) => {
      print(`health: ${await awaitHealth(`${url}/functions/v1/${FUNCTION}/health`)}`);
      const id = await dispatchTick(cli);
      print(`tick: dispatched, task ${id}`);
      const task = await awaitEnd(cli, id);
      print(`task: ${task.status} in ${task.duration ?? 0} ms, ${task.emails ?? 0} emails read`);
    },
  };
}

/** @throws {DeployError} `deploy_smoke_failed` with the last answer */
async function awaitHealth(url: string): Promise<string> {
  const deadline = Date.now() + HEALTH_LIMIT_MS;
  let last = "";
  do {
    last = await askHealth(url);
    if (!last.startsWith("!")) return last;
    await pause();
  } while (Date.now() < deadline);
  throw new DeployError(
    "deploy_smoke_failed",
    `${url} does not answer as the function would: ${
      last.slice(1)
    }. The logs of the function in the ` +
      "dashboard say why it does not start; a custom domain is given by --project-url.",
  );
}

async function askHealth(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    const text = await response.text();
    const health = z.object({ status: z.string() }).safeParse(parseJson(text));
    const isOurs = health.success && [200, 503].includes(response.status);
    return isOurs ? health.data.status : `!HTTP ${response.status} ${text.slice(0, 200)}`;
  } catch (error) {
    return `!${error instanceof Error ? error.message : error}`;
  }
}

async function dispatchTick(cli: Cli): Promise<string> {
  const [{ outcome, task_id: id }] = dispatchedSchema.parse(
    await cli.execute(
      `select d ->> 'outcome' as outcome, d ->> 'task_id' as task_id
     from nightshift.run_now('${FUNCTION}') as d`,
    ),
  );
  if (outcome === "dispatched" && id !== null) return id;
  throw new DeployError("deploy_smoke_failed", `The tick was not sent: ${outcome}.`);
}

/** @throws {DeployError} `deploy_smoke_failed` when the task failed or did not end in time */
async function awaitEnd(cli: Cli, id: string): Promise<Task> {
  const deadline = Date.now() + RUN_LIMIT_MS;
  for (;;) {
    const task = await readTask(cli, id);
    if (task.status === "completed" || task.status === "partial_failure") return task;
    const isOver = Date.now() > deadline;
    if (!isOver && (task.status === "pending" || task.status === "running")) {
      await pause();
      continue;
    }
    throw new DeployError(
      "deploy_smoke_failed",
      `Task ${id} is ${task.status}: ${task.error ?? "the function has not answered in time"}. ` +
        `See what happened: select * from task_timeline where task_id = '${id}'.`,
    );
  }
}

async function readTask(cli: Cli, id: string): Promise<Task> {
  const rows = await cli.query(`
    select t.status, t.error_message as error, t.duration_ms as duration,
      t.output_data ->> 'total_emails_processed' as emails
    from public.autonomous_tasks t
    where t.id = '${id}'`);
  return taskSchema.parse(rows[0]);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
