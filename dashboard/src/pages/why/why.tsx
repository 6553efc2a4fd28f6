/** Why did something happen, or not? One sentence from the project's own rows. */
import * as z from "zod/mini";
import { go } from "../../data/address.ts";
import { useQuery, useWorld } from "../../data/query.ts";
import { Answered } from "../../parts/states.tsx";
import { type Question, QUESTIONS, whyAddress } from "./address.ts";

const whySchema = z.object({
  outcome: z.string(),
  why: z.optional(z.nullable(z.string())),
  detail: z.optional(z.nullable(z.string())),
});

const QUESTION_WORDS: Readonly<Record<Question, string>> = {
  time: "Did a schedule run at a time?",
  email: "Why is an email not read?",
  task: "Why did a task fail, or not start?",
  job: "Why does a job wait?",
};

export function Why({ what, about }: { readonly what: Question; readonly about: string }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const asked = QUESTIONS.find((name) => name === form.get("what")) ?? "time";
    go(whyAddress.format({ what: asked, about: String(form.get("about") ?? "").trim() }));
  };
  return (
    <>
      <h1>Why?</h1>
      <form class="inline" onSubmit={submit} key={`${what} ${about}`}>
        <label>
          Question
          <select name="what" defaultValue={what}>
            {QUESTIONS.map((name) => (
              <option key={name} value={name} selected={name === what}>
                {QUESTION_WORDS[name]}
              </option>
            ))}
          </select>
        </label>
        <label class="wide">
          Time or id
          <input name="about" defaultValue={about} required data-filter />
        </label>
        <button type="submit">Ask</button>
      </form>
      <p class="note">
        A time is such as{" "}
        <code>2026-11-26T03:00Z</code>, with the name of a schedule before it or without. The id of
        an email, a task or a job is the last part of its address.
      </p>
      {about !== "" && <Sentence what={what} about={about} />}
    </>
  );
}

function Sentence({ what, about }: { readonly what: Question; readonly about: string }) {
  const { rpc } = useWorld();
  const answer = useQuery(
    ["why", what, about],
    () => rpc("why", { p_what: what, p_ref: about }, whySchema),
    ["tasks", "slots", "emails"],
  );
  return (
    <Answered result={answer}>
      {({ why, detail, outcome }) => (
        <p class={why ? "sentence" : "sentence attention"} role="status">
          {why ?? detail ?? `The answer is ${outcome}.`}
        </p>
      )}
    </Answered>
  );
}
