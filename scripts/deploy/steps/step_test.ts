import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { SupabaseFailure } from "../../lib/supabase_cli.ts";
import { DeployError } from "../deploy_error.ts";
import type { Question } from "../facts.ts";
import { describeSteps, explainFailed, runSteps, type Step } from "./step.ts";

function createStep(
  title: string,
  done: boolean,
  apply: () => Promise<void> = async () => {},
): Step {
  return {
    title,
    commands: [`run ${title}`],
    check: () => Promise.resolve({ done, detail: "as it is" }),
    changes: ["secrets"],
    apply,
  };
}

function createRun(dryRun = false) {
  const lines: string[] = [];
  const forgotten: Question[] = [];
  const facts = { forget: (questions: readonly Question[]) => void forgotten.push(...questions) };
  return {
    lines,
    forgotten,
    run: { print: (line: string) => void lines.push(line), facts, dryRun },
  };
}

Deno.test("a step that is done is passed over; of one that is not the answers are forgotten", async () => {
  const { lines, forgotten, run } = createRun();
  const applied: string[] = [];
  const apply = (name: string) => () => Promise.resolve(void applied.push(name));
  const steps = [createStep("one", true, apply("one")), createStep("two", false, apply("two"))];
  equal(await runSteps(steps, run), 1);
  deepEqual(applied, ["two"]);
  deepEqual(forgotten, ["secrets"]);
  deepEqual(lines, [
    "[1/2] one",
    "      nothing to do: as it is",
    "[2/2] two",
    "      as it is",
    "      $ run two",
  ]);
});

Deno.test("a dry run applies nothing and prints the very commands", async () => {
  const { lines, run } = createRun(true);
  const fail = () => Promise.reject(new Error("applied"));
  equal(await runSteps([createStep("one", false, fail)], run), 1);
  match(lines.join("\n"), /would run run one/);
  const plan: string[] = [];
  describeSteps([createStep("one", false, fail)], (line) => plan.push(line));
  deepEqual(plan, ["[1/1] one", "      run one"]);
});

Deno.test("a failure says which step, why in the CLI's words, what stays and how to go on", async () => {
  const words =
    '{"_tag":"Error","error":{"code":"X","message":"no route","suggestion":"Look."}}\nTarget: x';
  const fail = () => Promise.reject(new SupabaseFailure("db push", words));
  const steps = [createStep("one", false), createStep("two", false, fail)];
  await rejects(runSteps(steps, createRun().run), (error: unknown) => {
    if (!(error instanceof DeployError)) return false;
    equal(error.code, "deploy_step_failed");
    match(error.message, /^two: `supabase db push` failed: no route\nLook\.\n/);
    match(error.message, /The steps before it stay as they are\. .*the same command again\.$/);
    return true;
  });
});

Deno.test("a project that cannot be reached is told with the flag that helps", () => {
  const words =
    '{"error":{"message":"IPv6 is not supported","suggestion":"Pass --remote=<pooler db-url>."}}';
  const failure = explainFailed(
    "The project",
    new SupabaseFailure("migration list", words),
    "Hint.",
  );
  equal(
    failure instanceof DeployError && failure.message,
    "The project: `supabase migration list` failed: IPv6 is not supported\nPass --database-url=<pooler db-url>.\nHint.",
  );
});

Deno.test("a mistake of our own keeps its stack", async () => {
  const mistake = new TypeError("ours");
  const step = createStep("one", false, () => Promise.reject(mistake));
  await rejects(runSteps([step], createRun().run), (error: unknown) => error === mistake);
});
