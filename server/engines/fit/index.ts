/** The fit engine: how a style's sizes turn out, by what its owners report. Pure; see `summariseFit`. */

export { fitNear, type NearbyFit } from './fit-near.ts';
export type { Fit, FitCounts, FitReport } from './fit-report.ts';
export { type BandFit, type FitSummary, type SizeFit, summariseFit } from './summarise-fit.ts';
