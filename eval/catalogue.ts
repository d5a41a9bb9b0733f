import { createLanguage, type Understanding } from '#engines/language';
import {
  type AttributeValue,
  createSearchIndex,
  type ListingDocument,
  minorDigits,
  type SearchIndex,
} from '#engines/retrieval';
import { loadWordNeighbours, loadWordVectors } from '#engines/vectors';
import { loadKnowledge } from '#knowledge';
import { readWordNeighbourBytes, readWordVectorBytes } from '../knowledge/vectors/index.ts';

/** A row of a task's `corpus.jsonl`: the fields a listing may have, and any others, which are attributes. */
export type CorpusRow = {
  id: string;
  title: string;
  brand?: string;
  text?: string;
  category?: string;
  department?: string;
  condition?: string;
  size?: { value: string | number; system?: string };
  price?: number;
  currency?: string;
  likes?: number;
  available?: boolean;
  attributes?: Record<string, unknown>;
};

const OWN_FIELDS = new Set(
  'id title brand text category department condition size price currency likes available attributes'.split(' '),
);

/** The search index and the language engine as the product runs them, filled with a catalogue. */
export function fillCatalogue(rows: readonly CorpusRow[]): {
  index: SearchIndex;
  understand(text: string): Understanding;
  indexMs: number;
  indexBytes: number;
} {
  const language = createLanguage(loadKnowledge());
  const documents = rows.map(toListing);
  const before = performance.now();
  const index = createSearchIndex(language, {
    neighbours: loadWordNeighbours(readWordNeighbourBytes(), loadWordVectors(readWordVectorBytes())),
  });
  for (const document of documents) index.put(document);
  const understand = (text: string): Understanding => language.understand(text, { vocabulary: index.vocabulary() });
  understand('');
  return { index, understand, indexMs: performance.now() - before, indexBytes: index.bytes() };
}

function toListing(row: CorpusRow): ListingDocument {
  const attributes: Record<string, AttributeValue> = {};
  const others = Object.entries(row).filter(([key]) => !OWN_FIELDS.has(key));
  for (const [key, value] of [...Object.entries(row.attributes ?? {}), ...others]) {
    const readable = toAttribute(value);
    if (readable !== undefined) attributes[key] = readable;
  }
  const currency = (row.currency ?? 'USD').toUpperCase();
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    brand: row.brand,
    category: row.category,
    department: row.department,
    condition: row.condition,
    size: row.size && { value: String(row.size.value), system: row.size.system },
    price:
      row.price === undefined ? undefined : { minor: Math.round(row.price * 10 ** minorDigits(currency)), currency },
    likes: row.likes,
    available: row.available,
    attributes,
  };
}

function toAttribute(value: unknown): AttributeValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : undefined;
}
