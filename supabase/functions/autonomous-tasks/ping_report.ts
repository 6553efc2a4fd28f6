import * as z from "zod";
import { parseExactly } from "../_shared/database/exact_json.ts";
import { toStorable, toStorableCost, toStorableText } from "../_shared/database/to_storable.ts";

const MAX_MESSAGE_LENGTH = 10_000;
const MAX_LINE_LENGTH = 2_000;
const MAX_NAME_LENGTH = 200;
/** The end of a job is kept beside what its start told, so each gets less than half of a row. */
const MAX_OUTPUT_BYTES = 110_000;

/** The first and the last lines of a text that are kept as log lines, of what has more. */
const MAX_LINES = { atStart: 60, atEnd: 120 };

const reportSchema = z.looseObject({
  error_message: z.string().optional(),
  cost_estimate_usd: z.unknown().optional(),
  agent_name: z.unknown().optional(),
});

/**
 * The parameters of `ping_task` for the end of a ping's path and the body of its request. Whatever
 * the body is, the database can hold them.
 * @param signal `start`, `success`, `fail` or an exit code
 * @param agentName which job it is, from the address; without it the body may say so
 */
export function readReport(signal: string, body: Uint8Array, agentName?: string) {
  const exitCode = /^\d+$/.test(signal) ? Number(signal) : null;
  const event = exitCode === null ? signal : exitCode === 0 ? "success" : "fail";
  const { fields: told, lines } = readBody(body, event);
  const { error_message, cost_estimate_usd: given, agent_name: named, ...fields } = told;
  const isName = typeof named === "string";
  const name = agentName || (isName ? named : "");
  const error = error_message || (event === "fail" ? describeFailure(exitCode) : "");
  const cost = toStorableCost(given);

  const output = {
    ...fields,
    // What is no cost stays, so that nothing is lost.
    ...(given === undefined || cost !== undefined ? {} : { cost_estimate_usd: given }),
    ...(named === undefined || isName ? {} : { agent_name: named }),
    ...(exitCode === null ? {} : { exit_code: exitCode }),
  };
  const names = Object.keys(output);
  const document = names.join() === "output_data" ? fields["output_data"] : output;
  const report = {
    ...(names.length === 0
      ? {}
      : { output_data: toStorable(document, MAX_OUTPUT_BYTES).value ?? null }),
    ...(error === "" ? {} : { error_message: toStorableText(error.slice(0, MAX_MESSAGE_LENGTH)) }),
    ...(cost === undefined ? {} : { cost_estimate_usd: cost }),
    ...(lines.length === 0 ? {} : { lines }),
    ...(name === "" ? {} : { agent_name: toStorableText(name.slice(0, MAX_NAME_LENGTH)) }),
  };
  return { p_event: event, p_report: report };
}

interface Told {
  readonly fields: z.output<typeof reportSchema>;
  readonly lines: readonly string[];
}

/** What a body says: a JSON object with the columns of a task, or any text. */
function readBody(body: Uint8Array, event: string): Told {
  const text = new TextDecoder().decode(body).trim();
  if (text === "") return { fields: {}, lines: [] };
  try {
    return { fields: reportSchema.parse(parseExactly(text)), lines: [] };
  } catch {
    const fields = { message: text, ...(event === "fail" ? { error_message: text } : {}) };
    return { fields, lines: listLines(text) };
  }
}

/** The lines of a text, without blank ones and ingest tokens. */
function listLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd()).filter((line) => line !== "")
    .map((line) => toStorableText(line.replaceAll(/nst_\w+/gi, "nst_…").slice(0, MAX_LINE_LENGTH)));
  const left = lines.length - MAX_LINES.atStart - MAX_LINES.atEnd;
  if (left < 2) return lines;
  return [
    ...lines.slice(0, MAX_LINES.atStart),
    `${left} lines were left out here.`,
    ...lines.slice(-MAX_LINES.atEnd),
  ];
}

function describeFailure(exitCode: number | null): string {
  return exitCode === null
    ? "The job reported that it failed."
    : `The job ended with exit code ${exitCode}.`;
}
