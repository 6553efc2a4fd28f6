import { Buffer } from "node:buffer";
import * as z from "zod";

/** Where a page of the list ends: the start and the id of its last task. */
export interface Position {
  readonly executed_at: string;
  readonly id: string;
}

const positionSchema = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);

/** A position as the caller sees it; opaque, URL-safe. */
export function writeCursor({ executed_at, id }: Position): string {
  return Buffer.from(JSON.stringify([executed_at, id])).toString("base64url");
}

/** The position of a cursor, or null when it is not one of ours. */
export function readCursor(cursor: string): Position | null {
  try {
    const parsed = positionSchema.safeParse(
      JSON.parse(Buffer.from(cursor, "base64url").toString()),
    );
    if (!parsed.success) return null;
    const [executed_at, id] = parsed.data;
    const year = new Date(executed_at).getUTCFullYear();
    return year > 0 && !/[+-](1[6-9]|2\d):\d\d$/.test(executed_at) ? { executed_at, id } : null;
  } catch {
    return null;
  }
}
