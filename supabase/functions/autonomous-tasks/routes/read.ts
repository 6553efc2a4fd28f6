import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnv } from "../../_shared/http/caller.ts";
import type { TaskFunction, TaskStore } from "../deps.ts";
import { jsonAnswer, readErrors } from "../responses.ts";

/** A list or a report: a GET with a query that one function of the database answers. */
interface Read<Query extends z.ZodObject, Found> {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly query: Query;
  readonly answer: readonly [description: string, schema: z.ZodType];
  /** The function that is asked. */
  readonly name: TaskFunction;
  readonly toParameters: (query: z.output<Query>) => Readonly<Record<string, unknown>>;
  /** The part of what the database found that the caller gets. */
  readonly toAnswer: (found: Found) => object;
}

/** Adds the route of a list or a report to the API. */
export type AddRead = (api: OpenAPIHono<AppEnv>, store: TaskStore) => void;

/** Describes a list or a report, with one handler for all of them. */
export function describeRead<Query extends z.ZodObject, Found>(
  { query, answer: [meaning, schema], name, toParameters, toAnswer, ...named }: Read<Query, Found>,
): AddRead {
  const route = createRoute({
    method: "get",
    ...named,
    request: { query: query as z.ZodObject },
    responses: { 200: jsonAnswer(meaning, schema), ...readErrors() },
  });
  return (api, store) => {
    api.openapi(route, async function answerRead(c) {
      const parameters = toParameters(c.req.valid("query") as z.output<Query>);
      return c.json(toAnswer(await store.ask<Found>(c.get("caller"), name, parameters)), 200);
    });
  };
}
