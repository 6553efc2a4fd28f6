import type { ProviderName, Providers } from "../../../supabase/functions/_shared/mailboxes/mod.ts";
import { createRandom } from "../../lib/random.ts";
import { messageIdOf } from "./emails.ts";
import { killAfter } from "./killed_store.ts";
import type { SyncWorld } from "./sync_world.ts";

/** A server with one mailbox that fails at random. */
export interface CutCase extends AsyncDisposable {
  readonly name: ProviderName;
  readonly providers: Providers;
  readonly address: string;
  /** What Vault gets. */
  secret(): Readonly<Record<string, unknown>>;
  /** A new email arrives. */
  add(number: number): Promise<void>;
  /** No more failures from here on. */
  calm(): void;
}

/** What came of a mailbox at random cuts. */
export interface CutResult {
  readonly lost: number;
  readonly doubled: number;
  readonly rounds: number;
  readonly kills: number;
}

/** How likely a run's process is killed. */
const KILL_CHANCE = 0.3;

/**
 * Reads a mailbox of `emails` emails, half of which come while it is read, with a server that fails
 * and processes that are killed. Then compares by Message-ID.
 */
export async function readWithCuts(
  world: SyncWorld,
  box: CutCase,
  { emails, seed, busyRounds }: {
    readonly emails: number;
    readonly seed: number;
    /** Rounds before everything that is to come has come. */
    readonly busyRounds: number;
  },
): Promise<CutResult> {
  const random = createRandom(seed + 1);
  const workspaceId = await world.createWorkspace(box.name);
  let number = 0;
  for (; number < emails / 2; number += 1) {
    await box.add(number);
  }
  const { name: provider, address, providers } = box;
  await world.connect({ workspaceId, provider, address, secret: box.secret() });
  let kills = 0;
  let rounds = 0;
  for (; rounds < busyRounds || number < emails; rounds += 1) {
    const more = Math.ceil(emails / 2 / busyRounds);
    for (let step = 0; step < more && number < emails; step += 1, number += 1) {
      await box.add(number);
    }
    const isKilled = random() < KILL_CHANCE;
    if (isKilled) kills += 1;
    await world.round({
      providers,
      maxEmails: 400,
      ...(isKilled ? { wrap: killAfter(Math.floor(random() * 60), random() < 0.5) } : {}),
    });
    // As long as the longest backoff of the first failures, and longer than a dead run's lease.
    world.pass(60 + random() * 900);
  }
  box.calm();
  world.pass(86_400);
  rounds += await world.settle({ providers, maxEmails: 400 });
  const counts = await world.countByMessageId(workspaceId);
  const lost = Array.from({ length: emails }, (_, at) => messageIdOf(at))
    .filter((id) => !counts.has(id));
  const doubled = counts.values().filter((count) => count > 1).toArray();
  return { lost: lost.length, doubled: doubled.length, rounds, kills };
}
