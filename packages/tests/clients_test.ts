import { openPlace } from "./testing/place.ts";
import { registerSurfaceCases } from "./testing/surface_cases.ts";
import { registerWithTaskCases } from "./testing/with_task_cases.ts";

/** One local project for all clients and examples. */
const place = openPlace();

registerSurfaceCases(place);
registerWithTaskCases(place);
