import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '#contract/import';
import { createLanguage } from '#engines/language';
import { createTestApp, type TestApp } from '#testing';
import { readExampleMap } from './example-maps.ts';
import { importFile } from './import-file.ts';
import type { ImportFormat } from './open-import.ts';
import { findOrPlanCloset } from './target-closet.ts';

// Real files of other shops, beside the project where they are at hand.
const folder = path.resolve('../shared/data');
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: there is no ${path.relative('.', folder)} with the files of other shops`);

describe.skipIf(!isThere)('the shipped maps on real files', { timeout: 300_000 }, () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.stop());

  async function run(file: string, format: ImportFormat, map: string): Promise<ImportReport> {
    const { report, isWhole } = await importFile(app.ctx, {
      bytes: createReadStream(path.join(folder, file), { highWaterMark: 256 * 1024 }),
      format,
      map: await readExampleMap(map),
      target: { source: map, closet: await findOrPlanCloset(app.ctx, map, map) },
      language: createLanguage(),
      dryRun: false,
      pictures: null,
    });
    expect(isWhole).toBe(true);
    return report;
  }

  test('every listing of the resale catalogue is taken', async () => {
    const report = await run('catalog-vestiaire/listings.jsonl', 'jsonl', 'vestiaire');
    expect(report).toMatchObject({ rows: 10_420, added: 10_420, refused: 0, problems: [] });
  });

  test('the rows with unquoted commas are reported with their lines, the others taken', async () => {
    const report = await run('catalog-fashion/styles.csv', 'csv', 'fashion-styles');
    expect(report.refused).toBe(22);
    expect(report.problems.every(({ line, reason }) => line > 1 && reason.includes('10 columns'))).toBe(true);
    expect(report.added).toBe(report.rows - 22);
  });

  test('descriptions without ids are taken once each', async () => {
    const report = await run('catalog-fashion/descriptions.csv', 'csv', 'fashion-descriptions');
    expect(report.refused).toBe(0);
    expect(report.added + report.unchanged).toBe(report.rows);
  });

  test('reviews and questions are taken with the products they are about', async () => {
    const reviews = await run('reviews-womens-clothing/reviews.jsonl', 'jsonl', 'womens-reviews');
    expect(reviews).toMatchObject({ rows: 11_260, refused: 0 });
    const questions = await run('qa-amazon-clothing/qa.jsonl', 'jsonl', 'amazon-questions');
    expect(questions).toMatchObject({ rows: 22_068, refused: 0 });
  });
});
