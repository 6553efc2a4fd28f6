import { styleText } from "node:util";
import type { Stack } from "../local/stack.ts";
import type { Tick } from "./tick.ts";

/** A report as `public.report_night` renders it. */
export interface RenderedReport {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * The operator's report about the time from the demo's scheduled time until now.
 * @example const { html } = await readNight(stack, tick)
 */
export async function readNight({ database }: Stack, tick: Tick): Promise<RenderedReport> {
  const [row] = await database.query<{ report: RenderedReport }>(
    `select public.report_night('${tick.slot}'::timestamptz, now()) as report`,
  );
  if (row === undefined) throw new Error("the database did not answer with a report");
  return row.report;
}

/** The report as text, at the end of what the demo prints. */
export function describeNight({ text }: RenderedReport): string {
  const lines = text.trimEnd().split("\n").map((line) => line === "" ? "" : `  ${line}`);
  return [styleText("bold", "9. The report of this night, as the operator gets it"), ...lines, ""]
    .join("\n");
}
