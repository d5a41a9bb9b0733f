import type { Locale } from '#contract/common';
import type { ReviewTheme, ThemeQuote } from '#contract/review';
import { countSides, type EvidencePassage, type OpinionVote, opinionLexicon } from '#engines/evidence';

/** Under this many reviews that speak of it, an aspect is no theme. */
const fewest = 3;
const mostThemes = 6;
/** A quote of about this many characters reads best. */
const quoteLength = 60;

/** The aspects most spoken of, each with exact counts of both sides and a sentence for each side. */
export function findThemes(passages: EvidencePassage[], locale: Locale): ReviewTheme[] {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const themes = opinionLexicon().aspects.flatMap((aspect): ReviewTheme[] => {
    const sides = countSides(passages, aspect.id);
    const mentions = sides[0]?.mentions ?? [];
    if (mentions.length < fewest) return [];
    const polarityOf = (value: string) => aspect.values.find((candidate) => candidate.id === value)?.polarity ?? 0;
    const votesOf = (sign: 1 | -1) =>
      sides.filter((side) => Math.sign(polarityOf(side.value)) === sign).flatMap((side) => side.for);
    const votes = { positive: votesOf(1), negative: votesOf(-1) };
    const quote = (side: ThemeQuote['side'], of: OpinionVote[]) => quoteOf(side, of, byId, locale);
    const larger = votes.positive.length >= votes.negative.length ? 'positive' : 'negative';
    const smaller = larger === 'positive' ? 'negative' : 'positive';
    const isTaken = votes[larger].length > 0;
    return [
      {
        aspect: aspect.id,
        label: aspect.label[locale],
        mentions: mentions.length,
        positive: votes.positive.length,
        negative: votes.negative.length,
        quotes: isTaken
          ? [...quote(larger, votes[larger]), ...quote(smaller, votes[smaller])]
          : quote('neutral', mentions),
      },
    ];
  });
  return themes.sort((a, b) => b.mentions - a.mentions || a.aspect.localeCompare(b.aspect)).slice(0, mostThemes);
}

/** Ids of the passages that speak of an aspect; nothing where there is no such aspect. */
export function findSpeakers(passages: EvidencePassage[], aspect: string): Set<string> | undefined {
  if (!opinionLexicon().byId.has(aspect)) return undefined;
  return new Set(countSides(passages, aspect)[0]?.mentions.map(({ id }) => id));
}

/** A short sentence in the reader's language where there is one; none where nobody takes this side in words. */
function quoteOf(
  side: ThemeQuote['side'],
  votes: OpinionVote[],
  byId: Map<string, EvidencePassage>,
  locale: Locale,
): ThemeQuote[] {
  const cost = (vote: OpinionVote) => {
    const foreign = byId.get(vote.id)?.language === locale ? 0 : 100_000;
    return foreign + Math.abs(vote.span.end - vote.span.start - quoteLength);
  };
  const said = votes.filter((vote) => !vote.isMarked);
  const [vote] = said.sort((a, b) => cost(a) - cost(b) || a.id.localeCompare(b.id));
  const passage = vote && byId.get(vote.id);
  if (!passage) return [];
  const text = passage.text.slice(vote.span.start, vote.span.end).trim();
  return [{ side, text, reviewId: passage.id, author: passage.author ?? '', language: passage.language ?? 'en' }];
}
