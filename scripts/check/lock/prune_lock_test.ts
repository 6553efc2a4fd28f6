import { deepEqual, throws } from "node:assert/strict";
import { pruneLock } from "./prune_lock.ts";

const lock = {
  version: "5",
  specifiers: { "npm:@supabase/lite@0.10.0": "0.10.0_pg@8.0.0", "npm:@scope/used@^2.0.0": "2.0.1" },
  npm: {
    "@opentelemetry/api@1.0.0": { integrity: "sha512-a" },
    "@scope/used@2.0.1": { integrity: "sha512-b", dependencies: ["shared@1.0.0"] },
    "@sentry/node@10.0.0": {
      integrity: "sha512-c",
      dependencies: ["@opentelemetry/api", "shared@1.0.0"],
    },
    "@supabase/lite@0.10.0_pg@8.0.0": {
      integrity: "sha512-d",
      dependencies: ["@sentry/node", "kysely", "shared@2.0.0"],
    },
    "kysely@1.0.0_pg@8.0.0": { integrity: "sha512-e", optionalDependencies: ["optional"] },
    "optional@1.0.0": { integrity: "sha512-f", os: ["linux"] },
    "shared@1.0.0": { integrity: "sha512-g" },
    "shared@2.0.0": { integrity: "sha512-h" },
  },
  workspace: { dependencies: ["npm:@supabase/lite@0.10.0"] },
};
const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

Deno.test("an unused part goes from the lock file with what only it needs, and all else stays as it was", () => {
  const { "@opentelemetry/api@1.0.0": _api, "@sentry/node@10.0.0": _node, ...npm } = lock.npm;
  const wanted = {
    ...lock,
    npm: {
      ...npm,
      "@supabase/lite@0.10.0_pg@8.0.0": {
        integrity: "sha512-d",
        dependencies: ["kysely", "shared@2.0.0"],
      },
    },
  };
  deepEqual(pruneLock(text(lock)).split("\n"), text(wanted).split("\n"));
  deepEqual(pruneLock(text(wanted)), text(wanted));
});

Deno.test("a lock file of another form is not guessed at", () => {
  throws(() => pruneLock('{"version": "6", "packages": {}}'), /specifiers/);
});
