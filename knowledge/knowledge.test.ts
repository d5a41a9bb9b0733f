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

/** Everyday Latin spellings and signs count as Chinese where shops write them so: T恤, USB-C, 3D. */
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
const LATIN_TERM = /^[\p{Script=Latin}\d\s.+%$¥€£₩₹₺Ω/&'-]+$/u;

const labels = concepts.flatMap((concept) => LANGUAGES.flatMap((language) => concept[language]));

test('there are at least 2,500 concepts with 8,000 labels, and every id is its own', () => {
  expect(concepts.length).toBeGreaterThanOrEqual(2500);
  expect(labels.length).toBeGreaterThanOrEqual(8000);
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

test('Chinese labels have Chinese characters and Persian ones Persian letters, unless a Latin term is used there', () => {
  expect(concepts.flatMap(({ zh }) => zh).filter((label) => !HAN.test(label) && !LATIN_TERM.test(label))).toEqual([]);
  const persian = concepts.flatMap(({ fa }) => fa);
  expect(persian.filter((label) => !/[\u0600-\u06ff]/.test(label) && !LATIN_TERM.test(label))).toEqual([]);
});

test('Persian labels are written with the Persian kaf and yeh', () => {
  expect(concepts.flatMap(({ fa }) => fa).filter((label) => /[\u0643\u064a\u0649]/.test(label))).toEqual([]);
});

test('no label is a bare number, empty, or written with stray spaces', () => {
  expect(labels.filter((label) => /^\d+$/.test(label) || label.trim() === '' || label !== label.trim())).toEqual([]);
});

test('a finer concept says what listings state: known concepts, most of another facet, never itself', () => {
  const wrong = concepts.filter(({ id, of = [] }) => of.some((each) => !ids.has(each) || each === id));
  expect(wrong).toEqual([]);
  // A finer concept of a finer one would ask for nothing that listings state.
  const finer = new Set(concepts.filter(({ of = [] }) => of.length > 0).map(({ id }) => id));
  expect(concepts.filter(({ of = [] }) => of.some((each) => finer.has(each)))).toEqual([]);
});

test('what is finer belongs to a facet that only ranks, so that it never filters listings away', () => {
  const filtering = /^(?:category|department|colour|material|pattern|condition|length|brand|size|price):/;
  expect(concepts.filter(({ id, of = [] }) => of.length > 0 && filtering.test(id))).toEqual([]);
});

test('a concept is broader only within its facet', () => {
  const wrong = concepts.filter(({ id, broader = [] }) => broader.some((each) => facetOf(each) !== facetOf(id)));
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('implied concepts stand under a label of their own concept', () => {
  const wrong = concepts.flatMap((concept) =>
    Object.keys(concept.implies ?? {}).filter((label) => !LANGUAGES.some((each) => concept[each].includes(label))),
  );
  expect(wrong).toEqual([]);
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
