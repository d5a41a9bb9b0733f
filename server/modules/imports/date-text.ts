import type { DateForm } from './import-map.ts';
import { textOf } from './read-value.ts';
import { quoted, RowProblem } from './row-problem.ts';

const forms: Record<'DD/MM/YYYY' | 'MM/DD/YYYY' | 'YYYY/MM/DD', { pattern: RegExp; order: [number, number, number] }> =
  {
    'DD/MM/YYYY': { pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, order: [3, 2, 1] },
    'MM/DD/YYYY': { pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, order: [3, 1, 2] },
    'YYYY/MM/DD': { pattern: /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/, order: [1, 2, 3] },
  };

/** A moment as the map says it is written; days are taken at midnight UTC. Refuses what is not a day, and the future. */
export function parseDate(value: unknown, form: DateForm, now: number, field: string): Date {
  const text = textOf(value, field);
  const at = readMoment(text, form);
  if (at === null || Number.isNaN(at)) throw new RowProblem(field, `${quoted(value)} is not a date (${form})`);
  // A day of tolerance: files are written in other time zones.
  if (at > now + 24 * 3600 * 1000) throw new RowProblem(field, `${quoted(value)} is in the future`);
  if (at < 0) throw new RowProblem(field, `${quoted(value)} is before 1970`);
  return new Date(Math.min(at, now));
}

function readMoment(text: string, form: DateForm): number | null {
  if (form === 'unix' || form === 'unix-ms') {
    if (!/^\d{1,13}(\.\d+)?$/.test(text)) return null;
    return Math.floor(Number(text) * (form === 'unix' ? 1000 : 1));
  }
  if (form === 'iso') {
    const isIso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text);
    if (!isIso || !isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))) return null;
    const hasZone = text.length <= 10 || /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10));
    return Date.parse(`${text.replace(' ', 'T')}${hasZone ? '' : 'Z'}`);
  }
  const { pattern, order } = forms[form];
  const match = pattern.exec(text);
  if (!match) return null;
  const [year, month, day] = order.map((index) => Number(match[index])) as [number, number, number];
  return isDay(year, month, day) ? Date.UTC(year, month - 1, day) : null;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
