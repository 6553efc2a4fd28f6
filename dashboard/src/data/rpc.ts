/** Asks the database: its functions, with the user's token, which decides what is answered. */
import type * as z from "zod/mini";
import type { Config } from "../config.ts";
import type { Sessions } from "./session.ts";

const TIMEOUT_MS = 10_000;

/** Why a request did not work, in a sentence, and what to do where a person can do something. */
export class RequestError extends Error {
  constructor(message: string, readonly status: number) {
    super(message);
    this.name = "RequestError";
  }
}

/** Calls a function of the database and checks its answer. */
export type Rpc = <Schema extends z.ZodMiniType>(
  name: string,
  args: Readonly<Record<string, unknown>>,
  schema: Schema,
) => Promise<z.infer<Schema>>;

/**
 * @param fetch for tests
 * @returns a caller; it throws {@link RequestError}
 */
export function createRpc(
  { url, publishableKey }: Config,
  sessions: Pick<Sessions, "readToken">,
  fetch = globalThis.fetch,
): Rpc {
  return async function rpc(name, args, schema) {
    const token = await sessions.readToken();
    if (token === null) throw new RequestError("Sign in to see this.", 401);
    const response = await fetch(`${url}/rest/v1/rpc/${name}`, {
      method: "POST",
      headers: {
        apikey: publishableKey,
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(args),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw new RequestError("The project did not answer. Check your connection.", 0);
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new RequestError(describe(answer, response.status), response.status);
    const parsed = schema.safeParse(answer);
    if (parsed.success) return parsed.data;
    throw new RequestError(
      "The project answered in another form. Deploy this page and the migrations together.",
      response.status,
    );
  };
}

/** The sentence of the catalogue, without its code. */
function describe(answer: unknown, status: number): string {
  const said = typeof answer === "object" && answer !== null && "message" in answer
    ? String(answer.message)
    : "";
  const sentence = said.replace(/^\w+: /, "");
  return sentence === "" ? `The project answered with status ${status}.` : sentence;
}
