import { fileURLToPath } from "node:url";
import { analyzeByRules } from "../../../supabase/functions/continuous-intelligence/analyzers/rules.ts";
import { createStore } from "../../../supabase/functions/continuous-intelligence/store/store.ts";
import type { StoredEmail } from "../../../supabase/functions/_email/mod.ts";
import { readMessage } from "../../../supabase/functions/_email/mod.ts";
import { createEmailStore } from "../../../supabase/functions/inbound-email/store.ts";
import { toClaimedMail } from "../../eval/corpora/corpus_mail.ts";
import { readMailSources } from "../../import/mail_sources.ts";
import { cpuMs } from "../../lib/cpu.ts";
import { findQuantile } from "../../lib/quantiles.ts";
import type { BenchmarkOptions } from "../benchmark.ts";
import { startBenchCluster } from "../database/bench_cluster.ts";
import type { Costs } from "./demand.ts";
import { createDirectClient } from "./direct_client.ts";

const SAMPLES = fileURLToPath(new URL("../../../examples/mail", import.meta.url));

/**
 * Two shapes of the same work, from which the cost of an email and of a workspace are told apart.
 */
const DENSE = { mails: 200, workspaces: 20 };
const SPARSE = { mails: 50, workspaces: 50 };

/** Measures with the sample email, `rounds` times each, on durable commits; medians. */
export async function measureCosts(
  say: BenchmarkOptions["say"],
  rounds: number,
): Promise<Costs> {
  const mails = await readSamples();
  await using server = await startBenchCluster(say, { durable: true });
  const sql = server.connect();
  const direct = createDirectClient(sql);
  const store = createStore(direct.client);
  const inbox = createEmailStore(direct.client);
  const ingests: number[] = [];
  let stored = 0;

  const fill = async (shape: typeof DENSE) => {
    const rows = await sql<{ id: string }[]>`
      insert into public.workspaces (name)
      select 'Workspace ' || n from generate_series(1, ${shape.workspaces}::integer) n
      returning id`;
    for (let at = 0; at < shape.mails; at++) {
      const [mail, workspace] = [mails[at % mails.length], rows[at % rows.length]];
      if (mail === undefined || workspace === undefined) continue;
      stored += 1;
      await inbox.ingestEmail(workspace.id, { ...mail, providerMessageId: `m-${stored}` });
      ingests.push(direct.takeMs());
    }
  };
  const run = async () => {
    const request = { batchSizePerWorkspace: 10, maxWorkspaces: 50 };
    const { lease } = await store.startRun({ taskId: null, request, leaseSeconds: 600 });
    if (lease === null) throw new Error("The run did not start.");
    for (;;) {
      const claim = await store.claimEmails(lease, {
        ...request,
        limit: 50,
        leaseSeconds: 600,
        prices: [],
      });
      if (claim === null) break;
      await store.settleEmails(claim.leaseToken, claim.emails.map(analyzeByRules), []);
    }
    await store.finishRun(lease, null);
    return direct.takeMs();
  };

  const [idle, dense, sparse]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    idle.push(await run());
    await fill(DENSE);
    dense.push(await run());
    await fill(SPARSE);
    sparse.push(await run());
  }
  const [{ bytes } = { bytes: 0 }] = await sql<{ bytes: number }[]>`
    select sum(pg_total_relation_size(t.oid))::float8 as bytes
    from (values ('public.client_emails'), ('public.email_intelligence'),
      ('public.autonomous_tasks')) as named (name)
    cross join lateral (select named.name::regclass as oid) t`;
  const median = (sample: readonly number[]) => findQuantile(sample, 0.5);
  const runMs = median(idle);
  const workspaceAndMail = (median(sparse) - runMs) / SPARSE.mails;
  const mailsPerWorkspace = DENSE.mails / DENSE.workspaces;
  // dense = run + emails × m + workspaces × w; sparse = run + emails × (m + w).
  const runMsPerMail = Math.max(
    0,
    ((median(dense) - runMs) / DENSE.workspaces - workspaceAndMail) / (mailsPerWorkspace - 1),
  );
  return {
    analysisCpuMs: measureAnalysis(mails, rounds),
    runMs,
    runMsPerMail,
    runMsPerWorkspace: Math.max(0, workspaceAndMail - runMsPerMail),
    ingestMs: median(ingests),
    bytesPerMail: bytes / stored,
  };
}

async function readSamples(): Promise<StoredEmail[]> {
  const emails: StoredEmail[] = [];
  for await (const { raw } of readMailSources([SAMPLES])) {
    const mail = await readMessage(raw, new Date(0));
    if (mail.ok) emails.push(mail.email);
  }
  return emails;
}

/** CPU of the analysis alone, mean over all samples, once they have been read a few times. */
function measureAnalysis(emails: readonly StoredEmail[], rounds: number): number {
  const mails = emails.map((email, at) => toClaimedMail(String(at), email));
  const means = Array.from({ length: rounds + 3 }, () => {
    const before = cpuMs();
    for (const mail of mails) analyzeByRules(mail);
    return (cpuMs() - before) / mails.length;
  });
  return findQuantile(means.slice(3), 0.5);
}
