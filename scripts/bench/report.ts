import type { Figures, Goal } from "./benchmark.ts";

/** Figures as indented lines for a person. */
export function describeFigures(figures: Figures, indent = "  "): string {
  return Object.entries(figures).map(([name, value]) =>
    typeof value === "number"
      ? `${indent}${name.padEnd(28)} ${value.toLocaleString("en")}`
      : isFlat(value)
      ? `${indent}${name.padEnd(28)} ${describeRow(value)}`
      : `${indent}${name}\n${describeFigures(value, `${indent}  `)}`
  ).join("\n");
}

/** Goals as lines for a person, those that do not hold marked. */
export function describeGoals(goals: readonly Goal[]): string {
  return goals.map(({ name, goal, value, holds }) =>
    `  ${holds ? "holds" : "FAILS"}  ${name.padEnd(44)} ${goal.padEnd(8)} measured ${value}`
  ).join("\n");
}

function isFlat(figures: Figures): boolean {
  return Object.values(figures).every((value) => typeof value === "number");
}

function describeRow(figures: Figures): string {
  return Object.entries(figures).map(([name, value]) => `${name} ${value}`).join("   ");
}
