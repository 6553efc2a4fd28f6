/** Who is signed in. */
import { AuthClient, type Session } from "@supabase/auth-js";
import type { Config } from "../config.ts";

/** What the page needs of the project's sign-in. */
export interface Sessions {
  /** The token of the signed-in user, renewed where it is due; null for nobody. */
  readToken(): Promise<string | null>;
  /** A new token before the old one ends; null where the session is over. */
  renew(): Promise<string | null>;
  readUser(): Promise<{ readonly id: string; readonly email: string } | null>;
  /** @returns null, or why it did not work */
  signIn(email: string, password: string): Promise<string | null>;
  signOut(): Promise<void>;
  /**
   * Calls back once at the beginning and at every change, with whether somebody is signed in.
   * @returns stops it
   */
  watch(changed: (isSignedIn: boolean) => void): () => void;
}

/** Sign-in by the project's auth server; the session stays in local storage. */
export function createSessions({ url, publishableKey }: Config): Sessions {
  const auth = new AuthClient({
    url: `${url}/auth/v1`,
    headers: { apikey: publishableKey },
    storageKey: "nightshift-session",
    detectSessionInUrl: false,
  });
  const read = async (): Promise<Session | null> => (await auth.getSession()).data.session;
  return {
    readToken: async () => (await read())?.access_token ?? null,
    renew: async () => (await auth.refreshSession()).data.session?.access_token ?? null,
    readUser: async () => {
      const user = (await read())?.user;
      return user ? { id: user.id, email: user.email ?? "" } : null;
    },
    signIn: async (email, password) => {
      const { error } = await auth.signInWithPassword({ email, password });
      return error?.message ?? null;
    },
    signOut: async () => {
      await auth.signOut({ scope: "local" });
    },
    watch: (changed) => {
      const { data } = auth.onAuthStateChange((_event, session) => changed(session !== null));
      return () => data.subscription.unsubscribe();
    },
  };
}
