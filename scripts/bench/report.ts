import type { Figures, Goal } from "./benchmark.ts";

/** Figures as indented lines for a person. */
export function describeFigures(figures: Figures, indent = "  "): string {
  return Object.entries(figures).map(([name, value]) =>
    typeof value === "number"
      ? `${indent}${name.padEnd(28)} ${formatFigure(value)}`
      : isFlat(value)
      ? `${indent}${name.padEnd(28)} ${describeRow(value)}`
      : `${indent}${name}\n${describeFigures(value, `${indent}  `)}`
  ).join("\n");
}

/** Goals as lines for a person, those that do not hold marked. */
export function describeGoals(goals: readonly Goal[]): string {
  return goals.map(({ name, goal, value, holds }) =>
    `  ${holds ? "holds" : "FAILS"}  ${name.padEnd(44)} ${goal.padEnd(8)} measured ${
      formatFigure(value)
    }`
  ).join("\n");
}

function isFlat(figures: Figures): figures is Readonly<Record<string, number>> {
  return Object.values(figures).every((value) => typeof value === "number");
}

function describeRow(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures).map(([name, value]) => `${name} ${formatFigure(value)}`).join(
    "   ",
  );
}

/** Three digits that say something; `--json` has them all. */
function formatFigure(value: number): string {
  const rounding = Math.abs(value) < 1
    ? { maximumSignificantDigits: 3 }
    : { maximumFractionDigits: 3 };
  return value.toLocaleString("en", rounding);
}
