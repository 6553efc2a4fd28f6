/** The text of an email with its facts marked by kind. Text stays text: no HTML of it is used. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { plain } from "../../words.ts";
import { cutIntoPieces } from "./marks.ts";
import type { ReadableEmail } from "./shapes.ts";

/** Kinds that are drawn, the most telling first: a piece takes the color of its first kind. */
const KINDS = [
  "action_items",
  "questions_asked",
  "pain_points",
  "urgency_reasons",
  "dates",
  "money",
  "business_opportunity",
  "entities_mentioned",
] as const;

export function MarkedText({ email }: { readonly email: ReadableEmail }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  // Whichever was chosen, the other one is shown.
  useLayoutEffect(() => {
    const other = chosen?.by === "fact" ? "mark" : "li";
    frame.current?.querySelector(`${other}.chosen`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const present = KINDS.filter((kind) => email.evidence.some(({ field }) => field === kind));
  const toggle = (kind: string) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <div ref={frame}>
      <fieldset class="legend">
        <legend>Facts</legend>
        {present.map((kind) => (
          <label key={kind} class={`kind ${kind}`}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
            {plain(kind)}
          </label>
        ))}
      </fieldset>
      <div class="text">
        {cutIntoPieces(email.text, email.evidence).map(({ text, fields, facts }, index) => {
          const kind = present.find((name) => fields.includes(name) && !hidden.has(name));
          return kind === undefined ? <span key={index}>{text}</span> : (
            <mark
              key={index}
              class={chosen && facts.includes(chosen.fact) ? `${kind} chosen` : kind}
              title={fields.map(plain).join(", ")}
              onClick={() => setChosen({ fact: facts[0] ?? -1, by: "mark" })}
            >
              {text}
            </mark>
          );
        })}
        {email.is_cut && <p class="note">The rest of the text is left out here.</p>}
      </div>
      <Facts evidence={email.evidence} chosen={chosen} choose={setChosen} />
    </div>
  );
}

/** A fact that was chosen, in the list or by its mark. */
interface Chosen {
  readonly fact: number;
  readonly by: "fact" | "mark";
}

/** The facts as a list; choosing one shows its mark. */
function Facts({ evidence, chosen, choose }: {
  readonly evidence: ReadableEmail["evidence"];
  readonly chosen: Chosen | null;
  choose(chosen: Chosen): void;
}) {
  if (evidence.length === 0) return null;
  return (
    <ul class="plain facts" aria-label="Facts">
      {evidence.map(({ field, text, source }, fact) => (
        <li key={fact} class={chosen?.fact === fact ? "chosen" : undefined}>
          <button
            type="button"
            class="quiet"
            aria-pressed={chosen?.fact === fact}
            onClick={() =>
              choose({ fact, by: "fact" })}
          >
            {text}
          </button>
          <span class="note">
            {plain(field)}
            {source === "subject" && " · in the subject"}
          </span>
        </li>
      ))}
    </ul>
  );
}
