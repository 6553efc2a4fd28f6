/** Fits a net of one hidden layer to inputs. */
import type { Net } from "../../../supabase/functions/_email/model/nets/net.ts";
import { createRandom } from "../../lib/random.ts";
import { addGradients, beginNet, type Lesson } from "./back_propagation.ts";
import { descend, type Descent } from "./descend.ts";

/** How it is fitted. */
export interface NetFit extends Omit<Descent, "firstRate"> {
  /** Units of the hidden layer. */
  readonly hidden: number;
}

const FIRST_RATE = 0.004;
const SEED = 1;

/**
 * A net with an output for each truth. Equal examples give equal weights.
 * @param examples with inputs of one length, one of them always 1
 * @throws {TypeError} without an example
 */
export function fitNet(examples: readonly Lesson[], { hidden, ...descent }: NetFit): Net {
  const [first] = examples;
  if (first === undefined) throw new TypeError("A net is fitted to at least one example.");
  const random = createRandom(SEED);
  const shape = { inputs: first.inputs.length, hidden, outputs: first.truths.length };
  const fitted = beginNet(shape, random);
  descend(
    examples,
    [fitted.into, fitted.outOf],
    { ...descent, firstRate: FIRST_RATE },
    (example, share) => addGradients(fitted, example, share),
    random,
  );
  return fitted.net;
}
