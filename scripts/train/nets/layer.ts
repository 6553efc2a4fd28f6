/** The weights of a layer, and one step of gradient descent (Adam, Kingma and Ba 2015). */

const ADAM = { first: 0.9, second: 0.999, least: 1e-8 };

/** Weights of a layer, with what Adam remembers of their gradients. */
export class Layer {
  readonly gradients: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #decay: number;

  /** @param decay how much the size of the weights counts against errors */
  constructor(readonly weights: Float64Array, decay: number) {
    this.gradients = new Float64Array(weights.length);
    this.#first = new Float64Array(weights.length);
    this.#second = new Float64Array(weights.length);
    this.#decay = decay;
  }

  /** A layer whose weights begin evenly spread within ±width. */
  static begin(count: number, width: number, decay: number, random: () => number): Layer {
    return new Layer(Float64Array.from({ length: count }, () => width * (2 * random() - 1)), decay);
  }

  /**
   * Goes down the gradients of a batch, and forgets them.
   * @param count of steps so far, with this one
   */
  step(rate: number, count: number): void {
    const { weights, gradients } = this;
    const [first, second, decay] = [this.#first, this.#second, this.#decay];
    const firstShare = 1 - ADAM.first ** count;
    const secondShare = 1 - ADAM.second ** count;
    for (let at = 0; at < weights.length; at++) {
      const gradient = (gradients[at] ?? 0) + decay * (weights[at] ?? 0);
      const mean = ADAM.first * (first[at] ?? 0) + (1 - ADAM.first) * gradient;
      const square = ADAM.second * (second[at] ?? 0) + (1 - ADAM.second) * gradient * gradient;
      first[at] = mean;
      second[at] = square;
      weights[at] = (weights[at] ?? 0) -
        rate * (mean / firstShare) / (Math.sqrt(square / secondShare) + ADAM.least);
    }
    gradients.fill(0);
  }
}
