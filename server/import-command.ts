import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ImportReport, importFormats } from '#contract/import';
import { createLanguage } from '#engines/language';
import { loadKnowledge } from '#knowledge';
import {
  fetchLimits,
  findOrPlanCloset,
  handleFrom,
  type ImportMap,
  importFile,
  mapFor,
  parseMapText,
} from '#modules/imports';
import { systemClock } from '#platform/clock';
import { findProjectRoot, readConfig } from '#platform/config';
import type { Ctx } from '#platform/context';
import { connectDatabase, migrate, startEmbeddedPostgres } from '#platform/database';
import { AppError } from '#platform/errors';
import { createLog } from '#platform/log';
import { createOutbox } from '#platform/outbox';
import { describeFailure } from './describe-failure.ts';

const usage = `Usage: vitrine import FILE --format ${importFormats.join('|')} [options]

  --format FORMAT     jsonl, csv, shopify (product export), google (Merchant feed, XML or text)
  --map FILE          which fields become which of ours (docs/importing.md); examples: docs/import-examples/
  --closet HANDLE     the closet listings go into; opened if there is none (default: the source's name)
  --source NAME       what the rows are known by: importing (source, id) again updates (default: the file's name)
  --images            fetch pictures, from http(s) addresses and from files beside FILE
  --private-addresses with --images: also from addresses that are not on the public internet
  --dry-run           check everything and save nothing
  --json              print the report as JSON
`;

const done = 0;
const failed = 1;
const badUsage = 2;

class UsageError extends Error {}

/** `vitrine import`: into the database of DATA_DIR or DATABASE_URL, beside a running server or without one. */
export async function runImport(args: string[]): Promise<number> {
  try {
    const options = await readOptions(args);
    if (!options) {
      process.stdout.write(usage);
      return done;
    }
    return await withDatabase((ctx) => importInto(ctx, options));
  } catch (error) {
    const isOurs = error instanceof UsageError || error instanceof AppError;
    process.stderr.write(`${isOurs ? error.message : describeFailure(error, dataDir())}\n`);
    if (error instanceof UsageError) process.stderr.write(`\n${usage}`);
    return isOurs ? badUsage : failed;
  }
}

type Options = {
  file: string;
  format: (typeof importFormats)[number];
  map: ImportMap | null;
  closet: string;
  source: string;
  images: boolean;
  allowPrivate: boolean;
  dryRun: boolean;
  json: boolean;
};

async function readOptions(args: string[]): Promise<Options | null> {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file to import.');
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) throw new UsageError(`There is no file ${file}.`);
  const format = importFormats.find((name) => name === values.format);
  if (!format) throw new UsageError(`--format must be one of ${importFormats.join(', ')}.`);
  const source = values.source ?? handleFrom(path.basename(file, path.extname(file)));
  if (!/^[a-z0-9][a-z0-9._-]{0,59}$/i.test(source))
    throw new UsageError('--source must be 1 to 60 letters, digits, dots, hyphens and underscores.');
  const closet = values.closet ?? handleFrom(source);
  if (!/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(closet))
    throw new UsageError('--closet must be 3 to 40 letters a-z, digits and hyphens.');
  return {
    file,
    format,
    map: values.map === undefined ? null : await readMap(values.map),
    closet,
    source,
    images: values.images ?? false,
    allowPrivate: values['private-addresses'] ?? false,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        map: { type: 'string' },
        closet: { type: 'string' },
        source: { type: 'string' },
        images: { type: 'boolean' },
        'private-addresses': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function readMap(file: string): Promise<ImportMap> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no map ${file}.`);
  });
  return parseMapText(text);
}

async function importInto(ctx: Ctx, options: Options): Promise<number> {
  const needsCloset = mapFor(options.format, options.map).kind === 'listing';
  const closet = needsCloset ? await findOrPlanCloset(ctx, options.closet, options.closet) : null;
  const folder = path.dirname(path.resolve(options.file));
  const limits = options.allowPrivate ? { ...fetchLimits, mayReach: () => true } : fetchLimits;
  const { report, isWhole } = await importFile(ctx, {
    bytes: createReadStream(options.file, { highWaterMark: 256 * 1024 }),
    format: options.format,
    map: options.map,
    target: { source: options.source, closet },
    language: createLanguage(loadKnowledge()),
    dryRun: options.dryRun,
    pictures: options.images ? { folder, limits } : null,
    onProgress: ({ rows, refused, rowsPerSecond }) => {
      process.stderr.write(`${rows} rows, ${refused} refused, ${rowsPerSecond} rows/s\n`);
    },
  });
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : describe(report, options, isWhole));
  return isWhole && !isNothingTaken(report) ? done : failed;
}

function isNothingTaken({ rows, refused }: ImportReport): boolean {
  return rows > 0 && refused === rows;
}

function describe(report: ImportReport, { dryRun, source, map }: Options, isWhole: boolean): string {
  const write = ({ line, field, reason }: ImportReport['problems'][number]) =>
    `  line ${line}: ${field === null ? '' : `${field} `}${reason}\n`;
  const { rows, added, updated, unchanged, refused, problems, warnings, rowsPerSecond } = report;
  return [
    problems.length > 0 ? 'Refused:\n' : '',
    ...problems.map(write),
    refused > problems.length ? `  and ${refused - problems.length} more\n` : '',
    warnings.length > 0 ? 'Taken without a picture:\n' : '',
    ...warnings.map(write),
    isWhole ? '' : 'The file could not be read to its end.\n',
    `${dryRun ? 'Dry run, nothing saved: ' : ''}${rows} rows from "${source}": ${added} added, ${updated} updated, `,
    `${unchanged} unchanged, ${refused} refused; ${rowsPerSecond} rows/s\n`,
    isNothingTaken(report) && !map
      ? 'If your fields have other names, tell which with --map (docs/importing.md).\n'
      : '',
  ].join('');
}

async function withDatabase(work: (ctx: Ctx) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const log = createLog({ level: 'error', format: 'pretty' });
  const postgres = config.databaseUrl ? null : await startEmbeddedPostgres(path.join(config.dataDir, 'postgres'));
  const url = postgres?.url ?? config.databaseUrl;
  try {
    const connection = await connectDatabase(url, { max: 4 });
    try {
      await migrate(connection.pool, path.join(findProjectRoot(), 'migrations'));
      const { db } = connection;
      const outbox = createOutbox(db, systemClock, log);
      return await work({ db, clock: systemClock, log, config, outbox, actor: { kind: 'system' } });
    } finally {
      await connection.close();
    }
  } finally {
    await postgres?.stop();
  }
}

function dataDir(): string {
  return path.resolve(process.env.DATA_DIR ?? './data');
}
