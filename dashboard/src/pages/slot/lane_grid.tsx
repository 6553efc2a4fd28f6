/** The lanes of a slot, as HTML on a grid; phones get the list below it instead. */
import type { ComponentChildren } from "preact";
import { type LaneGrid, LANES, layLanes } from "./lanes.ts";
import type { Story } from "./shapes.ts";

/** The first column and the first row have the names. */
const NAMES = 1;

export function Lanes({ story }: { readonly story: Story }) {
  const grid = layLanes(story);
  const rows = NAMES + LANES.reduce((sum, lane) => sum + grid.rows[lane], 0);
  return (
    <div class="lanes-frame" role="group" aria-label="Lanes" tabIndex={0}>
      <div
        class="lanes"
        role="img"
        aria-label="Who did what when. The list below says the same."
        style={{ gridTemplateColumns: `7.5rem ${grid.columns.map(writeWidth).join(" ")}` }}
      >
        {grid.columns.map(({ label, isFold }, at) => (
          <Cell
            key={at}
            name={isFold ? "fold" : "time"}
            column={`${at + 1 + NAMES}`}
            row={isFold ? `1 / ${rows + 1}` : "1"}
          >
            {isFold ? `${label} …` : label}
          </Cell>
        ))}
        {LANES.map((lane) => (
          <Cell key={lane} name="name" column="1 / -1" row={findRows(grid, lane)}>{lane}</Cell>
        ))}
        {grid.marks.map(({ lane, row, start, end, words, isBad }, at) => (
          <Cell
            key={at}
            name={isBad ? "mark bad" : "mark"}
            column={`${start + NAMES} / ${end + NAMES}`}
            row={`${findFirstRow(grid, lane) + row}`}
          >
            {words}
          </Cell>
        ))}
      </div>
    </div>
  );
}

function writeWidth({ isFold }: LaneGrid["columns"][number]): string {
  return isFold ? "4rem" : "minmax(5.5rem, 1fr)";
}

function Cell({ name, column, row, children }: {
  readonly name: string;
  readonly column: string;
  readonly row: string;
  readonly children: ComponentChildren;
}) {
  return <span class={name} style={{ gridColumn: column, gridRow: row }}>{children}</span>;
}

function findFirstRow(grid: LaneGrid, lane: (typeof LANES)[number]): number {
  const before = LANES.slice(0, LANES.indexOf(lane));
  return 1 + NAMES + before.reduce((sum, one) => sum + grid.rows[one], 0);
}

function findRows(grid: LaneGrid, lane: (typeof LANES)[number]): string {
  const first = findFirstRow(grid, lane);
  return `${first} / ${first + grid.rows[lane]}`;
}
