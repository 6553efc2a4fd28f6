/** The records that the peers make of emails: our runs' analysis, stored in the same columns. */
import { analyzeByRules } from "../../../../supabase/functions/continuous-intelligence/analyzers/rules.ts";
import type { ClaimedEmail } from "../../../../supabase/functions/continuous-intelligence/analyzers/analyzer.ts";
import { toResult } from "../../../../supabase/functions/continuous-intelligence/run/settlement.ts";

/**
 * The columns and checks of `email_intelligence` and one key. Its other indexes and the triggers
 * that compare every fact with its email cost our runs alone.
 */
export const CREATE_RECORDS = `
  create schema if not exists bench;
  create table if not exists bench.records
    (like public.email_intelligence including defaults including constraints,
      primary key (email_id));`;

/** Stores records given as one JSON array. */
export const INSERT_RECORDS = `
  insert into bench.records
  select r.* from jsonb_populate_recordset(null::bench.records, $1::jsonb) as r`;

/** One email's row of `bench.records`. */
export function makeRecord(email: ClaimedEmail): Record<string, unknown> {
  const result = toResult(analyzeByRules(email));
  if (!("record" in result)) throw new Error(`A sample could not be read: ${result.error}`);
  return {
    ...result.record,
    id: crypto.randomUUID(),
    email_id: email.emailId,
    workspace_id: email.workspaceId,
    extraction_model: result.model,
    extracted_at: new Date().toISOString(),
  };
}
