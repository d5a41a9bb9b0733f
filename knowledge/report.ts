import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLanguage } from '#engines/language';
import { type Concept, loadKnowledge } from '#knowledge';

/**
 * `npx tsx knowledge/report.ts [FOLDER]`: concepts and labels by facet and language; with a folder of utterances (JSON
 * Lines with `text` or `captions`), the share of their content words that concepts, cues, prices and sizes account for,
 * and the most frequent words that nothing does.
 */

const LANGUAGES = ['en', 'zh', 'fa'] as const;
const MOST_SHOWN = 40;
/** English words without content of their own; Chinese and Persian utterances are counted by what is left over alone. */
const EMPTY = new Set(
  `a an the and or but of for to in on at by with from as is are be was it its this that these those i im i'm me my you your we our they
  have has had do does did can could would will should need want like looking look am some any one more most very too not no so if
  which who what when where how them he she his her also than then there here please get find buy show`.split(/\s+/),
);

function countLabels(concepts: readonly Concept[]): Record<string, number> {
  return Object.fromEntries(LANGUAGES.map((each) => [each, concepts.reduce((sum, one) => sum + one[each].length, 0)]));
}

function reportCounts(concepts: readonly Concept[]): void {
  const byFacet = new Map<string, Concept[]>();
  for (const concept of concepts) {
    const facet = concept.id.slice(0, concept.id.indexOf(':'));
    byFacet.set(facet, [...(byFacet.get(facet) ?? []), concept]);
  }
  const rows = [...byFacet].sort((a, b) => b[1].length - a[1].length);
  console.log('facet, concepts, labels in en, zh, fa (* says more finely what another facet states)');
  for (const [facet, own] of rows) {
    const { en, zh, fa } = countLabels(own);
    console.log(`${facet}${own.some(({ of }) => of) ? '*' : ''}, ${own.length}, ${en}, ${zh}, ${fa}`);
  }
  const { en = 0, zh = 0, fa = 0 } = countLabels(concepts);
  console.log(`all, ${concepts.length}, ${en}, ${zh}, ${fa} = ${en + zh + fa} labels`);
}

function readUtterances(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const { text, captions } = JSON.parse(line) as { text?: string; captions?: string[] };
    return text === undefined ? (captions ?? []) : [text];
  });
}

/** Content words and how many of them were left over, by file. */
function reportCoverage(folder: string): void {
  const language = createLanguage();
  const unknown = new Map<string, number>();
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  for (const name of files) {
    let words = 0;
    let left = 0;
    for (const text of readUtterances(path.join(folder, name))) {
      for (const word of contentWords(text)) if (!EMPTY.has(word)) words++;
      for (const leftover of language.understand(text).leftovers) {
        for (const word of contentWords(leftover.text)) {
          if (EMPTY.has(word)) continue;
          left++;
          unknown.set(word, (unknown.get(word) ?? 0) + 1);
        }
      }
    }
    console.log(
      `${name}: ${words} content words, ${((100 * (words - left)) / Math.max(1, words)).toFixed(1)} % understood`,
    );
  }
  const most = [...unknown].sort((a, b) => b[1] - a[1]).slice(0, MOST_SHOWN);
  console.log(`not understood most often: ${most.map(([word, count]) => `${word} ${count}`).join(', ')}`);
}

function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []).filter((word) => word.length > 1);
}

const { concepts } = loadKnowledge();
reportCounts(concepts);
const [folder] = process.argv.slice(2);
if (folder) reportCoverage(folder);
