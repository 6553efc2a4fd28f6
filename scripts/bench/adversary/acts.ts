/** What can happen in a sequence, as data: a failing sequence can be made smaller and read. */
import fc from "fast-check";
import { type Persona, PERSONAS } from "./world.ts";

/** One thing that happens. Numbers choose among what there is, counted round. */
export type Act =
  | { readonly kind: "emails come"; readonly to: number; readonly count: number }
  | { readonly kind: "tick" }
  | { readonly kind: "request is answered" }
  | { readonly kind: "request is lost" }
  | { readonly kind: "claim"; readonly run: number; readonly limit: number }
  | { readonly kind: "settle"; readonly claim: number; readonly failing: boolean }
  | { readonly kind: "finish"; readonly run: number }
  | { readonly kind: "run dies"; readonly run: number }
  | { readonly kind: "time passes"; readonly seconds: number }
  | { readonly kind: "statement"; readonly persona: Persona; readonly statement: number }
  | { readonly kind: "hold"; readonly persona: Persona; readonly lock: number }
  | { readonly kind: "let go"; readonly commit: boolean }
  | { readonly kind: "odd email"; readonly email: number };

const index = fc.nat(9);
const persona = fc.constantFrom(...PERSONAS);
const act = <K extends Act["kind"]>(kind: K) => ({ kind: fc.constant(kind) });

const ACTS: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Act> }[] = [
  {
    weight: 3,
    arbitrary: fc.record({
      ...act("emails come"),
      to: index,
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...act("tick") }) },
  { weight: 3, arbitrary: fc.record({ ...act("request is answered") }) },
  { weight: 1, arbitrary: fc.record({ ...act("request is lost") }) },
  {
    weight: 4,
    arbitrary: fc.record({ ...act("claim"), run: index, limit: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...act("settle"),
      claim: index,
      failing: fc.constantFrom(false, false, true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...act("finish"), run: index }) },
  { weight: 1, arbitrary: fc.record({ ...act("run dies"), run: index }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...act("time passes"),
      seconds: fc.constantFrom(1, 31, 61, 400, 1_900),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ ...act("statement"), persona, statement: fc.nat(9_999) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...act("hold"),
      persona: fc.constantFrom("member", "member", "viewer", "stranger"),
      lock: index,
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...act("let go"), commit: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ ...act("odd email"), email: index }) },
];

/** Emails are there and a run goes on, so that every sequence begins with something to disturb. */
const BEGINNING: readonly Act[] = [
  { kind: "emails come", to: 0, count: 2 },
  { kind: "emails come", to: 1, count: 2 },
  { kind: "odd email", email: 2 },
  { kind: "tick" },
  { kind: "request is answered" },
  { kind: "claim", run: 0, limit: 9 },
];

/** Sequences of acts, all with the same beginning. */
export function arbitraryActs(most: number): fc.Arbitrary<readonly Act[]> {
  return fc.array(fc.oneof(...ACTS), { minLength: 4, maxLength: most, size: "max" })
    .map((acts) => [...BEGINNING, ...acts]);
}
