import assert from "node:assert/strict";
import type { AgentStack } from "./agent_stack.ts";

const ROWS = 2_000;
const PART_BYTES = 10_000;

const FILE = new TextEncoder().encode([
  "email,name",
  ...Array.from({ length: ROWS }, (_, n) => `person${n}@client.example,"Zoë, ""the ${n}th"""`),
].join("\r\n"));

/** A file as Storage serves it: in ranges. A test can hold one of them back. */
function startFileServer() {
  const served: number[] = [];
  let gate: { from: number; reached: () => void; opened: Promise<void> } | undefined;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const [, from = "0", to = "0"] = /^bytes=(\d+)-(\d+)$/.exec(
      request.headers.get("range") ?? "",
    ) ?? [];
    if (Number(from) >= FILE.length) return new Response(null, { status: 416 });
    if (gate && Number(from) >= gate.from) {
      gate.reached();
      await gate.opened;
    }
    served.push(Number(from));
    return new Response(FILE.slice(Number(from), Number(to) + 1), { status: 206 });
  });
  return {
    served,
    url: `http://127.0.0.1:${server.addr.port}/contacts.csv`,
    /** Holds back what begins behind this byte. */
    hold(from: number) {
      const reached = Promise.withResolvers<void>();
      const opened = Promise.withResolvers<void>();
      gate = { from, reached: reached.resolve, opened: opened.promise };
      return {
        reached: reached.promise,
        open() {
          gate = undefined;
          opened.resolve();
        },
      };
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** An import that is killed in the middle goes on behind its last part, and every row is there. */
export async function tryCsvImport(project: AgentStack): Promise<void> {
  await using file = startFileServer();
  const { stack: { database, functions } } = project;
  await database.exec(
    `insert into public.task_schedules (name, task_type, target)
     values ('csv-import', 'email_sync', 'csv-import')`,
  );
  const hold = file.hold(FILE.length / 2);
  const [made] = await database.query<{ id: string }>(
    "select public.enqueue_jobs('csv-import', $1::jsonb) #>> '{jobs,0,task_id}' as id",
    [JSON.stringify([{ payload: { url: file.url, part_bytes: PART_BYTES }, key: "contacts.csv" }])],
  );
  await hold.reached;
  await functions.kill("csv-import");
  hold.open();
  await functions.restart("csv-import");
  const before = [...file.served];

  const task = await project.poll(async () => {
    await project.letTimeCome();
    const [found] = await database.query(
      `select t.status, t.output_data, t.error_message from public.autonomous_tasks t
       where t.id = $1 and t.status in ('completed', 'failed')`,
      [made?.id],
    );
    return found;
  }, "the end of the import");
  const output = { rows: ROWS };
  assert.deepEqual(task, { status: "completed", output_data: output, error_message: null });
  const [stored] = await database.query(
    `select count(*)::integer as rows, min(c.name) filter (where c.email like 'person7@%') as name
     from public.imported_contacts c`,
  );
  assert.deepEqual(stored, { rows: ROWS, name: 'Zoë, "the 7th"' });
  // No part that was finished before was read again.
  assert.ok(before.length >= 3, `${before.length} parts`);
  const counts = Map.groupBy(file.served, (from) => from);
  const repeated = [...counts].filter(([, times]) => times.length > 1).map(([from]) => from);
  assert.ok(repeated.every((from) => from >= FILE.length / 2), repeated.join());
}
