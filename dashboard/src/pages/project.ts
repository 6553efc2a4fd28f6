/**
 * Who runs what: schedules, access and the operator.
 * One file is fetched for all.
 */
export { SchedulesPage } from "./schedules/schedules.tsx";
export { Access } from "./access/access.tsx";
export { Operator } from "./operator/operator.tsx";
