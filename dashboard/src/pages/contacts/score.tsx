/** The score of a contact with its reasons, whose points sum to it. */
import { useQuery, useWorld } from "../../data/query.ts";
import { Moment } from "../../parts/moment.tsx";
import { Answered } from "../../parts/states.tsx";
import { plain } from "../../words.ts";
import { type Score, scoresSchema } from "./shapes.ts";

export function ScoreView({ contactId }: { readonly contactId: string }) {
  const { read } = useWorld();
  const scores = useQuery(["contact score", contactId], () =>
    read(
      `lead_scores?contact_id=eq.${encodeURIComponent(contactId)}` +
        "&select=score,coverage,scored_at,reasons",
      scoresSchema,
    ), ["emails", "tasks"]);
  return (
    <section>
      <h2>Score</h2>
      <Answered result={scores}>
        {([score]) =>
          score ? <Reasons score={score} /> : <p class="empty">This contact has no score.</p>}
      </Answered>
    </section>
  );
}

function Reasons({ score: { score, coverage, scored_at, reasons } }: { readonly score: Score }) {
  return (
    <>
      <p>
        <b class="large">{score.toFixed(1)}</b> of 100{" "}
        <span class="note">
          · from {Math.round(coverage * 100)}% of what can be known · scored{" "}
          <Moment at={scored_at} />
        </span>
      </p>
      <table>
        <thead>
          <tr>
            <th>Reason</th>
            <th class="number">Number</th>
            <th class="number">Points</th>
          </tr>
        </thead>
        <tbody>
          {reasons.toSorted((a, b) => b.points - a.points).map(({ code, number, points }) => (
            <tr key={code}>
              <td>{plain(code)}</td>
              <td class="number">{number ?? "–"}</td>
              <td class="number">{points.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
