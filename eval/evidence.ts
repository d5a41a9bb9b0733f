import { writeFileSync } from 'node:fs';
import { createEvidenceRanker, type EvidencePassage, type EvidenceSource } from '#engines/evidence';
import { createLanguage } from '#engines/language';
import { loadWordVectors } from '#engines/vectors';
import { readWordVectorBytes } from '../knowledge/vectors/index.ts';
import { areaUnderCurve, averagePrecision, ndcg } from './ranking-measures.ts';
import { DataError, readRows } from './read-files.ts';

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
  const answerability: { score: number; isPositive: boolean }[] = [];
  const out: string[] = [];
  for (const { id, question, candidateIds, passages, label } of readCandidates(dir)) {
    const ranking = ranker.rank(question, passages, { limit: passages.length, candidates: Number.MAX_SAFE_INTEGER });
    const order = ranking.ranked.map(({ passage }) => Number(passage.id));
    const grades = order.map((i) => label.grades[i]!);
    if (label.answerable !== undefined)
      answerability.push({ score: ranking.answerability, isPositive: label.answerable });
    out.push(JSON.stringify({ id, ranking: order.map((i) => candidateIds[i]!), answerability: ranking.answerability }));
    if (!grades.some((grade) => grade > 0)) continue;
    judged++;
    sums.p1 += grades[0]! > 0 ? 1 : 0;
    sums.hit3 += grades.slice(0, 3).some((grade) => grade > 0) ? 1 : 0;
    sums.map += averagePrecision(grades);
    const graded = new Map(label.grades.map((grade, i) => [String(i), grade]));
    sums.ndcg5 += ndcg(order.map(String), graded, 5);
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
  const labels = new Map(readRows<LabelLine>(dir, 'labels.jsonl', ['id', 'grades']).map((label) => [label.id, label]));
  const questions = readRows<QuestionLine>(dir, 'questions.jsonl', ['id', 'question', 'candidates']);
  return questions.map(({ id, question, product, candidates }) => {
    const label = labels.get(id);
    if (!label || label.grades.length !== candidates.length)
      throw new DataError(`labels.jsonl does not fit question ${id}`);
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
