/** One measurement, with what it is about. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A metric: what is measured, and the measurements. */
export interface Metric {
  /** In base units, which the name ends with: `nightshift_schedule_late_seconds`. */
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** The media type of the format, which Prometheus asks for. */
export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/**
 * Metrics in Prometheus' text format 0.0.4. All are gauges: the database forgets old rows, so that
 * no sum of ours only grows. A metric without measurements is left out.
 * @example formatMetrics([{ name: "up", help: "Whether it works.", samples: [] }]); // ""
 */
export function formatMetrics(metrics: readonly Metric[]): string {
  return metrics.filter(({ samples }) => samples.length > 0).map(({ name, help, samples }) =>
    [
      `# HELP ${name} ${escapeText(help)}`,
      `# TYPE ${name} gauge`,
      ...samples.map(({ labels, value }) => `${name}${formatLabels(labels)} ${formatValue(value)}`),
    ].map((line) => `${line}\n`).join("")
  ).join("");
}

function formatLabels(labels: Sample["labels"]): string {
  const pairs = Object.entries(labels).map(([name, value]) =>
    `${name}="${escapeText(value).replaceAll('"', '\\"')}"`
  );
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeText(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function formatValue(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}
