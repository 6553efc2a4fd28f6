import assert from "node:assert/strict";

type Labelled = readonly [labels: Readonly<Record<string, string>>, value: number];

const NAME = /^[a-zA-Z_:][\w:]*$/;
const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /^([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\n"])*)"(?:,(?!$)|$)/;
const VALUE = /^(?:NaN|[+-]Inf|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i;
/** Units that a name must not have: Prometheus keeps to seconds, bytes and ratios. */
const OTHER_UNIT = /_(?:ms|milliseconds|minutes|hours|days|percent|kb|mb)$/;

/**
 * Reads Prometheus' text format 0.0.4, more strictly than Prometheus: every metric has its help,
 * then its type, then its samples in one group, each set of labels once.
 * @throws {assert.AssertionError} says which line breaks the format
 */
export function readMetricsText(text: string): ReadonlyMap<string, readonly Labelled[]> {
  assert.ok(text.endsWith("\n"), "the last line ends with a line feed");
  const metrics = new Map<string, Labelled[]>();
  let current = "";
  let isTyped = false;
  for (const line of text.slice(0, -1).split("\n")) {
    const [sign, word, name = "", ...rest] = line.split(" ");
    if (sign === "#" && word === "HELP") {
      assert.match(name, NAME, line);
      assert.doesNotMatch(name, OTHER_UNIT, line);
      assert.ok(!metrics.has(name), `${name} comes twice`);
      assert.doesNotMatch(rest.join(" "), /\\(?![\\n])/, `a loose backslash: ${line}`);
      assert.ok(rest.length > 0, `${name} is explained`);
      metrics.set(name, []);
      [current, isTyped] = [name, false];
    } else if (sign === "#") {
      assert.equal(line, `# TYPE ${current} gauge`);
      [isTyped] = [true];
    } else {
      assert.ok(isTyped, `no type before ${line}`);
      const [, of = "", labels = "", value = ""] = LINE.exec(line) ?? assert.fail(line);
      assert.equal(of, current, `outside its group: ${line}`);
      assert.match(value, VALUE, line);
      const sample: Labelled = [readLabels(labels), Number(value)];
      const others = metrics.get(current) ?? [];
      for (const [known] of others) assert.notDeepEqual(known, sample[0], `twice: ${line}`);
      metrics.set(current, [...others, sample]);
    }
  }
  for (const [name, samples] of metrics) assert.ok(samples.length > 0, `${name} has no sample`);
  return metrics;
}

function readLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== "";) {
    const [whole, name = "", value = ""] = LABEL.exec(rest) ?? assert.fail(`labels: ${rest}`);
    assert.ok(!(name in labels), `the label ${name} comes twice`);
    labels[name] = value.replaceAll(/\\(.)/g, (_, sign) => sign === "n" ? "\n" : sign);
    rest = rest.slice(whole.length);
  }
  return labels;
}
