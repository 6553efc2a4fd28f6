import type { TokenUsage } from "../model.ts";

/** The price of one model. */
export interface ModelPrice {
  /** Which price it is: `override:MODEL`, or version, provider and model of the price list. */
  readonly priceId: string;
  /** USD, rounded up to 8 decimals. */
  costUsd(usage: TokenUsage): number;
}

/**
 * To 8 decimals, as the ledger keeps it; what binary fractions add at the tenth digit is no cost.
 */
export function roundUp(usd: number): number {
  return Math.ceil(Math.round(usd * 1e10) / 100) / 1e8;
}
