import { readEnv } from "../../../supabase/functions/_shared/platform/env.ts";
import { DeployError } from "../deploy_error.ts";
import { requireWritable } from "./function_secrets.ts";

/** What the platform provides, for reading settings without it. */
const PLATFORM = {
  SUPABASE_URL: "https://example.supabase.co",
  SUPABASE_SECRET_KEYS: '{"default":"sb_secret_example"}',
  SUPABASE_PUBLISHABLE_KEYS: '{"default":"sb_publishable_example"}',
  CRON_SECRET: "an example of a secret".replaceAll(" ", "_"),
};

/**
 * Refuses settings with which the functions would not start, or which the platform does not take.
 * @throws {DeployError} `deploy_usage_invalid` with every problem
 */
export function requireUsableSettings(settings: ReadonlyMap<string, string>): void {
  const reserved = [...settings.keys()].filter((name) => name.startsWith("SUPABASE_"));
  const problems = [
    ...(reserved.length > 0
      ? [`${reserved.join(", ")}: the platform sets these itself and takes no others`]
      : []),
    ...listProblems(() => {
      readEnv({ ...Object.fromEntries(settings), ...PLATFORM });
    }),
    ...[...settings].flatMap((setting) => listProblems(() => requireWritable(setting))),
  ];
  if (problems.length === 0) return;
  throw new DeployError("deploy_usage_invalid", `--settings: ${problems.join("; ")}`);
}

function listProblems(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [error.message.replace(/^Cannot start: /, "").replace(/\.$/, "")];
  }
}
