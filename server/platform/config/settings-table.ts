import { settings } from './settings.ts';

/** The table of all settings in Markdown, as docs/operating.md has it. */
export function renderSettingsTable(): string {
  const rows = Object.entries(settings).map(
    ([name, { fallback, help }]) => `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${help} |`,
  );
  return ['| setting | default | what it does |', '|---|---|---|', ...rows].join('\n');
}
