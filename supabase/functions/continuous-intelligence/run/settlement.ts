/** What is saved of claimed emails: analyses and calls in the names of the database's columns. */
import { toColumns } from "../../_shared/database/column_names.ts";
import type { Analysis } from "../analyzers/analyzer.ts";
import type { ProviderCall } from "../analyzers/models.ts";

/** A call of a provider, in the keys of `public.ai_usage`. */
export function toUsage(call: ProviderCall) {
  return toColumns(call);
}

/**
 * The result of one email for `settle_emails`: a record in the columns of its table, or an error.
 */
export function toResult(analysis: Analysis) {
  const { emailId: email_id } = analysis;
  if (!analysis.ok) {
    return { email_id, error: analysis.error, is_retryable: analysis.isRetryable };
  }
  const { record, extractor, isDegraded } = analysis;
  return {
    email_id,
    model: extractor.model,
    record: {
      ...toColumns(record),
      is_automated: record.automatedKind !== null,
      analyzer: extractor.analyzer,
      analyzer_version: extractor.version,
      degraded: isDegraded,
    },
  };
}
