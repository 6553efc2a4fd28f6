import { DeployError } from "./deploy_error.ts";

/** Asks a person one line; null where there is none to ask. */
export type Ask = ((question: string) => string | null) | null;

/**
 * Lets a change happen only when it was confirmed.
 * @param confirmation.yes confirmed beforehand, by a flag
 * @throws {DeployError} `deploy_not_confirmed`
 */
export function requireConfirmation(
  confirmation: { readonly yes: boolean; readonly question: string; readonly expected: string },
  ask: Ask,
): void {
  if (confirmation.yes || ask?.(confirmation.question)?.trim() === confirmation.expected) return;
  throw new DeployError(
    "deploy_not_confirmed",
    ask === null
      ? "There is no terminal to ask at. Nothing was changed. Confirm with --yes."
      : "Not confirmed. Nothing was changed.",
  );
}
