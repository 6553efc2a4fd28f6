/** Every question of the morning, from the overview to its answer, with the clicks counted. */
import assert from "node:assert/strict";
import { countHands } from "../testing/count_hands.ts";
import { QUESTIONS } from "../testing/questions.ts";
import { keepingSchedules } from "../testing/schedules.ts";
import { visit } from "../testing/with_dashboard.ts";

for (const { question, as, clicks, walk } of QUESTIONS) {
  const way = clicks === 1 ? "1 click" : `${clicks} clicks`;
  visit(
    `${question} (${way} from the overview)`,
    { as },
    (visit) =>
      keepingSchedules(visit, async () => {
        const { page } = visit;
        await page.getByRole("heading", { level: 1 }).waitFor();
        const readHands = await countHands(page);
        await walk(page);
        assert.equal(readHands().clicks, clicks);
      }),
  );
}
