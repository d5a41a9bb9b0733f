import { loadPolicyTopics } from '../../../knowledge/evidence/index.ts';
import type { EvidencePassage } from './evidence-types.ts';
import { createPhraseMatcher, type PhraseMatcher } from './phrase-matcher.ts';

let matcher: PhraseMatcher<string> | undefined;

/** The rules of the shop that a text asks about or speaks of ("cancelling", "returns"), by id. */
export function policyTopicsOf(text: string): Set<string> {
  matcher ??= createPhraseMatcher(
    loadPolicyTopics().flatMap((topic) =>
      (['en', 'zh', 'fa'] as const).flatMap((language) =>
        topic[language].map((phrase) => ({ language, phrase, value: topic.id })),
      ),
    ),
  );
  return new Set(matcher(text).map(({ value }) => value));
}

/** What a shared topic weighs in a heading; in the text it weighs 1. */
const IN_HEADING = 3;

/**
 * The passages of policies that speak of what is asked, best first: those whose heading is about it, in any language,
 * before those that mention it. Passages that share no topic are left out.
 */
export function findPolicies(question: string, passages: EvidencePassage[]): EvidencePassage[] {
  const asked = policyTopicsOf(question);
  const scored = passages
    .filter((passage) => passage.source === 'document')
    .map((passage, place) => {
      const inHeading = policyTopicsOf(passage.heading ?? '');
      const inText = policyTopicsOf(passage.text);
      let score = 0;
      for (const topic of asked) score += (inHeading.has(topic) ? IN_HEADING : 0) + Number(inText.has(topic));
      return { passage, place, score };
    });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ passage }) => passage);
}
