import { z } from "zod";
import { showQuery } from "../cli.ts";
import { quoteLiteral } from "../database/vault.ts";
import type { Project } from "../project.ts";
import type { Step } from "./step.ts";

const addedSchema = z.tuple([
  z.object({
    added: z.object({ email: z.string(), user_id: z.string(), signed_up_at: z.string().nullish() }),
  }),
]);

/**
 * Makes the account with a confirmed email address an operator. Nobody becomes one whose address
 * is not confirmed, so an address can be named only after its owner has signed up.
 */
export function addOperator(
  { ref, cli, facts }: Pick<Project, "ref" | "cli" | "facts">,
  email: string,
): Step {
  return {
    title: "Database: the operator",
    commands: [showQuery({ ref }, `select nightshift.add_operator('${email}')`)],
    check: async () => {
      const { operators } = await facts.database();
      const done = operators.includes(email.toLowerCase());
      return { done, detail: done ? `${email} is an operator` : `${email} becomes an operator` };
    },
    changes: ["database"],
    apply: async (print) => {
      const rows = await cli.execute(
        `select nightshift.add_operator(${quoteLiteral(email)}) as added`,
      );
      const [{ added }] = addedSchema.parse(rows);
      // Whoever deploys sees whether this account is the one that they mean.
      print(`${added.email} is an operator: account ${added.user_id}, ${describeAge(added)}`);
    },
  };
}

function describeAge({ signed_up_at: at }: { readonly signed_up_at?: string | null | undefined }) {
  return at ? `signed up on ${at.slice(0, 10)}` : "of unknown age";
}
