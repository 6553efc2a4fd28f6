import cliProgress from "cli-progress";
import type { IntakeCounts } from "./intake_report.ts";

/** A bar on stderr: emails done, of all. */
export interface ProgressBar {
  update(counts: IntakeCounts): void;
  stop(): void;
}

/** What is used of cli-progress, which has no types of its own. */
interface SingleBar {
  start(total: number, value: number, payload: object): void;
  update(value: number, payload: object): void;
  stop(): void;
}

/** Shows a bar from 0 to `total` until `stop`. */
export function startProgressBar(total: number): ProgressBar {
  const bar: SingleBar = new cliProgress.SingleBar({
    format: "Importing [{bar}] {value}/{total} emails, {refused} rejected",
    hideCursor: true,
  }, cliProgress.Presets.rect);
  bar.start(total, 0, { refused: 0 });
  return {
    update: ({ offered, refused }) => bar.update(offered, { refused }),
    stop: () => bar.stop(),
  };
}
