import { countFits, FEWEST_REPORTS, type FitCounts, type FitReport, groupReports } from './fit-report.ts';
import { compareSizes, readSize, sizeLabel } from './size-label.ts';

/** How one size turns out; `size` is a label ("M", "US 8"). */
export type SizeFit = { size: string; counts: FitCounts };

/** How it turns out for owners of `fromCm` to `toCm` centimetres, both included. */
export type BandFit = { fromCm: number; toCm: number; counts: FitCounts };

export type FitSummary = { overall: FitCounts; bySize: SizeFit[]; byHeight: BandFit[] };

const BAND_CM = 10;

/**
 * How a style fits: of all who report it, by the size they bought (smallest first) and by their height in bands of ten
 * centimetres (lowest first). A group of fewer than three reports is left out; under three in all there is no summary.
 * Counts are plain counts, so that each can be recounted from the reviews.
 */
export function summariseFit(reports: readonly FitReport[]): FitSummary | null {
  if (reports.length < FEWEST_REPORTS) return null;
  const sizes = new Map(
    reports.flatMap(({ size }) => {
      if (size === null || size.trim() === '') return [];
      const read = readSize(size);
      return [[size, { read, label: sizeLabel(read) }] as const];
    }),
  );
  const labelled = new Map([...sizes.values()].map(({ read, label }) => [label, read]));
  const bySize = groupReports(reports, ({ size }) => (size === null ? null : (sizes.get(size)?.label ?? null)))
    .sort((a, b) => compareSizes(labelled.get(a.key)!, labelled.get(b.key)!))
    .map(({ key, reports: group }) => ({ size: key, counts: countFits(group) }));
  const byHeight = groupReports(reports, ({ heightCm }) =>
    heightCm === null ? null : Math.floor(heightCm / BAND_CM) * BAND_CM,
  )
    .sort((a, b) => a.key - b.key)
    .map(({ key, reports: group }) => ({ fromCm: key, toCm: key + BAND_CM - 1, counts: countFits(group) }));
  return { overall: countFits(reports), bySize, byHeight };
}
