import { doesNotThrow, equal, throws } from "node:assert/strict";
import { DeployError } from "../deploy_error.ts";
import { digestText, planSecret, requireUsableSecret } from "./secret_plan.ts";

const SECRET = "a-secret-of-the-user";
const digest = digestText(SECRET);
const none = { given: undefined, vaultDigest: undefined, functionDigest: undefined };

const refused = (code: string) => (error: unknown) =>
  error instanceof DeployError && error.code === code && !error.message.includes(SECRET);

Deno.test("without any secret one is generated, and one that is given is stored", () => {
  equal(planSecret(none), "generate");
  equal(planSecret({ ...none, given: SECRET }), "store");
  equal(planSecret({ ...none, given: SECRET, functionDigest: digest }), "store");
});

Deno.test("Vault's secret is kept, whatever the functions have", () => {
  equal(planSecret({ ...none, vaultDigest: digest }), "keep");
  equal(planSecret({ given: SECRET, vaultDigest: digest, functionDigest: "other" }), "keep");
});

Deno.test("another secret than Vault's is not taken, and one that only the functions know not replaced", () => {
  throws(
    () => planSecret({ ...none, given: SECRET, vaultDigest: "other" }),
    refused("deploy_secret_differs"),
  );
  throws(
    () => planSecret({ ...none, functionDigest: digest }),
    refused("deploy_secret_unreadable"),
  );
});

Deno.test("a secret that the functions would refuse is rejected before", () => {
  throws(() => requireUsableSecret("too short"), refused("deploy_usage_invalid"));
  throws(() => requireUsableSecret("with a space and a length"), refused("deploy_usage_invalid"));
  doesNotThrow(() => requireUsableSecret(SECRET));
});
