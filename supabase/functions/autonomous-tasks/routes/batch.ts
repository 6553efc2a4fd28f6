import type { z } from "zod";
import { validateStorable } from "../../_shared/http/json.ts";
import { Problem, problemBody } from "../../_shared/http/problem.ts";

/** What became of one item that the database was not given, or that it rejected. */
export interface RejectedItem {
  readonly status: number;
  readonly problem: ReturnType<typeof problemBody>;
}

/** Each item as the schema reads it, or the problem of that item alone. */
export function readItems<Schema extends z.ZodType>(
  schema: Schema,
  items: readonly unknown[],
): (z.output<Schema> | Problem)[] {
  return items.map((item) => {
    try {
      return validateStorable(schema, item);
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  });
}

/** Those that the database is asked about. */
export function listGood<Item>(items: readonly (Item | Problem)[]): Item[] {
  return items.filter((item): item is Item => !(item instanceof Problem));
}

/**
 * A result for each item, in their order: the database's for those that it was given.
 * @param toResult makes the result of one that went well, or says what is wrong with it
 * @param requestId id of the request that was answered first
 */
export function answerItems<Item, Stored, Result>(
  items: readonly (Item | Problem)[],
  stored: readonly Stored[],
  toResult: (stored: Stored | undefined) => Result | Problem,
  requestId: string,
): (Result | RejectedItem)[] {
  let next = 0;
  return items.map((item) => {
    const result = item instanceof Problem ? item : toResult(stored[next++]);
    return result instanceof Problem
      ? { status: result.status, problem: problemBody(result, requestId) }
      : result;
  });
}
