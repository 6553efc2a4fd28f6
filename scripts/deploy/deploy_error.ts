/** What can end a deploy, by code; each has its section in docs/reference/errors.md. */
export const DEPLOY_CODES = [
  "deploy_usage_invalid",
  "deploy_not_confirmed",
  "deploy_cli_unusable",
  "deploy_not_signed_in",
  "deploy_project_not_found",
  "deploy_project_not_ready",
  "deploy_history_unknown",
  "deploy_migrations_waiting",
  "deploy_function_exists",
  "deploy_function_too_large",
  "deploy_into_conflict",
  "deploy_secret_unreadable",
  "deploy_secret_differs",
  "deploy_vault_differs",
  "deploy_vault_unreadable",
  "deploy_rotation_unfinished",
  "deploy_nothing_there",
  "deploy_step_failed",
  "deploy_smoke_failed",
] as const;

export type DeployCode = typeof DEPLOY_CODES[number];

/** A deploy cannot go on; the message says what happened and what to do, for a person. */
export class DeployError extends Error {
  override readonly name = "DeployError";
  constructor(readonly code: DeployCode, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
