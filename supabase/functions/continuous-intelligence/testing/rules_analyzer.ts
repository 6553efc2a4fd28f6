import { prepareToRead } from "../../_email/mod.ts";
import type { Analyzer } from "../analyzers/analyzer.ts";
import { analyzeInTime } from "../analyzers/rules.ts";

/** The rules as an analyzer; it makes no calls and costs nothing. */
export function createRulesAnalyzer(): Analyzer {
  return {
    quote: null,
    analyze: async (emails, { reading }) => {
      await prepareToRead(emails);
      return { analyses: await analyzeInTime(emails, reading), calls: [] };
    },
  };
}
