import { z } from "zod";
import {
  findPrice,
  quotePrices,
} from "../../supabase/functions/continuous-intelligence/analyzers/llm/prices/prices.ts";
import type {
  ChosenModel,
  PriceOverride,
} from "../../supabase/functions/continuous-intelligence/analyzers/models.ts";
import type { Providers } from "../../supabase/functions/_shared/platform/env.ts";

/** Runs one query on the project's database as `postgres`. */
export type Query = (sql: string) => Promise<readonly unknown[]>;

/** Base URLs of the providers that the functions have a key or an address for; null without. */
export interface KnownProviders {
  readonly anthropic: string | null;
  readonly openaiCompatible: string | null;
}

/** A model that a workspace or the project chose, and all that it still lacks. */
export interface ModelReport extends ChosenModel {
  /** The workspace's name; null for the project's default. */
  readonly workspace: string | null;
  /** What is missing and how to add it, a sentence each; empty when emails can be read. */
  readonly gaps: readonly string[];
}

const CHOICES = `
  select w.name as workspace, c.analyzer, c.model,
    (select count(*)::integer from nightshift.list_budgets(now(), c.workspace_id)) as budgets,
    (select coalesce(bool_or(b.paused), false)
     from nightshift.list_budgets(now(), c.workspace_id) b) as is_paused,
    (select min(b.limit_usd - b.spent_usd - b.reserved_usd)::float8
     from nightshift.list_budgets(now(), c.workspace_id) b) as left_usd
  from public.analyzer_choices c
  left join public.workspaces w on w.id = c.workspace_id
  where c.analyzer <> 'rules'
  order by w.name nulls first, c.id`;

const PRICES = `
  select model, input_usd_per_million::float8 as "inputUsdPerMillion",
    cached_input_usd_per_million::float8 as "cachedInputUsdPerMillion",
    output_usd_per_million::float8 as "outputUsdPerMillion"
  from public.model_prices`;

const choicesSchema = z.array(z.object({
  workspace: z.string().nullable(),
  analyzer: z.enum(["anthropic", "openai-compatible"]),
  model: z.string(),
  budgets: z.number(),
  is_paused: z.boolean(),
  left_usd: z.number().nullable(),
}));
type Choice = z.output<typeof choicesSchema>[number];

const pricesSchema = z.array(z.object({
  model: z.string(),
  inputUsdPerMillion: z.number(),
  cachedInputUsdPerMillion: z.number(),
  outputUsdPerMillion: z.number(),
}));

/** Everything that each model in use lacks, at once. */
export async function listModelGaps(query: Query, known: KnownProviders): Promise<ModelReport[]> {
  const choices = choicesSchema.parse(await query(CHOICES));
  const overrides = pricesSchema.parse(await query(PRICES));
  return await Promise.all(choices.map(async (choice) => ({
    workspace: choice.workspace,
    analyzer: choice.analyzer,
    model: choice.model,
    gaps: [
      ...listProviderGaps(choice, known),
      ...await listPriceGaps(choice, overrides, known),
      ...listBudgetGaps(choice),
    ],
  })));
}

function listProviderGaps({ analyzer }: Choice, known: KnownProviders): string[] {
  if (analyzer === "anthropic") {
    return known.anthropic === null ? ["The functions have no key. Set ANTHROPIC_API_KEY."] : [];
  }
  return known.openaiCompatible === null
    ? [
      "The functions do not know the provider. Set OPENAI_COMPATIBLE_BASE_URL, and " +
      "OPENAI_COMPATIBLE_API_KEY where the provider wants a key.",
    ]
    : [];
}

async function listPriceGaps(
  choice: Choice,
  overrides: readonly PriceOverride[],
  known: KnownProviders,
): Promise<string[]> {
  const providers = pretendKeys(known);
  const clock = () => new Date();
  if (await findPrice(choice, overrides, providers, clock) === null) {
    const isUnknown = choice.analyzer === "openai-compatible" && known.openaiCompatible === null;
    return [
      `No price is known for ${choice.model}${
        isUnknown ? " while its provider is unknown" : ""
      }. ` +
      "Put one into public.model_prices, 0 for a model of your own.",
    ];
  }
  const [quote] = await quotePrices({ models: [choice], overrides }, providers, clock);
  const usd = quote?.usdPerMail ?? 0;
  if (choice.left_usd === null || choice.left_usd >= usd) return [];
  return [
    `The budget leaves ${choice.left_usd} USD, less than the ${usd} USD that one email may cost. ` +
    "Raise it in public.workspace_budgets.",
  ];
}

function listBudgetGaps({ budgets, is_paused: isPaused }: Choice): string[] {
  if (budgets === 0) return ["There is no budget. Put one into public.workspace_budgets."];
  return isPaused ? ["The budget is paused. Set paused to false in public.workspace_budgets."] : [];
}

/** Prices depend on base URLs only. A key that is missing is a gap of its own. */
function pretendKeys({ openaiCompatible: baseUrl }: KnownProviders): Providers {
  return {
    anthropic: { apiKey: "-", baseUrl: "https://api.anthropic.com" },
    openaiCompatible: baseUrl === null ? null : { apiKey: null, baseUrl, reasoningEffort: null },
  };
}

/** The reports for a person. */
export function describeModels(reports: readonly ModelReport[]): string {
  if (reports.length === 0) {
    return "No workspace has chosen a model, so the rules read all emails (docs/guides/models.md).";
  }
  return reports.flatMap(({ workspace, analyzer, model, gaps }) => [
    `${workspace ?? "All workspaces without a choice"}: ${analyzer}, ${model}`,
    ...gaps.length === 0 ? ["  Nothing is missing."] : gaps.map((gap) => `  - ${gap}`),
  ]).join("\n");
}
