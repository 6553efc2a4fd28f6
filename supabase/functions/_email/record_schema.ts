import * as z from "zod";
import { EVIDENCE_SOURCES, mapFields } from "./field_kinds.ts";
import type { IntelligenceRecord } from "./reading.ts";
import { RECORD_FIELDS } from "./record_fields.ts";

/**
 * The schema of a record. Building it takes some milliseconds, so it is not built for every run.
 */
export function createRecordSchema(): z.ZodType<IntelligenceRecord> {
  const shape = {
    ...mapFields(RECORD_FIELDS, ({ schema }) => schema(z)),
    evidence: z.array(z.strictObject({
      field: z.string(),
      item: z.int().min(0).nullable(),
      source: z.enum(EVIDENCE_SOURCES),
      start: z.int().min(0),
      end: z.int().min(1),
      text: z.string().min(1),
    })),
    analyzedText: z.string().nullable(),
  };
  return z.strictObject(shape) as unknown as z.ZodType<IntelligenceRecord>;
}
