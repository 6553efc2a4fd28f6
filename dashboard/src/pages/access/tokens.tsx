/** Tokens of external systems: who has one, when it was last used, and the way to end it. */
import { useState } from "preact/hooks";
import { useQuery, useWorld } from "../../data/query.ts";
import { ActDialog } from "../../parts/acts.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import * as z from "zod/mini";
import { NewToken } from "./new_token.tsx";
import { describeToken, describeTokenState } from "./rules.ts";
import { type Token, tokensSchema } from "./shapes.ts";
import { WideTable } from "../../parts/wide_table.tsx";

export function Tokens() {
  const { rpc, workspaceId } = useWorld();
  const tokens = useQuery(
    ["tokens"],
    () => rpc("list_ingest_tokens", { p_workspace_id: workspaceId }, tokensSchema),
    [],
  );
  return (
    <section>
      <h2>Tokens</h2>
      <p class="note">
        An external system logs its tasks, or sends emails, with a token of its own.
      </p>
      <NewToken made={() => tokens.refetch()} />
      <Answered result={tokens}>
        {(found) =>
          found.length === 0
            ? <Empty>No external system has a token yet. Make the first one above.</Empty>
            : <List tokens={found.toReversed()} changed={() => tokens.refetch()} />}
      </Answered>
    </section>
  );
}

function List({ tokens, changed }: {
  readonly tokens: readonly Token[];
  readonly changed: () => void;
}) {
  const { rpc } = useWorld();
  const [ending, setEnding] = useState<Token | null>(null);
  return (
    <WideTable>
      <table>
        <thead>
          <tr>
            <th>Token</th>
            <th>For</th>
            <th>Last used</th>
            <th>Ends</th>
            <th>State</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <Row
              key={token.id}
              token={token}
              revoke={() => setEnding(token)}
            />
          ))}
        </tbody>
      </table>
      {ending && (
        <ActDialog
          title={`Revoke “${ending.name}”?`}
          confirm="Revoke it"
          isDanger
          close={() => setEnding(null)}
          act={async () => {
            await rpc("revoke_ingest_token", { p_token_id: ending.id }, z.boolean());
            changed();
          }}
        >
          <p>
            It stops working at once, and cannot be brought back. {ending.last_used_at
              ? (
                <>
                  It was last used <Moment at={ending.last_used_at} />.
                </>
              )
              : "It was never used."}
          </p>
        </ActDialog>
      )}
    </WideTable>
  );
}

function Row({ token, revoke }: { readonly token: Token; readonly revoke: () => void }) {
  const state = describeTokenState(token, Date.now());
  const hasEnded = state === "revoked" || state === "expired";
  return (
    <tr>
      <td>{token.name}</td>
      <td>{describeToken(token)}</td>
      <td>{token.last_used_at ? <Moment at={token.last_used_at} /> : "never"}</td>
      <td>{token.expires_at ? <Moment at={token.expires_at} /> : "when revoked"}</td>
      <td>
        <span class={`state ${state === "works" ? "good" : "late"}`}>{state}</span>
        {!hasEnded && (
          <button type="button" class="quiet" aria-label={`Revoke ${token.name}`} onClick={revoke}>
            Revoke
          </button>
        )}
      </td>
    </tr>
  );
}
