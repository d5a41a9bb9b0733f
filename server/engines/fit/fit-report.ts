export type Fit = 'small' | 'true' | 'large';

/** What one owner reports: how the piece fits, the size they bought as they wrote it ("US 8"), their height in centimetres. */
export type FitReport = { fit: Fit; size: string | null; heightCm: number | null };

/** How many owners say that it runs small, true to size and large. */
export type FitCounts = Record<Fit, number>;

/** Under this many reports a group says nothing. */
export const FEWEST_REPORTS = 3;

export function countFits(reports: readonly FitReport[]): FitCounts {
  const counts: FitCounts = { small: 0, true: 0, large: 0 };
  for (const { fit } of reports) counts[fit]++;
  return counts;
}

/** Groups that enough owners stand behind, in the order of their first report. */
export function groupReports<Key>(
  reports: readonly FitReport[],
  keyOf: (report: FitReport) => Key | null,
): { key: Key; reports: FitReport[] }[] {
  const groups = new Map<Key, FitReport[]>();
  for (const report of reports) {
    const key = keyOf(report);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(report);
    else groups.set(key, [report]);
  }
  return [...groups]
    .map(([key, group]) => ({ key, reports: group }))
    .filter(({ reports: group }) => group.length >= FEWEST_REPORTS);
}
