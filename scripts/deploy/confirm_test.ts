import { doesNotThrow, throws } from "node:assert/strict";
import { requireConfirmation } from "./confirm.ts";
import { DeployError } from "./deploy_error.ts";

const unconfirmed = { yes: false, question: "Go on?", expected: "yes" };

const refused = (words: RegExp) => (error: unknown) =>
  error instanceof DeployError && error.code === "deploy_not_confirmed" &&
  words.test(error.message);

Deno.test("the expected answer, or --yes, confirms", () => {
  doesNotThrow(() => requireConfirmation(unconfirmed, () => " yes "));
  doesNotThrow(() => requireConfirmation({ ...unconfirmed, yes: true }, null));
});

Deno.test("any other answer, none, and no terminal change nothing", () => {
  throws(() => requireConfirmation(unconfirmed, () => "y"), refused(/^Not confirmed/));
  throws(() => requireConfirmation(unconfirmed, () => null), refused(/^Not confirmed/));
  throws(() => requireConfirmation(unconfirmed, null), refused(/--yes/));
});
