import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEvidenceRanker, type EvidencePassage, type EvidenceSource } from '#engines/evidence';
import { createLanguage } from '#engines/language';
import { loadWordVectors } from '#engines/vectors';
import { readWordVectorBytes } from '../knowledge/vectors/index.ts';

type QuestionLine = {
  id: string;
  question: string;
  product: string;
  candidates: { id: string; text: string; source: string }[];
};
type LabelLine = { id: string; grades: number[]; answerable?: boolean };

/**
 * Judges the evidence engine as shipped on DIR's `questions.jsonl` and `labels.jsonl`. Ranking figures are means over the
 * questions that have a relevant candidate (grade above 0); nDCG takes 2^grade - 1 as gain. `answerableAuc` is the area
 * under the curve of answerability against the label, where labels say. `--out`: one `{id, ranking:[candidate ids],
 * answerability}` a line.
 */
export async function run(dir: string, options: { out?: string } = {}): Promise<Record<string, number>> {
  const ranker = createEvidenceRanker({
    vectors: loadWordVectors(readWordVectorBytes()),
    concepts: createLanguage(),
  });
  const sums = { p1: 0, hit3: 0, map: 0, ndcg5: 0 };
  let judged = 0;
  const answerability: { score: number; answerable: boolean }[] = [];
  const out: string[] = [];
  for (const { id, question, candidateIds, passages, label } of readCandidates(dir)) {
    const ranking = ranker.rank(question, passages, { limit: passages.length, candidates: Number.MAX_SAFE_INTEGER });
    const order = ranking.ranked.map(({ passage }) => Number(passage.id));
    const grades = order.map((i) => label.grades[i]!);
    if (label.answerable !== undefined)
      answerability.push({ score: ranking.answerability, answerable: label.answerable });
    out.push(JSON.stringify({ id, ranking: order.map((i) => candidateIds[i]!), answerability: ranking.answerability }));
    if (!grades.some((grade) => grade > 0)) continue;
    judged++;
    sums.p1 += grades[0]! > 0 ? 1 : 0;
    sums.hit3 += grades.slice(0, 3).some((grade) => grade > 0) ? 1 : 0;
    sums.map += averagePrecision(grades);
    sums.ndcg5 += ndcg(grades, 5);
  }
  if (options.out) writeFileSync(options.out, `${out.join('\n')}\n`);
  return {
    questions: judged,
    p1: sums.p1 / judged,
    hit3: sums.hit3 / judged,
    map: sums.map / judged,
    ndcg5: sums.ndcg5 / judged,
    ...(answerability.length > 0 ? { answerableAuc: areaUnderCurve(answerability) } : {}),
  };
}

/** The questions of a folder with their candidates as passages, whose ids are their places. */
export function readCandidates(dir: string): {
  id: string;
  question: string;
  product: string;
  candidateIds: string[];
  passages: EvidencePassage[];
  label: LabelLine;
}[] {
  const labels = new Map(readLines<LabelLine>(join(dir, 'labels.jsonl')).map((label) => [label.id, label]));
  return readLines<QuestionLine>(join(dir, 'questions.jsonl')).map(({ id, question, product, candidates }) => {
    const label = labels.get(id);
    if (!label || label.grades.length !== candidates.length)
      throw new Error(`labels.jsonl does not fit question ${id}`);
    return {
      id,
      question,
      product,
      candidateIds: candidates.map((one) => one.id),
      passages: inOrder(candidates, candidates.map(toPassage)),
      label,
    };
  });
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

const SOURCES: Record<string, EvidenceSource> = {
  attribute: 'attribute',
  description: 'description',
  bullet: 'description',
  review: 'review',
  answer: 'answer',
  qa: 'answer',
  cqa: 'answer',
  guide: 'guide',
  document: 'document',
};

/** Candidates numbered 0, 1, 2 ... are the sentences of one text in its order; others stand alone. */
function inOrder(candidates: QuestionLine['candidates'], passages: EvidencePassage[]): EvidencePassage[] {
  if (!candidates.every((candidate, i) => candidate.id === String(i))) return passages;
  return passages.map((passage, place) => ({ ...passage, part: { of: 'text', place } }));
}

/** Community answers carry the earlier question after their text, attributes their name before a colon. */
function toPassage(candidate: QuestionLine['candidates'][number], index: number): EvidencePassage {
  const passage: EvidencePassage = {
    id: String(index).padStart(6, '0'),
    text: candidate.text,
    source: SOURCES[candidate.source] ?? 'document',
    language: 'en',
  };
  const answered = passage.source === 'answer' ? /^([\s\S]*\S)\s+Question:\s*([\s\S]*)$/.exec(candidate.text) : null;
  if (answered) return { ...passage, text: answered[1]!, question: answered[2]! };
  const named = passage.source === 'attribute' ? /^([\w ]+):\s*([\s\S]*)$/.exec(candidate.text) : null;
  return named ? { ...passage, attribute: { key: named[1]!, value: named[2]! } } : passage;
}

function averagePrecision(grades: number[]): number {
  let found = 0;
  let sum = 0;
  grades.forEach((grade, i) => {
    if (grade > 0) sum += ++found / (i + 1);
  });
  return found === 0 ? 0 : sum / found;
}

function ndcg(grades: number[], depth: number): number {
  const gain = (list: number[]) =>
    list.slice(0, depth).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
  const ideal = gain([...grades].sort((a, b) => b - a));
  return ideal === 0 ? 0 : gain(grades) / ideal;
}

function areaUnderCurve(points: { score: number; answerable: boolean }[]): number {
  const sorted = [...points].sort((a, b) => a.score - b.score);
  let positives = 0;
  let rankSum = 0;
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j < sorted.length && sorted[j]!.score === sorted[i]!.score) j++;
    for (let k = i; k < j; k++) {
      if (!sorted[k]!.answerable) continue;
      positives++;
      rankSum += (i + j + 1) / 2;
    }
    i = j;
  }
  const negatives = sorted.length - positives;
  return positives === 0 || negatives === 0
    ? 0.5
    : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
