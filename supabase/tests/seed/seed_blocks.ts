import { readNamedBlocks } from "../documents/document_blocks.ts";

/**
 * The SQL of `docs/reference/verification.md` by its name. @throws {Error} as {@link
 * readNamedBlocks} does
 */
export function readSeedBlocks(): (name: string) => string {
  return readNamedBlocks("docs/reference/verification.md");
}

/** The lines that the seed expects from its migration. */
export const SUCCESS_LINES = [
  "✅ Migration 043 Complete!",
  "📊 autonomous_tasks table: CREATED",
  "📊 Indexes created: 8",
  "📊 RLS policies created: 3",
  "📊 Helper function: CREATED",
  "✨ SUCCESS: Autonomous tasks infrastructure ready!",
];
