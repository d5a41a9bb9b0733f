import { getContext, setContext } from 'svelte';
import { page } from '$app/state';

/**
 * What the reader likes. A page's `load` returns `liked` (ids); what changes afterwards, and what is learnt of listings
 * that came later, is kept here, so that the same listing shows the same heart everywhere.
 */
export type Likes = {
  has(id: string): boolean;
  set(id: string, liked: boolean): void;
  learn(ids: string[]): void;
};

const key = Symbol('likes');

/** The root layout provides it once. */
export function provideLikes(): Likes {
  let changed = $state.raw<Record<string, boolean>>({});
  const likes: Likes = {
    has: (id) => changed[id] ?? (page.data as { liked?: string[] }).liked?.includes(id) ?? false,
    set: (id, liked) => {
      changed = { ...changed, [id]: liked };
    },
    learn: (ids) => {
      changed = { ...Object.fromEntries(ids.map((id) => [id, true])), ...changed };
    },
  };
  return setContext(key, likes);
}

export function useLikes(): Likes {
  return getContext<Likes>(key);
}
