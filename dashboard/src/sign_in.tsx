/** The way in. */
import { useState } from "preact/hooks";
import type { Sessions } from "./data/session.ts";

export function SignIn({ sessions }: { readonly sessions: Sessions }) {
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    const said = await sessions.signIn(
      String(form.get("email") ?? ""),
      String(form.get("password") ?? ""),
    ).catch(() => "The project did not answer. Check your connection.");
    setProblem(said ?? "");
    setBusy(false);
  };
  return (
    <main class="sign-in">
      <h1>Nightshift</h1>
      <form onSubmit={submit}>
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
    </main>
  );
}
