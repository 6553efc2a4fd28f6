import * as fc from "fast-check";
import { createJudge } from "./judge.ts";
import {
  type ApiDocument,
  arbitraryRequest,
  type FuzzRequest,
  type FuzzTargets,
} from "./requests.ts";

/** What became of a number of requests. */
export interface FuzzReport {
  readonly requests: number;
  /** How many were answered with each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers of 5xx, and answers that the document does not have, in words. */
  readonly serverErrors: readonly string[];
  readonly undocumented: readonly string[];
}

/** How a fuzz is run. */
export interface FuzzOptions {
  readonly document: ApiDocument;
  readonly targets: FuzzTargets;
  readonly count: number;
  /** The same seed makes the same requests. */
  readonly seed: number;
  readonly send: (request: FuzzRequest) => Promise<Response>;
}

const AT_ONCE = 8;

/** Sends requests made from the document and holds every answer against it. */
export async function fuzzApi(options: FuzzOptions): Promise<FuzzReport> {
  const { document, targets, count, seed, send } = options;
  const judge = createJudge(document);
  const requests = fc.sample(arbitraryRequest(document, targets), { numRuns: count, seed });
  const statuses: Record<string, number> = {};
  const serverErrors: string[] = [];
  const undocumented: string[] = [];
  const work = requests.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const request of work) {
      const response = await send(request);
      const text = await response.text();
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      if (response.status >= 500) serverErrors.push(describe(request, response.status, text));
      const objection = judge(request.operation, response, text);
      if (objection !== null) {
        undocumented.push(`${objection}: ${describe(request, response.status, text)}`);
      }
    }
  }));
  return { requests: requests.length, statuses, serverErrors, undocumented };
}

function describe({ method, path, body }: FuzzRequest, status: number, text: string): string {
  return `${method} ${path} ${(body ?? "").slice(0, 200)} → ${status} ${text.slice(0, 300)}`;
}
