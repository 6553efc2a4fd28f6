import { z } from "zod";
import { toStorable } from "../_shared/database/to_storable.ts";

const MAX_MESSAGE_LENGTH = 10_000;

const reportSchema = z.looseObject({
  error_message: z.string().optional(),
  cost_estimate_usd: z.number().min(0).lt(1e9).optional(),
});

/**
 * The parameters of `ping_task` for the end of a ping's path and the body of its request.
 * @param signal `start`, `success`, `fail` or an exit code
 */
export function readReport(signal: string, body: Uint8Array) {
  const exitCode = /^\d+$/.test(signal) ? Number(signal) : null;
  const event = exitCode === null ? signal : exitCode === 0 ? "success" : "fail";
  const { error_message, cost_estimate_usd, ...fields } = readFields(body, event);
  const message = error_message || (event === "fail" ? describeFailure(exitCode) : "");

  const output = exitCode === null ? fields : { ...fields, exit_code: exitCode };
  const names = Object.keys(output);
  const document = names.join() === "output_data" ? fields["output_data"] : output;
  const report = {
    ...(names.length === 0 ? {} : { output_data: document }),
    ...(message === "" ? {} : { error_message: message.slice(0, MAX_MESSAGE_LENGTH) }),
    ...(cost_estimate_usd === undefined ? {} : { cost_estimate_usd }),
  };
  return { p_event: event, p_report: toStorable(report).value };
}

/** What a body says: a JSON object with the columns of a task, or any text. */
function readFields(body: Uint8Array, event: string): z.output<typeof reportSchema> {
  const text = new TextDecoder().decode(body).trim();
  if (text === "") return {};
  try {
    return reportSchema.parse(JSON.parse(text));
  } catch {
    return { message: text, ...(event === "fail" ? { error_message: text } : {}) };
  }
}

function describeFailure(exitCode: number | null): string {
  return exitCode === null
    ? "The job reported that it failed."
    : `The job ended with exit code ${exitCode}.`;
}
