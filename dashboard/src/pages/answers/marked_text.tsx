/** An email with its facts marked by kind. Text stays text: no HTML of it is used. */
import { type RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { plain } from "../../words.ts";
import { cutIntoPieces, nameFact } from "./marks.ts";
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

/** A fact that was chosen, in the list or by its mark. */
interface Chosen {
  readonly fact: number;
  readonly by: "fact" | "mark";
}

/** What is marked in an email, and which fact is chosen. */
export interface Marks {
  readonly evidence: ReadableEmail["evidence"];
  /** The kinds of this email that the legend offers. */
  readonly kinds: readonly string[];
  readonly hidden: ReadonlySet<string>;
  toggle(kind: string): void;
  readonly chosen: Chosen | null;
  choose(chosen: Chosen): void;
  /** Around the marks and the list of facts. */
  readonly frame: RefObject<HTMLDivElement>;
}

/** @param fact the fact whose words are shown first; empty for none */
export function useMarks({ evidence }: ReadableEmail, fact: string): Marks {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<Chosen | null>(() => {
    const place = evidence.findIndex((one) => nameFact(one) === fact);
    return place < 0 ? null : { fact: place, by: "fact" };
  });
  const frame = useRef<HTMLDivElement>(null);
  // Whichever was chosen, the other one is shown.
  useLayoutEffect(() => {
    const other = chosen?.by === "fact" ? "mark" : "li";
    frame.current?.querySelector(`${other}.chosen`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const toggle = (kind: string) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  const kinds = KINDS.filter((kind) => evidence.some(({ field }) => field === kind));
  return { evidence, kinds, hidden, toggle, chosen, choose: setChosen, frame };
}

/** A text of the email with its marks. What is chosen is marked, whatever the legend says. */
export function MarkedText({ text, source, marks }: {
  readonly text: string;
  readonly source: "body_text" | "subject";
  readonly marks: Marks;
}) {
  const { evidence, kinds, hidden, chosen, choose } = marks;
  return (
    <>
      {cutIntoPieces(text, evidence, source).map((piece, index) => {
        const kind = kinds.find((name) => piece.fields.includes(name) && !hidden.has(name)) ?? "";
        const isChosen = chosen !== null && piece.facts.includes(chosen.fact);
        return kind === "" && !isChosen ? <span key={index}>{piece.text}</span> : (
          <mark
            key={index}
            class={isChosen ? `${kind} chosen` : kind}
            title={piece.fields.map(nameField).join(", ")}
            onClick={() => choose({ fact: piece.facts[0] ?? -1, by: "mark" })}
          >
            {piece.text}
          </mark>
        );
      })}
    </>
  );
}

/** The kinds of facts in the email, each with a switch for its marks. */
export function Legend({ marks: { kinds, hidden, toggle } }: { readonly marks: Marks }) {
  return (
    <fieldset class="legend">
      <legend>Facts</legend>
      {kinds.map((kind) => (
        <label key={kind} class={`kind ${kind}`}>
          <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
          {plain(kind)}
        </label>
      ))}
    </fieldset>
  );
}

/** The facts as a list; choosing one shows its mark. */
export function Facts({ marks, length }: {
  readonly marks: Marks;
  /** How many characters of the text are shown. */
  readonly length: number;
}) {
  const { evidence, chosen, choose } = marks;
  if (evidence.length === 0) return null;
  return (
    <ul class="facts" aria-label="Facts">
      {evidence.map(({ field, text, source, end }, fact) => (
        <li key={fact} class={chosen?.fact === fact ? "chosen" : undefined}>
          <span class="note">{nameField(field)}</span>
          <span>
            <button
              type="button"
              class="quiet"
              dir="auto"
              aria-pressed={chosen?.fact === fact}
              onClick={() =>
                choose({ fact, by: "fact" })}
            >
              {text}
            </button>
            {source === "subject" && <span class="note">in the subject</span>}
            {source === "body_text" && end > length && (
              <span class="note">in the part that is left out above</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** `contact.phones` as `contact phones`. */
function nameField(field: string): string {
  return plain(field).replace(".", " ");
}
