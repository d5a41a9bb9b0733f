import { writeFileSync } from 'node:fs';
import { createLanguage, type Intent, type Language } from '#engines/language';
import { percentile, rounded } from './ranking-measures.ts';
import { readRows } from './read-files.ts';

type Utterance = { text: string; language: Language; listing: boolean; intent: Intent };

/**
 * Judges the router of intents on DIR's `utterances.jsonl` ({text, language, listing, intent}; `listing`: said on the page of a
 * thing). Prints the share that is told right, in each language and where it is worst of the ten intents. `--out`: one
 * `{text, intent, expected, confidence}` a line.
 */
export async function run(dir: string, options: { out?: string } = {}): Promise<Record<string, number>> {
  const language = createLanguage();
  const times: number[] = [];
  const judged = readRows<Utterance>(dir, 'utterances.jsonl', ['text', 'language', 'intent']).map((utterance) => {
    const before = performance.now();
    const { intent, confidence } = language.understand(utterance.text, { context: { listing: utterance.listing } });
    times.push(performance.now() - before);
    return { text: utterance.text, language: utterance.language, intent, expected: utterance.intent, confidence };
  });
  if (options.out) writeFileSync(options.out, `${judged.map((one) => JSON.stringify(one)).join('\n')}\n`);
  const accuracy = (of: typeof judged) =>
    rounded(of.filter(({ intent, expected }) => intent === expected).length / Math.max(1, of.length));
  const of = (tongue: Language) => judged.filter((one) => one.language === tongue);
  const intents = [...new Set(judged.map(({ expected }) => expected))];
  return {
    utterances: judged.length,
    accuracy: accuracy(judged),
    accuracyEn: accuracy(of('en')),
    accuracyZh: accuracy(of('zh')),
    accuracyFa: accuracy(of('fa')),
    worstIntent: Math.min(...intents.map((intent) => accuracy(judged.filter(({ expected }) => expected === intent)))),
    p50Ms: rounded(percentile(times, 0.5), 2),
    p99Ms: rounded(percentile(times, 0.99), 2),
  };
}
