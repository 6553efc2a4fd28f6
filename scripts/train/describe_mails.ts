/** How good were the nets on emails left out of their fit? */
import { scoreCounts } from "../eval/judges/score.ts";
import type { MailVerdict } from "./judge_mails.ts";

/** A clause about emails, and one about their sentences. */
export function describeMails(
  verdicts: readonly MailVerdict[],
): { readonly email: string; readonly sentence: string } {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const share = (isRight: (verdict: MailVerdict) => boolean) =>
    percent(verdicts.filter(isRight).length / verdicts.length);
  const f1 = (field: "actionItems" | "painPoints") =>
    percent(scoreCounts(verdicts.map((verdict) => verdict[field])).f1);
  return {
    email: `intent right in ${share(({ isIntentRight }) => isIntentRight)}, reply in ${
      share(({ isReplyRight }) => isReplyRight)
    }`,
    sentence: `action items F1 ${f1("actionItems")}, pain points F1 ${f1("painPoints")}`,
  };
}
