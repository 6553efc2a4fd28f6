// deno-lint-ignore-file no-console -- a skipped test says why
import { registerActionCases } from "../../examples/testing/action_cases.ts";
import { registerGuideCases } from "../../examples/testing/guide_cases.ts";
import { registerHandlerCases } from "../../examples/testing/handler_cases.ts";
import { registerN8nCases } from "../../examples/testing/n8n_cases.ts";
import { registerShellCases } from "../../examples/testing/shell_cases.ts";
import { findPython, has, openPlace } from "./testing/place.ts";
import { registerPythonCases } from "./testing/python_cases.ts";
import { registerRuntimeCases } from "./testing/runtime_cases.ts";
import { registerSurfaceCases } from "./testing/surface_cases.ts";
import { registerWithTaskCases } from "./testing/with_task_cases.ts";
import { registerWrapperCases } from "./testing/wrapper_cases.ts";

/** One local project for all clients and examples. */
const place = openPlace();

const hasPython = await findPython();
if (!hasPython) console.warn("The Python module is not tested: there is no python3. Install it.");

registerSurfaceCases(place);
registerWithTaskCases(place);
registerPythonCases(place, !hasPython);
registerWrapperCases(place, !hasPython);
registerRuntimeCases(place);
const hasCurl = await has("curl");
registerShellCases(place, !hasCurl);
registerGuideCases(place, !hasCurl || !hasPython);
registerActionCases(place, !hasPython);
registerN8nCases(place);
registerHandlerCases(place);
