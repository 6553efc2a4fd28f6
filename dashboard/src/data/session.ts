/** Who is signed in. */
import * as z from "zod/mini";
import type { createAuthClient } from "../auth_client.ts";
import type { Config } from "../config.ts";

/** What the page needs of the project's sign-in. */
export interface Sessions {
  /** The token of the signed-in user, renewed where it is due; null for nobody. */
  readToken(): Promise<string | null>;
  /** A new token before the old one ends; null where the session is over. */
  renew(): Promise<string | null>;
  readUser(): Promise<{ readonly id: string; readonly email: string } | null>;
  /** Fetches what signing in needs, so that it does not wait for it. */
  prepare(): void;
  /** @returns null, or why it did not work */
  signIn(email: string, password: string): Promise<string | null>;
  signOut(): Promise<void>;
  /**
   * Calls back once at the beginning and at every change, with whether somebody is signed in.
   * @returns stops it
   */
  watch(changed: (isSignedIn: boolean) => void): () => void;
}

type Auth = ReturnType<typeof createAuthClient>;

const STORED = "nightshift-session";
/** A token that ends sooner is renewed first. */
const MARGIN_MS = 90_000;

const storedSchema = z.object({ access_token: z.string(), expires_at: z.number() });

/**
 * Sign-in by the project's auth server; the session stays in local storage. The library of the auth
 * server is a third of the first page's code, so it is fetched when somebody signs in or out, or
 * when a token ends: one that is still good is used as it is.
 */
export function createSessions({ url, publishableKey }: Config): Sessions {
  const watchers = new Set<(isSignedIn: boolean) => void>();
  const tell = (isSignedIn: boolean) => watchers.forEach((changed) => changed(isSignedIn));
  let loading: Promise<Auth> | null = null;
  const load = (): Promise<Auth> => {
    loading ??= import("../auth_client.ts").then(({ createAuthClient }) => {
      const auth = createAuthClient({ url, publishableKey, storageKey: STORED });
      auth.onAuthStateChange((_event, session) => tell(session !== null));
      return auth;
    }).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  const isStored = () => localStorage.getItem(STORED) !== null;
  // Another tab of the browser signs in or out.
  addEventListener("storage", ({ key }) => {
    if (key === STORED || key === null) tell(isStored());
  });
  return {
    readToken: async () => {
      if (!isStored()) return null;
      const stored = readStored();
      if (stored && stored.expires_at * 1_000 > Date.now() + MARGIN_MS) return stored.access_token;
      return (await (await load()).getSession()).data.session?.access_token ?? null;
    },
    renew: async () => (await (await load()).refreshSession()).data.session?.access_token ?? null,
    readUser: async () => {
      const user = (await (await load()).getSession()).data.session?.user;
      return user ? { id: user.id, email: user.email ?? "" } : null;
    },
    // A failure is told when it is needed.
    prepare: () => void load().catch(() => {}),
    signIn: async (email, password) => {
      const { error } = await (await load()).signInWithPassword({ email, password });
      return error?.message ?? null;
    },
    signOut: async () => {
      await (await load()).signOut({ scope: "local" });
    },
    watch: (changed) => {
      watchers.add(changed);
      changed(isStored());
      return () => void watchers.delete(changed);
    },
  };
}

/** The session as the library stores it; null when we do not know its form. */
function readStored(): z.infer<typeof storedSchema> | null {
  try {
    const parsed = storedSchema.safeParse(JSON.parse(localStorage.getItem(STORED) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
