/** A chart of stacked bars, and the same as a table. */
import { WideTable } from "./wide_table.tsx";

/** One bar; `href` leads to what it counts. */
export interface Bar {
  readonly label: string;
  readonly href?: string;
  readonly amounts: Readonly<Record<string, number>>;
}

/** What the parts of bars are called, in the order in which they are stacked. */
export interface BarPart {
  readonly name: string;
  readonly words: string;
}

const HEIGHT = 100;
const PITCH = 10;

export function Bars({ caption, bars, parts, format }: {
  readonly caption: string;
  readonly bars: readonly Bar[];
  readonly parts: readonly BarPart[];
  format(amount: number): string;
}) {
  const shown = parts.filter(({ name }) => bars.some(({ amounts }) => (amounts[name] ?? 0) > 0));
  const most = Math.max(0, ...bars.map(({ amounts }) => sum(amounts)));
  return (
    <figure class="bars">
      <figcaption>{caption}</figcaption>
      <div class="chart">
        <svg
          role="img"
          aria-label={`${caption}, at most ${format(most)}. The table below has the numbers.`}
          viewBox={`0 0 ${Math.max(bars.length, 1) * PITCH} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          {bars.map((bar, at) =>
            stack(bar, shown, most).map(({ part, y, height, name }) => (
              <rect
                key={`${at} ${name}`}
                class={`part p${part} ${name}`}
                x={at * PITCH + 1}
                y={y}
                width={PITCH - 2}
                height={height}
              />
            ))
          )}
        </svg>
        {/* For a mouse; the table has the same links for everybody. */}
        <div class="hits" aria-hidden="true">
          {bars.map((bar) => (
            <a key={bar.label} href={bar.href} tabIndex={-1} title={describe(bar)} />
          ))}
        </div>
      </div>
      <p class="axis note">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </p>
      <ul class="legend">
        {shown.map(({ name, words }) => (
          <li key={name}>
            <svg viewBox="0 0 1 1" aria-hidden="true">
              <rect
                class={`part p${parts.findIndex((one) => one.name === name)} ${name}`}
                width="1"
                height="1"
              />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <Table caption={caption} bars={bars} shown={shown} format={format} />
    </figure>
  );

  function describe({ label, amounts }: Bar): string {
    const said = shown.flatMap(({ name, words }) =>
      (amounts[name] ?? 0) > 0 ? [`${format(amounts[name] ?? 0)} ${words}`] : []
    );
    return `${label}: ${said.join(", ") || "none"}`;
  }

  function stack({ amounts }: Bar, names: readonly BarPart[], top: number) {
    let up = 0;
    return names.flatMap(({ name }) => {
      const height = top > 0 ? (amounts[name] ?? 0) / top * HEIGHT : 0;
      up += height;
      const part = parts.findIndex((one) => one.name === name);
      return height > 0 ? [{ part, name, y: HEIGHT - up, height }] : [];
    });
  }
}

function Table({ caption, bars, shown, format }: {
  readonly caption: string;
  readonly bars: readonly Bar[];
  readonly shown: readonly BarPart[];
  format(amount: number): string;
}) {
  const filled = bars.filter(({ amounts }) => sum(amounts) > 0);
  return (
    <details>
      <summary>As a table</summary>
      <WideTable>
        <table aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">When</th>
              {shown.map(({ name, words }) => <th key={name} scope="col" class="number">{words}
              </th>)}
            </tr>
          </thead>
          <tbody>
            {filled.map(({ label, href, amounts }) => (
              <tr key={label}>
                <th scope="row">{href === undefined ? label : <a href={href}>{label}</a>}</th>
                {shown.map(({ name }) => (
                  <td key={name} class="number">{format(amounts[name] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}

function sum(amounts: Readonly<Record<string, number>>): number {
  return Object.values(amounts).reduce((all, amount) => all + amount, 0);
}
