/**
 * The overview and the stories of scheduled times: what most people open first.
 * One file is fetched for all.
 */
export { Overview } from "./overview/overview.tsx";
export { SlotPage } from "./slot/slot.tsx";
