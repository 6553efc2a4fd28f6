/** Which project this page shows: `config.json` beside it, so that one build fits every project. */
import * as z from "zod/mini";

const configSchema = z.object({
  /** Without a slash at its end. */
  url: z.string().check(z.refine((url) => URL.canParse(url))),
  publishableKey: z.string().check(z.minLength(1)),
  /** Accounts of a demo, which the sign-in page offers. */
  demo: z.optional(z.array(z.object({
    label: z.string(),
    email: z.string(),
    password: z.string(),
  }))),
});
export type Config = z.infer<typeof configSchema>;

/**
 * Reads the configuration.
 * @throws {Error} a sentence for whoever set the page up
 */
export async function readConfig(): Promise<Config> {
  const response = await fetch("config.json", { cache: "no-store" });
  const parsed = configSchema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) {
    throw new Error("config.json must have the project's url and its publishableKey.");
  }
  if (/^sb_secret_/.test(parsed.data.publishableKey)) {
    throw new Error("config.json has a secret key. Put the publishable key there.");
  }
  return parsed.data;
}
