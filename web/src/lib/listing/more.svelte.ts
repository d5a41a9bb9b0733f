import type { Snapshot } from '@sveltejs/kit';
import { tick, untrack } from 'svelte';
import type { Card } from './card-of';

type Page<Listing> = { listings: Listing[]; nextCursor: string | null };
type Kept = { key: string; listings: Card[]; nextCursor: string | null; scroll: number };
type Options = {
  /** What the list is of; another key begins another list. */
  key: string;
  first: { results?: Card[]; listings?: Card[]; nextCursor: string | null };
  load(cursor: string): Promise<Page<Card>>;
};

/** A list of listings that grows; `snapshot` keeps what was loaded and the place in it for when the reader returns. */
export type More = {
  readonly listings: Card[];
  readonly nextCursor: string | null;
  readonly status: 'idle' | 'loading' | 'failed';
  load(): Promise<void>;
  snapshot: Snapshot<Kept>;
};

export function createMore(options: () => Options): More {
  let added = $state.raw<Page<Card> & { key: string }>({ key: '', listings: [], nextCursor: null });
  let status = $state<More['status']>('idle');
  const key = $derived(options().key);
  const hasAdded = $derived(added.key === key && added.listings.length > 0);
  const first = $derived(options().first.results ?? options().first.listings ?? []);
  const known = $derived(new Set(first.map(({ id }) => id)));
  const listings = $derived(hasAdded ? [...first, ...added.listings.filter(({ id }) => !known.has(id))] : first);
  const nextCursor = $derived(hasAdded ? added.nextCursor : options().first.nextCursor);

  return {
    get listings() {
      return listings;
    },
    get nextCursor() {
      return nextCursor;
    },
    get status() {
      return status;
    },
    async load() {
      if (status === 'loading' || nextCursor === null) return;
      const startedFor = key;
      status = 'loading';
      try {
        const next = await options().load(nextCursor);
        status = 'idle';
        if (startedFor !== untrack(() => key)) return;
        const before = hasAdded ? added.listings : [];
        const seen = new Set([...before, ...first].map(({ id }) => id));
        added = {
          key,
          listings: [...before, ...next.listings.filter(({ id }) => !seen.has(id))],
          nextCursor: next.nextCursor,
        };
      } catch {
        status = 'failed';
      }
    },
    snapshot: {
      capture: () => ({
        key,
        listings: hasAdded ? added.listings : [],
        nextCursor: hasAdded ? added.nextCursor : null,
        scroll: scrollY,
      }),
      restore: (kept) => {
        if (kept.key !== key || kept.listings.length === 0) return;
        added = kept;
        tick().then(() => scrollTo(0, kept.scroll));
      },
    },
  };
}
