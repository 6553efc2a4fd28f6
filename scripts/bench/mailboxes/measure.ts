import { ensureDovecot } from "../../local/dovecot/dovecot_install.ts";
import { startDovecot } from "../../local/dovecot/dovecot_server.ts";
import { type Benchmark, BenchmarkUnavailable, type Goal, limit } from "../benchmark.ts";
import { startBenchCluster } from "../database/bench_cluster.ts";
import { type CutCase, type CutResult, readWithCuts } from "./cut_case.ts";
import { measureFairness } from "./fairness.ts";
import { createGmailCase } from "./gmail_cuts.ts";
import { createGraphCase } from "./graph_cuts.ts";
import { createImapCase } from "./imap_cuts.ts";
import { measureLargeMessage } from "./large_message.ts";
import { SyncWorld } from "./sync_world.ts";

const DEFAULT_EMAILS = 5_000;
const DEFAULT_SEED = 1;
/** The first slice of so many is all that the others wait for. */
const LARGE_EMAILS = 100_000;
const MOST_GROWTH_MB = 64;

/** Mailboxes at random cuts, and a large one beside 99 others. */
export const mailboxes: Benchmark = {
  name: "mailboxes",
  summary: "mailboxes at random cuts: lost, doubled, and the slowest other; --rows, default 5000",
  async run({ rows: emails = DEFAULT_EMAILS, seed: chosen = DEFAULT_SEED, say }) {
    const search = await ensureDovecot(say);
    if (!search.found) throw new BenchmarkUnavailable(search.problem);
    await using server = await startBenchCluster(say);
    await using dovecot = await startDovecot(search.program);
    const results: Record<string, CutResult> = {};
    const goals: Goal[] = [];
    const cases: readonly ((world: SyncWorld) => CutCase | Promise<CutCase>)[] = [
      (world) => createGmailCase(world, chosen),
      (world) => createImapCase(world, dovecot, chosen),
      (world) => createGraphCase(world, chosen),
    ];
    for (const [at, create] of cases.entries()) {
      const database = `mailboxes_${at}`;
      await using world = new SyncWorld(await server.cluster.createDatabase(database));
      await using box = await create(world);
      say(`Reading ${emails} emails of ${box.name} at random cuts …`);
      const result = await readWithCuts(world, box, { emails, seed: chosen, busyRounds: 40 });
      results[box.name] = result;
      goals.push(
        limit(`${box.name}_lost`, result.lost, "<=", 0),
        limit(`${box.name}_doubled`, result.doubled, "<=", 0),
      );
    }
    say("Reading a mailbox of 100,000 emails beside 99 others …");
    await using world = new SyncWorld(await server.cluster.createDatabase("mailboxes_fair"));
    const fairness = await measureFairness(world, {
      others: 99,
      large: LARGE_EMAILS,
      eachOther: 5,
    });
    goals.push(limit("slowest_other_mailbox_delay_rounds", fairness.slowestDelay, "<=", 1));
    say("Reading a message of 25 MB …");
    const growth = await measureLargeMessage();
    goals.push(limit("large_message_growth_mb", growth, "<=", MOST_GROWTH_MB));
    const figures = Object.fromEntries(
      Object.entries(results).map(([name, result]) => [name, { ...result }]),
    );
    return {
      figures: { ...figures, fairness: { ...fairness }, large_message_growth_mb: growth },
      goals,
      software: server.software,
      n: emails,
    };
  },
};
