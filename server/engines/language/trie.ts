/** What a sequence of units may mean. One entry gathers everything its label says. */
export type Entry = {
  /** Concept ids, in the order of the knowledge files. */
  ids: string[];
  /** Those of `ids` that hold only beside a thing one can buy. */
  weakIds: string[];
  cues: string[];
  /** Set when a label has been given its reading by hand; no other file adds to it. */
  isSense: boolean;
  /** Some concept has exactly this label, so that plurals of others stay away. */
  isWritten: boolean;
  prefer?: [when: string[], keep: string[]][];
  /** Brands as the catalogue writes them. */
  brands: string[];
  /** The brand's name is an everyday word too: it must be capitalised or introduced ("by", "brand"). */
  isShyBrand: boolean;
  /** Only part of a brand's name: it ranks, and filters nothing unless excluded. */
  isPartialBrand: boolean;
};

export type TrieNode = { next: Map<string, TrieNode> | undefined; entry: Entry | undefined };

export function createNode(): TrieNode {
  return { next: undefined, entry: undefined };
}

/** Most lists of most entries stay empty: all of them are this one, so lists grow by `addTo` only. */
const NONE: string[] = [];
Object.freeze(NONE);

/** Adds a value to one of an entry's lists, once. */
export function addTo(entry: Entry, list: 'ids' | 'weakIds' | 'cues' | 'brands', value: string): void {
  if (entry[list] === NONE) entry[list] = [value];
  else if (!entry[list].includes(value)) entry[list].push(value);
}

export function createEntry(): Entry {
  return {
    ids: NONE,
    weakIds: NONE,
    cues: NONE,
    isSense: false,
    isWritten: false,
    brands: NONE,
    isShyBrand: false,
    isPartialBrand: false,
  };
}

/** The entry at the end of a path, made where it is missing. */
export function entryAt(root: TrieNode, forms: readonly string[]): Entry {
  let node = root;
  for (const form of forms) {
    node.next ??= new Map();
    let child = node.next.get(form);
    if (!child) {
      child = createNode();
      node.next.set(form, child);
    }
    node = child;
  }
  node.entry ??= createEntry();
  return node.entry;
}

/** The entry at the end of a path, if there is one. */
export function findEntry(root: TrieNode, forms: readonly string[]): Entry | undefined {
  let node: TrieNode | undefined = root;
  for (const form of forms) {
    node = node.next?.get(form);
    if (!node) return undefined;
  }
  return node.entry;
}
