type Kept = { bytes: Uint8Array<ArrayBuffer>; headers: [name: string, value: string][] };
type Entry = { until: number; page: Promise<Kept | null> };

/**
 * Pages as every visitor sees them, kept for a moment: a crowd that opens one page at once costs one page. Only HTML
 * without a cookie is kept, and only where `isForAll` still says so once it is made; anything else is for its reader alone.
 */
export function createPageCache({ keepMs, most, now }: { keepMs: number; most: number; now: () => number }) {
  const entries = new Map<string, Entry>();

  function makeRoom(): void {
    for (const [key, { until }] of entries) if (until <= now()) entries.delete(key);
    for (const key of entries.keys()) {
      if (entries.size < most) return;
      entries.delete(key);
    }
  }

  return async function serve(
    key: string,
    render: () => Promise<Response>,
    isForAll: () => boolean = () => true,
  ): Promise<Response> {
    const entry = entries.get(key);
    if (entry && entry.until > now()) {
      const kept = await entry.page;
      return kept ? new Response(kept.bytes, { headers: kept.headers }) : render();
    }
    makeRoom();
    const rendered = render();
    const page = rendered.then(
      (response) => (isForAll() ? keep(response) : null),
      () => null,
    );
    entries.set(key, { until: now() + keepMs, page });
    const response = await rendered;
    const kept = await page;
    return kept ? new Response(kept.bytes, { headers: kept.headers }) : response;
  };
}

/** Null for what is not to be shared; its body is then left unread. */
async function keep(response: Response): Promise<Kept | null> {
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (response.status !== 200 || !isHtml || response.headers.has('set-cookie')) return null;
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: [...response.headers] };
}
