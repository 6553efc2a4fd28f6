/**
 * Tasks and what they cost.
 * One file is fetched for all.
 */
export { Tasks } from "./tasks/tasks.tsx";
export { Costs } from "./costs/costs.tsx";
export { Task } from "./task/task.tsx";
