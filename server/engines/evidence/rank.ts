import { remember } from '#engines/memo';
import { dot } from '#engines/vectors';
import { type AnalysedSentence, analysePassage, analyseText, type RankerContext } from './analyse.ts';
import type { EvidencePassage, EvidenceRanking, RankedEvidence } from './evidence-types.ts';
import { featureRows } from './features.ts';
import { answerabilityOf, probabilityOf, scoreOf } from './model.ts';
import { bm25, poolOf } from './pool.ts';
import { readQuestion } from './question.ts';
import { likenessOf } from './questions/like-question.ts';
import { scriptLanguage } from './words.ts';

export type RankOptions = {
  /** How many passages to return; default 20. */
  limit?: number;
  /** How many sentences go to the second stage; default 200. */
  candidates?: number;
};

export type EvidenceRanker = {
  rank: (question: string, passages: EvidencePassage[], options?: RankOptions) => EvidenceRanking;
  /** For each of some earlier questions the probability (0..1) that it asks the same. */
  likeness: (question: string, earlier: string[]) => number[];
};

/** Sentences and questions kept taken apart, some 4 kB each. */
const MOST_TEXTS = 8_000;

/**
 * Ranks passages by how well they answer a question. Two stages: sentences are proposed by BM25 and by the cosine of
 * static sentence vectors, then re-ranked by a model over features learnt by `learn/learn-weights.ts`. Each passage
 * stands once, with its best sentence; `probability` is calibrated, `answerability` says whether anything answers.
 * `context.vectors` come from `loadWordVectors`, `context.concepts` is the language engine; both may be absent.
 */
export function createEvidenceRanker(context: RankerContext = {}): EvidenceRanker {
  // Concepts join languages. Within English the weights were learnt on words, and concepts would only count words twice.
  const plain = { vectors: context.vectors };
  const byWords = remember((text) => analyseText(text, plain), MOST_TEXTS);
  const byConcepts = context.concepts ? remember((text) => analyseText(text, context), MOST_TEXTS) : byWords;
  const analysed = [
    new WeakMap<EvidencePassage, AnalysedSentence[]>(),
    new WeakMap<EvidencePassage, AnalysedSentence[]>(),
  ];
  const sentencesOf = (passage: EvidencePassage, isForeign: boolean) => {
    const known = analysed[Number(isForeign)]!.get(passage);
    if (known) return known;
    const made = analysePassage(passage, context, isForeign ? byConcepts : byWords).map((one) => ({
      ...one,
      isForeign,
    }));
    analysed[Number(isForeign)]!.set(passage, made);
    return made;
  };

  return {
    rank(question, passages, options = {}) {
      const read = readQuestion(question);
      const isForeign = scriptLanguage(read.text) !== 'en';
      const text = byWords(read.text);
      const withConcepts = byConcepts(read.text);
      const all = passages.flatMap((passage) =>
        sentencesOf(passage, isForeign || (passage.language ?? scriptLanguage(passage.text)) !== 'en'),
      );
      if (all.length === 0) return { ranked: [], answerability: 0 };
      const pool = poolOf(all);
      const sentences = propose(all, options.candidates ?? 200, (sentence) => [
        bm25((sentence.isForeign ? withConcepts : text).terms, sentence, pool),
        dot((sentence.isForeign ? withConcepts : text).vector, sentence.vector),
      ]);
      const rows = featureRows({ question: read, text, withConcepts, context }, sentences, pool);
      const scores = rows.map(scoreOf);
      const best = new Map<string, RankedEvidence>();
      sentences.forEach((sentence, i) => {
        const score = scores[i]!;
        const known = best.get(sentence.passage.id);
        if (known && known.score >= score) return;
        best.set(sentence.passage.id, {
          passage: sentence.passage,
          span: sentence.span,
          score,
          probability: probabilityOf(rows[i]!, score),
        });
      });
      const ranked = [...best.values()].sort((a, b) => b.score - a.score || compareIds(a, b));
      return { ranked: ranked.slice(0, options.limit ?? 20), answerability: answerabilityOf(rows, scores) };
    },
    likeness: (question, earlier) => likenessOf(byConcepts(question.trim()), earlier.map(byConcepts), context),
  };
}

function compareIds(a: RankedEvidence, b: RankedEvidence): number {
  return a.passage.id < b.passage.id ? -1 : 1;
}

/** The sentences that any of the measures puts among its best. */
function propose(
  sentences: AnalysedSentence[],
  limit: number,
  measures: (sentence: AnalysedSentence) => number[],
): AnalysedSentence[] {
  if (sentences.length <= limit) return sentences;
  const measured = sentences.map((sentence) => ({ sentence, values: measures(sentence) }));
  const kept = new Set<AnalysedSentence>();
  for (let m = 0; m < 2; m++) {
    measured.sort((a, b) => b.values[m]! - a.values[m]!);
    for (const { sentence } of measured.slice(0, limit / 2)) kept.add(sentence);
  }
  return sentences.filter((sentence) => kept.has(sentence));
}
