import { buildDashboard } from "../../dashboard/build.ts";
import { measureSizes } from "../../dashboard/sizes.ts";
import { type Benchmark, limit } from "../benchmark.ts";

/** What a browser fetches for the dashboard, and how long it takes to build. */
export const dashboardSize: Benchmark = {
  name: "dashboard-size",
  summary: "bytes of the dashboard's scripts and styles, compressed, and the time of its build",
  async run({ say }) {
    const folder = await Deno.makeTempDir({ prefix: "nightshift-size-" });
    try {
      say("Building …");
      const startedAt = performance.now();
      await buildDashboard(folder);
      const seconds = (performance.now() - startedAt) / 1_000;
      const { firstPageJs, signInJs, allJs, css } = await measureSizes(folder);
      const figures = {
        first_page_js_kb: inKb(firstPageJs),
        with_sign_in_js_kb: inKb(signInJs),
        all_js_kb: inKb(allJs),
        css_kb: inKb(css),
        build_seconds: Math.round(seconds * 10) / 10,
      };
      return {
        figures,
        goals: [
          limit("first_page_js_kb", figures.first_page_js_kb, "<=", 60),
          limit("all_js_kb", figures.all_js_kb, "<=", 110),
          limit("css_kb", figures.css_kb, "<=", 12),
          limit("build_seconds", figures.build_seconds, "<=", 3),
        ],
        software: { compression: "gzip -9" },
        n: allJs,
      };
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
};

function inKb(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
