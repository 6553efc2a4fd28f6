import type { LocalDatabase } from "../database.ts";
import { type NetRequest, sendNetRequest } from "./net_request.ts";

/** As pg_net's `pg_net.batch_size` and `pg_net.ttl`. */
const BATCH_SIZE = 200;
const RESPONSE_TTL = "6 hours";

/** Sends what `net.http_get`, `net.http_post` and `net.http_delete` queued. */
export interface NetWorker {
  /**
   * Resolves when everything that was committed before this call has been sent and answered.
   * @throws {Error} what the database said, when the worker could not read or write its tables the
   * last time that it was woken.
   */
  idle(): Promise<void>;
  /** Cancels what is being sent (it stays queued) and resolves when the worker is still. */
  stop(): Promise<void>;
}

const TAKE_BATCH = `
  select id, method, url, headers, encode(body, 'base64') as body,
    timeout_milliseconds as "timeoutMilliseconds", now()::text as "takenAt"
  from net.http_request_queue
  order by id
  limit ${BATCH_SIZE}
`;

// One statement, hence one transaction: responses of a batch show up together, and a batch that was
// cancelled is still queued. The extension stamps rows with the start of the batch, so does this.
const FINISH_BATCH = `
  with sent as (
    delete from net.http_request_queue
    where id in (select (outcome ->> 'id')::bigint from jsonb_array_elements($1::jsonb) as outcome)
    returning id
  )
  insert into net._http_response
    (id, status_code, content_type, headers, content, timed_out, error_msg, created)
  select id, status_code, content_type, headers, content, timed_out, error_msg, $2::timestamptz
  from jsonb_to_recordset($1::jsonb) as outcome (
    id bigint, status_code integer, content_type text, headers jsonb, content text, timed_out bool,
    error_msg text
  )
  join sent using (id)
`;

const DELETE_EXPIRED = `
  delete from net._http_response where created < now() - interval '${RESPONSE_TTL}'
`;

/**
 * Starts the worker behind the `net` stand-in. It wakes when a transaction that called a request
 * function commits; rows inserted directly wait for the next wake. No transaction and no connection
 * is held while requests are under way.
 */
export async function startNetWorker(
  database: LocalDatabase,
  options: { readonly onError?: (error: unknown) => void } = {},
): Promise<NetWorker> {
  const stopping = new AbortController();
  let isWoken = false;
  let working: Promise<void> | undefined;
  let failure: unknown;

  const wake = () => {
    isWoken = true;
    if (stopping.signal.aborted) return;
    working ??= work()
      .then(() => {
        // What an earlier wake could not do, as the database was not there, this one has done.
        failure = undefined;
      }, (error) => {
        failure = error;
        options.onError?.(error);
      })
      .finally(() => {
        working = undefined;
        if (isWoken) wake();
      });
  };

  async function work(): Promise<void> {
    isWoken = false;
    await database.adminExec(DELETE_EXPIRED);
    while (!stopping.signal.aborted && await sendBatch(database, stopping.signal) > 0);
  }

  await database.listen("net_wake", wake);
  wake();

  return {
    async idle() {
      await database.catchUp();
      while (working) await working;
      if (failure !== undefined) throw failure;
    },
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

/** @returns how many requests were sent */
async function sendBatch(database: LocalDatabase, stopping: AbortSignal): Promise<number> {
  const batch = await database.adminQuery<NetRequest & { takenAt: string }>(TAKE_BATCH);
  const takenAt = batch[0]?.takenAt;
  if (takenAt === undefined) return 0;
  const outcomes = await Promise.all(batch.map((request) => sendNetRequest(request, stopping)));
  if (stopping.aborted) return 0;
  await database.adminQuery(FINISH_BATCH, [JSON.stringify(outcomes), takenAt]);
  return batch.length;
}
