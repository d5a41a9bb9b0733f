import { contentWords, type EvidencePassage, opinionLexicon, scriptLanguage, splitSentences } from '#engines/evidence';
import type { Span } from '#engines/language';
import type { AnswerContext } from './answer-context.ts';
import type { TypeComparisonInput } from './answer-input.ts';
import type { AnswerPart } from './answer-types.ts';
import { guideOf, openingSentences, PRICE, statement } from './guide-points.ts';
import { messagesIn } from './messages/messages-in.ts';
import { plainText, quotable, shortSpan } from './plain-text.ts';

type Side = { id: string; label: string; stems: Set<string>; names: RegExp | undefined };
type Found = { passage: EvidencePassage; span: Span; sides: number[] };
type Table = Extract<AnswerPart, { type: 'comparison-table' }>;

const MOST_ROWS = 7;
const CHOICE = /\b(?:choose|which|pick|verdict|in short)\b|怎么选|如何选|选哪|选择|کدام|انتخاب/i;

/**
 * Two or more kinds of a thing side by side: what guides say of each under each heading, then what to choose when. Guides
 * in the reader's language come first; others only where those have nothing to compare.
 */
export function compareTypes(context: AnswerContext, input: TypeComparisonInput): AnswerPart[] {
  const own = input.guides.filter((passage) => passage.language === context.language);
  const others = input.guides.filter((passage) => passage.language !== context.language);
  const parts = own.length > 0 ? compareFrom(context, { ...input, guides: own }) : [];
  const isAnswered = parts.some((part) => part.type === 'comparison-table');
  return isAnswered || others.length === 0 ? parts : compareFrom(context, { ...input, guides: input.guides });
}

function compareFrom(context: AnswerContext, input: TypeComparisonInput): AnswerPart[] {
  const sides = sidesOf(context, input);
  const labels = sides.map((side) => side.label);
  const nothing: AnswerPart[] = [
    { type: 'abstained', text: context.messages.comparisonNothing(labels), nearest: [], canAskSeller: false },
  ];
  if (sides.length < 2) return nothing;
  const plain: AnswerPart = {
    type: 'text',
    sentences: [{ text: context.messages.comparisonLead(labels), citations: [], factual: false }],
  };
  const guide = guideOnSides(context, sides, input.guides);
  if (!guide) {
    const apart = sidesApart(context, sides, input);
    return apart ? [plain, apart] : nothing;
  }
  const passages = input.guides.filter((passage) => guideOf(passage) === guide);
  const sections = bySection(passages, sides);
  const parts: AnswerPart[] = [];
  // What opens a guide about something wider says nothing of the sides.
  const isOnSides = sidesIn(passages[0]?.title ?? '', sides).length > 0;
  const lead = isOnSides ? openingSentences(context, passages) : [];
  if (lead.length > 0) parts.push({ type: 'text', sentences: lead });
  const choice = [...sections].find(([heading]) => CHOICE.test(heading));
  const table = tableOf(context, sides, sections, choice?.[0]);
  if (table) parts.push(table);
  if (choice) {
    const advice = choice[1].filter(({ sides: about }) => about.length > 0).slice(0, 3);
    if (advice.length > 0)
      parts.push({ type: 'text', sentences: advice.map(({ passage, span }) => statement(context, passage, span)) });
  }
  if (!table) {
    const apart = sidesApart(context, sides, input);
    if (apart) parts.splice(lead.length > 0 ? 1 : 0, 0, apart);
  }
  if (parts.length === 0) return nothing;
  return lead.length > 0 ? parts : [plain, ...parts];
}

function sidesOf(context: AnswerContext, input: TypeComparisonInput): Side[] {
  const { question, concepts, text } = input.understanding;
  const named = (question?.compared ?? []).map((id) => {
    const [facet, value] = id.includes(':') ? [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)] : ['', id];
    const labels = (['en', 'zh', 'fa'] as const).flatMap((language) => context.tools.labelOf?.(id, language) ?? []);
    const span = concepts.find((concept) => concept.id === id)?.span;
    const asked = span ? text.slice(span.start, span.end) : value;
    const names = [value.replace(/-/g, ' '), asked, ...labels].map((name) => name.toLowerCase());
    const telling = names.flatMap((name) => tellingStems(context, facet, name));
    const stems = telling.length > 0 ? telling : names.flatMap((name) => contentWords(name).map(({ stem }) => stem));
    const said = facet ? context.messages.phrase(facet, value, {}, context.label) : undefined;
    const label = facet ? context.label(facet, value) : value;
    if (said?.form === 'has' && context.language !== 'en')
      return { id, asked: said.text, names: [value, ...names], stems, label: said.text };
    return { id, asked: said?.form === 'has' ? said.text : asked, names: [value, ...names], stems, label };
  });
  // Only what sets the sides apart tells them apart: "noise cancelling" is on both.
  return named.map((side) => {
    const others = named.filter((other) => other !== side);
    const own = side.names.filter(
      (name) => /[- ]/.test(name) && !others.some((other) => other.names.some((theirs) => theirs.includes(name))),
    );
    const isVague = others.some((other) => other.label.includes(side.label));
    return {
      id: side.id,
      label: isVague ? side.asked : side.label,
      stems: new Set(side.stems.filter((stem) => !others.every((other) => other.stems.includes(stem)))),
      names: own.length > 0 ? new RegExp(`(?<!\\p{L})(?:${own.map(escaped).join('|')})(?!\\p{L})`, 'iu') : undefined,
    };
  });
}

/**
 * The words of a name that tell a side from others: neither those that name what is compared ("noise cancelling") or the
 * kind of thing ("watch"), nor, beside others, what every text about it speaks of ("sound").
 */
function tellingStems(context: AnswerContext, facet: string, name: string): string[] {
  const shared = new Set(
    (['en', 'zh', 'fa'] as const).flatMap((language) =>
      contentWords(messagesIn(language).attributeName(facet)).map(({ stem }) => stem),
    ),
  );
  const words = contentWords(name);
  const isKind = (text: string) => context.tools.conceptsIn?.(text).some(({ id }) => id.startsWith('category:'));
  const isAspect = (text: string) => words.length > 1 && opinionLexicon().names(text).length > 0;
  const telling = words.filter(({ text, stem }) => !shared.has(stem) && !isKind(text) && !isAspect(text));
  return telling.map(({ stem }) => stem);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Where no guide sets the sides against each other: what any guide says of each, as one table. */
function sidesApart(context: AnswerContext, sides: Side[], input: TypeComparisonInput): Table | undefined {
  const said = sides.map((side, i) => {
    const found: Found[] = [];
    const { ranked } = context.tools.ranker.rank(`${side.label} ${input.understanding.text}`, input.guides, {
      limit: 40,
    });
    for (const { passage } of ranked) {
      for (const span of splitSentences(passage.text, passage.language)) {
        const text = passage.text.slice(span.start, span.end);
        const about = sidesIn(text, sides);
        if (about.length === 1 && about[0] === i && !PRICE.test(text)) found.push({ passage, span, sides: about });
      }
    }
    return found.slice(0, 3);
  });
  const most = Math.min(...said.map((found) => found.length));
  if (most === 0) return undefined;
  const rows = Array.from({ length: most }, (_, i) => {
    const cells = said.map((found) => found[i]);
    return row(context, cells[0]!.passage.heading ?? cells[0]!.passage.title ?? '', cells);
  });
  return { type: 'comparison-table', columns: sides.map(({ id, label }) => ({ id, label })), rows };
}

function sidesIn(text: string, sides: Side[]): number[] {
  const stems = new Set(contentWords(text).map((word) => word.stem));
  return sides.flatMap((side, i) =>
    side.names?.test(text) || [...side.stems].some((stem) => stems.has(stem)) ? [i] : [],
  );
}

/** The guide with the most sentences that speak of every side, in the reader's language where possible. */
function guideOnSides(context: AnswerContext, sides: Side[], guides: EvidencePassage[]): string | undefined {
  const scores = new Map<string, number>();
  for (const passage of guides) {
    const id = guideOf(passage);
    const about = sidesIn(`${passage.heading ?? ''} ${passage.text}`, sides).length;
    const titled = sidesIn(passage.title ?? '', sides).length === sides.length ? 1 : 0;
    const own = (passage.language ?? scriptLanguage(passage.text)) === context.language ? 1.5 : 1;
    scores.set(id, (scores.get(id) ?? 0) + (about === sides.length ? 1 : about > 0 ? 0.3 : 0) * own + titled);
  }
  const best = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return best && best[1] >= 1 ? best[0] : undefined;
}

/** Clauses of each section with the sides they speak of; a heading about one side gives its section to that side. */
function bySection(passages: EvidencePassage[], sides: Side[]): Map<string, Found[]> {
  const sections = new Map<string, Found[]>();
  for (const passage of passages) {
    const heading = passage.heading ?? '';
    const owner = sidesIn(heading, sides);
    const list = sections.get(heading) ?? [];
    for (const span of splitSentences(passage.text, passage.language)) {
      const about = sidesIn(passage.text.slice(span.start, span.end), sides);
      list.push({ passage, span, sides: about.length > 0 ? about : owner.length === 1 ? owner : [] });
    }
    sections.set(heading, list);
  }
  return sections;
}

function tableOf(
  context: AnswerContext,
  sides: Side[],
  sections: Map<string, Found[]>,
  choice: string | undefined,
): Table | undefined {
  const rows: Table['rows'] = [];
  const single = new Map<string, Map<number, Found>>();
  for (const [heading, found] of sections) {
    if (!heading || heading === choice) continue;
    const owner = sidesIn(heading, sides);
    if (owner.length === 1) {
      // "How active noise cancelling works" and "How passive isolation works" are one row.
      const key = rowName(heading, sides);
      const row = [...single.keys()].find((known) => likeHeading(known, key)) ?? key;
      const cells = single.get(row) ?? new Map<number, Found>();
      const first = found.find((one) => one.sides.includes(owner[0]!)) ?? found[0];
      if (first && !cells.has(owner[0]!)) cells.set(owner[0]!, first);
      single.set(row, cells);
      continue;
    }
    const cells = sides.map(
      (_, i) =>
        found.find((one) => one.sides.length === 1 && one.sides[0] === i) ?? found.find((one) => one.sides.includes(i)),
    );
    if (cells.some((cell) => cell === undefined) || new Set(cells).size < cells.length) continue;
    rows.push(row(context, heading, cells));
  }
  const paired = [...single]
    .filter(([, cells]) => cells.size === sides.length)
    .map(([heading, cells]) =>
      row(
        context,
        heading,
        sides.map((_, i) => cells.get(i)),
      ),
    );
  const told = [...paired, ...rows];
  const all = (told.length > 0 ? told : abreast(context, sides, sections)).slice(0, MOST_ROWS);
  if (all.length === 0) return undefined;
  return { type: 'comparison-table', columns: sides.map(({ id, label }) => ({ id, label })), rows: all };
}

const MOST_ABREAST = 3;

/** Where no heading speaks of every side: what the guide says of each alone, in its order, under both headings. */
function abreast(context: AnswerContext, sides: Side[], sections: Map<string, Found[]>): Table['rows'] {
  const alone = sides.map((_, i) =>
    [...sections.values()].flat().filter((one) => one.sides.length === 1 && one.sides[0] === i),
  );
  const count = Math.min(MOST_ABREAST, ...alone.map((found) => found.length));
  return Array.from({ length: count }, (_, at) => {
    const cells = alone.map((found) => found[at]);
    const headings = new Set(cells.flatMap((cell) => cell?.passage.heading ?? []));
    return row(context, [...headings].join(' / '), cells);
  });
}

function rowName(heading: string, sides: Side[]): string {
  const drop = new Set(sides.flatMap((side) => [...side.stems]));
  return heading
    .split(/\s+/)
    .filter((word) => !contentWords(word).some((found) => drop.has(found.stem)))
    .join(' ');
}

function likeHeading(a: string, b: string): boolean {
  const left = new Set(contentWords(a).map((word) => word.stem));
  const right = contentWords(b).map((word) => word.stem);
  return right.some((stem) => left.has(stem));
}

function row(context: AnswerContext, heading: string, cells: (Found | undefined)[]): Table['rows'][number] {
  return {
    aspect: heading,
    label: plainText(heading),
    cells: cells.map((cell) => {
      if (!cell) return { text: null, citations: [] };
      const span = shortSpan(cell.passage.text, cell.span);
      return {
        text: quotable(cell.passage.text.slice(span.start, span.end)),
        citations: [context.book.cite(cell.passage, span)],
      };
    }),
  };
}
