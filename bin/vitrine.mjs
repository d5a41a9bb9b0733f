#!/usr/bin/env node
// The command line: `vitrine start` builds what is not built and runs it; other commands run from the same build.
import { buildIfStale } from './build.mjs';

const [command = 'help', ...rest] = process.argv.slice(2);

const help = `Usage: vitrine COMMAND

  start                     run the marketplace (settings: docs/operating.md)
  import FILE --format jsonl|csv|shopify|google [--map map.json] [--dry-run]
                            import listings, reviews or questions (docs/importing.md)
  help                      this text
`;

if (command === 'start') {
  await buildIfStale();
  await import('../dist/server.js');
} else if (command === 'import') {
  await buildIfStale({ web: false });
  const { runImport } = await import('../dist/import.js');
  process.exitCode = await runImport(rest);
} else {
  const asked = command === 'help' || command === '--help' || command === '-h';
  (asked ? process.stdout : process.stderr).write(
    asked ? help : `vitrine: there is no command "${command}"\n\n${help}`,
  );
  process.exitCode = asked ? 0 : 2;
}
