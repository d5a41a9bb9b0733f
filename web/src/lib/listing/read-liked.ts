import type { Client } from '$lib/api/client';

/** Which of these listings the reader likes, for a page's `load`; visitors like nothing yet, so nobody is asked. */
export async function readLiked(client: Client, me: unknown, ids: string[]): Promise<string[]> {
  const unique = [...new Set(ids)].slice(0, 100);
  if (!me || unique.length === 0) return [];
  return (await client.marks(unique)).liked;
}
