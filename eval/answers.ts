import { writeFileSync } from 'node:fs';
import { type Answer, composeAnswer } from '#engines/answer';
import { createEvidenceRanker, createQuestionVectors } from '#engines/evidence';
import { createLanguage, type Understanding } from '#engines/language';
import { loadWordVectors } from '#engines/vectors';
import { loadKnowledge } from '#knowledge';
import { gather } from '#modules/assistant';
import { readWorld } from '../demo/fill/read-world.ts';
import { readQuestionVectorBytes, readWordVectorBytes } from '../knowledge/vectors/index.ts';
import { type AskedQuestion, judgeAnswer, type Verdict } from './judge-answer.ts';
import { percentile, rounded } from './ranking-measures.ts';
import { readRows } from './read-files.ts';
import { readWorldSources } from './world-sources.ts';

type Judged = {
  question: AskedQuestion;
  understanding: Understanding;
  answer: Answer;
  verdict: Verdict;
  dropped: number;
};

/**
 * The questions of a world, answered as the product answers them (understand, gather, compose, verify) without a server,
 * and judged by the rules of the question set. Figures are counts but for `...Right`, which are shares, and times.
 */
export async function run(dir: string, options: { out?: string } = {}): Promise<Record<string, number>> {
  const { judged, times } = await judgeAnswers(dir);
  if (options.out) writeFileSync(options.out, `${judged.map((one) => JSON.stringify(describe(one))).join('\n')}\n`);
  return {
    questions: judged.length,
    ...figures(judged),
    p50Ms: rounded(percentile(times, 0.5), 1),
    p95Ms: rounded(percentile(times, 0.95), 1),
  };
}

/** Answers the questions of a world (those that `isChosen` picks) and judges each. */
export async function judgeAnswers(
  dir: string,
  isChosen: (question: AskedQuestion) => boolean = () => true,
): Promise<{ judged: Judged[]; times: number[] }> {
  const questions = readRows<AskedQuestion>(dir, 'questions.jsonl', ['id', 'text', 'expect']).filter(isChosen);
  const world = await readWorld(dir);
  process.stderr.write(`answers: ${world.listings.length} listings, ${questions.length} questions\n`);
  const language = createLanguage(loadKnowledge());
  const vectors = loadWordVectors(readWordVectorBytes());
  const tools = {
    ranker: createEvidenceRanker({
      vectors,
      concepts: language,
      questions: createQuestionVectors(loadWordVectors(readQuestionVectorBytes())),
    }),
    labelOf: language.labelOf,
    conceptsIn: language.conceptsIn,
  };
  const { index, sources } = readWorldSources(world, language, vectors);
  const listings = new Map(world.listings.map((listing) => [listing.key, listing]));

  const judged: Judged[] = [];
  const times: number[] = [];
  for (const question of questions) {
    const before = performance.now();
    const understanding = language.understand(question.text, {
      context: { listing: question.listing !== null },
      vocabulary: index.vocabulary(),
    });
    const { input } = await gather(sources, {
      understanding,
      locale: question.language,
      listingId: question.listing ?? undefined,
    });
    const { answer, dropped } = composeAnswer(tools, input, question.language);
    times.push(performance.now() - before);
    const verdict = judgeAnswer(question, answer, listings);
    judged.push({ question, understanding: input.understanding, answer, verdict, dropped: dropped.length });
  }
  return { judged, times };
}

export function figures(judged: Judged[]): Record<string, number> {
  const sum = (of: (one: Judged) => number) => judged.reduce((total, one) => total + of(one), 0);
  const share = (of: (one: Judged) => boolean | undefined) => {
    const known = judged.flatMap((one) => of(one) ?? []);
    return rounded(known.filter(Boolean).length / Math.max(1, known.length), 3);
  };
  const facts = sum(({ question }) => (question.expect.abstain ? 0 : question.expect.facts.length));
  const missing = sum(({ verdict }) => verdict.missingFacts.length);
  return {
    facts,
    factsRight: rounded((facts - missing) / Math.max(1, facts), 3),
    forbidden: sum(({ verdict }) => verdict.forbidden.length),
    forbiddenQuoted: sum(({ verdict }) => verdict.forbiddenQuoted.length),
    constraintViolations: sum(({ verdict }) => verdict.violations.length),
    abstainRight: share(({ verdict }) => verdict.abstainRight),
    abstainedWrongly: sum(({ verdict }) => Number(verdict.abstainedWrongly)),
    uncited: sum(({ verdict }) => verdict.uncited.length),
    listingsRight: share(({ verdict }) => verdict.listingsRight),
    intentRight: share(({ question, understanding }) => understanding.intent === question.kind),
    dropped: sum(({ dropped }) => dropped),
  };
}

/** A line for whoever looks into failures. */
export function describe({ question, understanding, answer, verdict, dropped }: Judged): object {
  const { need } = understanding;
  const failed = [
    ...(understanding.intent === question.kind ? [] : ['intent']),
    ...(verdict.missingFacts.length > 0 ? ['facts'] : []),
    ...(verdict.forbidden.length > 0 ? ['forbidden'] : []),
    ...(verdict.violations.length > 0 ? ['constraints'] : []),
    ...(verdict.listingsRight === false ? ['listings'] : []),
    ...(verdict.abstainRight === false || verdict.abstainedWrongly ? ['abstain'] : []),
    ...(verdict.uncited.length > 0 ? ['uncited'] : []),
  ];
  return {
    id: question.id,
    text: question.text,
    failed,
    kind: question.kind,
    intent: understanding.intent,
    must: need.must.map(({ key }) => key),
    wishes: need.wishes.map(({ key }) => key),
    leftovers: understanding.leftovers.map(({ text }) => text),
    abstained: answer.abstained,
    ...verdict,
    dropped,
    parts: answer.parts,
  };
}
