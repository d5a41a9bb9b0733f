import { expect, test } from 'vitest';
import { loadKnowledge } from '#knowledge';

const { concepts, senses, cues, equivalences, ordinaryWords } = loadKnowledge();
const ids = new Set(concepts.map((concept) => concept.id));
const facets = new Set(concepts.map((concept) => facetOf(concept.id)));
const LANGUAGES = ['en', 'zh', 'fa'] as const;

/** Values that listings state and people name under another facet, and attributes that are yes or no. */
const ATTRIBUTE_ONLY = /^(?:occasion:(?:hiking|running|commuting)|(?:pockets|lined):true)$/;

function facetOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

function plain(label: string): string {
  return label
    .replace(/^[=?]/, '')
    .toLowerCase()
    .replace(/[\s\u200c-]+/g, ' ');
}

test('there are enough concepts, and every id is its own', () => {
  expect(concepts.length).toBeGreaterThanOrEqual(700);
  expect(ids.size).toBe(concepts.length);
});

test('every id is a facet and a value', () => {
  expect(concepts.filter(({ id }) => !/^[a-zA-Z0-9]+:[a-zA-Z0-9-]+$/.test(id))).toEqual([]);
});

test('every concept has labels in English, Chinese and Persian', () => {
  expect(concepts.filter((concept) => LANGUAGES.some((language) => concept[language].length === 0))).toEqual([]);
});

test('no label stands for two concepts of one facet', () => {
  const owners = new Map<string, string>();
  const shared: string[] = [];
  for (const concept of concepts) {
    for (const label of LANGUAGES.flatMap((language) => concept[language])) {
      const key = `${facetOf(concept.id)} ${plain(label)}`;
      const owner = owners.get(key);
      if (owner !== undefined && owner !== concept.id) shared.push(`${label}: ${owner}, ${concept.id}`);
      owners.set(key, concept.id);
    }
  }
  expect(shared).toEqual([]);
});

test('Chinese labels hold Chinese and Persian labels Persian, or Latin terms used there', () => {
  const wrong = concepts.flatMap((concept) => [
    ...concept.zh.filter((label) => /[\u0600-\u06ff]/.test(label)),
    ...concept.fa.filter((label) => /[\u4e00-\u9fff]/.test(label)),
    ...concept.en.filter((label) => /[\u0600-\u06ff\u4e00-\u9fff]/.test(label)),
  ]);
  expect(wrong).toEqual([]);
});

test('no label is a bare number', () => {
  expect(
    concepts
      .flatMap((concept) => LANGUAGES.flatMap((language) => concept[language]))
      .filter((label) => /^\d+$/.test(label)),
  ).toEqual([]);
});

test('broader and near concepts exist, and nothing is broader than itself', () => {
  const missing = concepts.flatMap(({ broader = [], near = [] }) => [...broader, ...near].filter((id) => !ids.has(id)));
  expect(missing).toEqual([]);
  const parents = new Map(concepts.map((concept) => [concept.id, concept.broader ?? []]));
  for (const { id } of concepts) {
    const seen = new Set<string>();
    let front = parents.get(id) ?? [];
    while (front.length > 0) {
      expect(front, `${id} is its own ancestor`).not.toContain(id);
      for (const each of front) seen.add(each);
      front = front.flatMap((each) => parents.get(each) ?? []).filter((each) => !seen.has(each) || each === id);
    }
  }
});

test('what grants a wish is a known value with a strength from 0 to 1', () => {
  const wrong = concepts.flatMap(({ id, grants = [] }) =>
    grants
      .filter(([facet, value, weight]) => {
        const granted = `${facet}:${value}`;
        return (!ids.has(granted) && !ATTRIBUTE_ONLY.test(granted)) || weight <= 0 || weight > 1;
      })
      .map((grant) => `${id} <- ${grant.join(':')}`),
  );
  expect(wrong).toEqual([]);
});

test('senses, implied concepts and equivalences speak of known concepts', () => {
  const named = [
    ...senses.flatMap((sense) => [
      ...sense.ids,
      ...(sense.prefer ?? []).flatMap(([, keep]) => keep.filter((id) => !id.endsWith(':'))),
    ]),
    ...concepts.flatMap((concept) => Object.values(concept.implies ?? {}).flat()),
    ...equivalences.flatMap(({ when, then }) => [...when, ...then]).filter((id) => !ATTRIBUTE_ONLY.test(id)),
  ];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
  const conditions = senses.flatMap((sense) => (sense.prefer ?? []).flatMap(([when]) => when));
  const values = new Set([...ids].map((id) => id.slice(id.indexOf(':') + 1)));
  const isKnown = (condition: string): boolean =>
    ids.has(condition) || values.has(condition) || (condition.endsWith(':') && facets.has(condition.slice(0, -1)));
  expect(conditions.filter((condition) => !isKnown(condition))).toEqual([]);
});

test('covered values belong to the facet or are known', () => {
  const wrong = concepts.flatMap(({ id, covers = {} }) =>
    Object.values(covers)
      .flat()
      .filter((value) => !ids.has(`${facetOf(id)}:${value}`))
      .map((value) => `${id} ${value}`),
  );
  expect(wrong).toEqual([]);
});

test('cues are named once and have words', () => {
  expect(new Set(cues.map(({ cue }) => cue)).size).toBe(cues.length);
  expect(cues.filter((cue) => LANGUAGES.every((language) => cue[language].length === 0))).toEqual([]);
});

test('ordinary words are plain lower-case words', () => {
  expect(ordinaryWords.flatMap((line) => line.split(' ')).filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
});
