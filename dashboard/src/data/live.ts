/** The one question that is asked again and again, and what follows from its answers. */
import { createContext } from "preact";
import { useContext, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { refreshMoved } from "./marks.ts";
import { type PollState, startPoll } from "./poll.ts";
import type { World } from "./query.ts";
import { RequestError } from "./request_error.ts";
import { type Pulse, pulseSchema } from "./shapes.ts";

/** After so many failed attempts in a row a person is told. */
const TELLING_FAILURES = 3;

/** How the workspace is, and how fresh that is. */
export interface Live {
  /** Undefined before the first answer; null for who is no member any more. */
  readonly pulse: Pulse | null | undefined;
  /** Why there is no first answer. */
  readonly error: Error | null;
  /** When the latest answer came, by this machine's clock. */
  readonly answeredAt: number | null;
  /** Several attempts in a row have failed: what is shown is old. */
  readonly isOld: boolean;
  readonly isPaused: boolean;
  setPaused(isPaused: boolean): void;
  /** Asks now. */
  refetch(): void;
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("no live data around this part");
  return live;
}

const BEGINNING: PollState = { answeredAt: null, failures: 0, error: null };

/** Polls the pulse of a workspace and has old answers asked again. */
export function useLivePulse({ rpc, client, workspaceId }: World): Live {
  const [pulse, setPulse] = useState<Pulse | null | undefined>(undefined);
  const [state, setState] = useState(BEGINNING);
  const [isPaused, setPaused] = useState(false);
  const latest = useMemo<{ pulse?: Pulse | null; hurry: () => void }>(() => ({
    hurry: () => {},
  }), [client]);
  useLayoutEffect(() => {
    if (isPaused) return;
    const poll = startPoll({
      ask: async () => {
        const found = await rpc("get_pulse", { p_workspace_id: workspaceId }, pulseSchema);
        if (found) refreshMoved(client, latest.pulse?.marks, found.marks);
        latest.pulse = found;
        setPulse(found);
        return found?.is_active ?? false;
      },
      changed: setState,
      readWait: (error) => error instanceof RequestError ? error.retryAfterMs : null,
    });
    latest.hurry = poll.hurry;
    return poll.stop;
  }, [client, isPaused]);
  return {
    pulse,
    error: pulse === undefined ? state.error : null,
    answeredAt: state.answeredAt,
    isOld: state.failures >= TELLING_FAILURES,
    isPaused,
    setPaused,
    refetch: () => latest.hurry(),
  };
}
