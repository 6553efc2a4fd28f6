/** The text of an email with its facts marked by kind. Text stays text: no HTML of it is used. */
import { useState } from "preact/hooks";
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
  const present = KINDS.filter((kind) => email.evidence.some(({ field }) => field === kind));
  const toggle = (kind: string) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <>
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
        {cutIntoPieces(email.text, email.evidence).map(({ text, fields }, index) => {
          const kind = present.find((name) => fields.includes(name) && !hidden.has(name));
          return kind === undefined
            ? <span key={index}>{text}</span>
            : (
              <mark key={index} class={kind} title={fields.map(plain).join(", ")}>
                {text}
              </mark>
            );
        })}
        {email.is_cut && <p class="note">The rest of the text is left out here.</p>}
      </div>
    </>
  );
}
