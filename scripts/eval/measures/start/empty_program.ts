// deno-lint-ignore-file no-console -- prints one figure
/** Run by the measure `cold-start`: what the runtime itself costs before any program of ours. */
import { processCpuMs } from "./process_cpu.ts";

console.log(processCpuMs().toFixed(1));
