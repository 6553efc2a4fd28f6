/** The way in. */
import { useState } from "preact/hooks";
import type { Config } from "./config.ts";
import type { Sessions } from "./data/session.ts";

export function SignIn({ sessions, demo }: {
  readonly sessions: Sessions;
  readonly demo: NonNullable<Config["demo"]>;
}) {
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const signIn = async (email: string, password: string) => {
    setBusy(true);
    const said = await sessions.signIn(email, password)
      .catch(() => "The project did not answer. Check your connection.");
    setProblem(said ?? "");
    setBusy(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    signIn(String(form.get("email") ?? ""), String(form.get("password") ?? ""));
  };
  return (
    <main class="sign-in">
      <h1>Nightshift</h1>
      <form onSubmit={submit} onFocusIn={sessions.prepare}>
        <label>
          Email address
          <input name="email" type="email" autocomplete="username" required />
        </label>
        <label>
          Password
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit" disabled={isBusy}>Sign in</button>
        {problem !== "" && <p role="alert" class="problem">{problem}</p>}
      </form>
      {demo.length > 0 && (
        <section>
          <h2>Open the demo</h2>
          <p class="acts">
            {demo.map(({ label, email, password }) => (
              <button
                key={email}
                type="button"
                disabled={isBusy}
                onClick={() => signIn(email, password)}
              >
                Open the demo as {label}
              </button>
            ))}
          </p>
        </section>
      )}
    </main>
  );
}
