import { toColumns } from "../../_shared/database/column_names.ts";
import type { Analysis } from "../analyzers/analyzer.ts";

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
