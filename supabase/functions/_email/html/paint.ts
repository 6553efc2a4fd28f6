/** The colours that text is written with and on, element by element. */
import type { Look } from "./hidden_style.ts";
import { BLACK, type Color, isInvisible, WHITE } from "./style_color.ts";

interface Painted {
  readonly name: string;
  /** How many elements of this name are open inside, itself included. */
  open: number;
  readonly color: Color;
  readonly background: Color;
}

/** Follows the start and end tags of a mail. */
export interface Paint {
  start(name: string, look: Look): void;
  end(name: string): void;
  /** Text at this place cannot be told from what it stands on. */
  hidesText(): boolean;
}

/** Deeper layers of colour are not followed. */
const MAX_LAYERS = 200;

/** @param ground what the page itself is coloured with */
export function createPaint(ground: Color = WHITE): Paint {
  const layers: Painted[] = [{ name: "", open: 1, color: BLACK, background: ground }];
  const top = () => layers.at(-1) ?? { color: BLACK, background: ground };
  return {
    start(name, look) {
      const last = layers.at(-1);
      // Links have a colour of their own.
      const color = look.color ?? (name === "a" ? "unknown" : null);
      if (color === null && look.background === null || layers.length >= MAX_LAYERS) {
        if (last?.name === name) last.open++;
        return;
      }
      layers.push({
        name,
        open: 1,
        color: color ?? top().color,
        background: look.background ?? top().background,
      });
    },
    end(name) {
      const last = layers.at(-1);
      if (last?.name !== name) return;
      last.open--;
      if (last.open === 0) layers.pop();
    },
    hidesText: () => isInvisible(top().color, top().background),
  };
}
