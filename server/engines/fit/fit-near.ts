import { countFits, FEWEST_REPORTS, type FitCounts, type FitReport, groupReports } from './fit-report.ts';
import { readSize, sizeLabel } from './size-label.ts';

/**
 * How it turns out for owners about as tall as someone, and the size that most of those bought who call it true to size
 * (`count` of them; null under three, and where two sizes are bought as often).
 */
export type NearbyFit = {
  fromCm: number;
  toCm: number;
  counts: FitCounts;
  mostBought: { size: string; count: number } | null;
};

const REACH_CM = 5;

/** Owners within five centimetres of a height; null under three of them. */
export function fitNear(reports: readonly FitReport[], heightCm: number): NearbyFit | null {
  const fromCm = heightCm - REACH_CM;
  const toCm = heightCm + REACH_CM;
  const near = reports.filter(
    (report) => report.heightCm !== null && report.heightCm >= fromCm && report.heightCm <= toCm,
  );
  if (near.length < FEWEST_REPORTS) return null;
  const content = near.filter(({ fit }) => fit === 'true');
  const [first, second] = groupReports(content, ({ size }) =>
    size === null || size.trim() === '' ? null : sizeLabel(readSize(size)),
  ).sort((a, b) => b.reports.length - a.reports.length);
  const isClear = first !== undefined && first.reports.length !== second?.reports.length;
  return {
    fromCm,
    toCm,
    counts: countFits(near),
    mostBought: isClear ? { size: first.key, count: first.reports.length } : null,
  };
}
