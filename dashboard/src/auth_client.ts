/** The library of the auth server, in a file of its own so that it is fetched beside the page. */
import { AuthClient } from "@supabase/auth-js";

export function createAuthClient({ url, publishableKey, storageKey }: {
  readonly url: string;
  readonly publishableKey: string;
  readonly storageKey: string;
}): InstanceType<typeof AuthClient> {
  return new AuthClient({
    url: `${url}/auth/v1`,
    headers: { apikey: publishableKey },
    storageKey,
    detectSessionInUrl: false,
  });
}
