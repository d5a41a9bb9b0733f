/**
 * Shares what is the same for every reader: what `make` gives for a key is kept for `keepMs`, and who asks meanwhile waits
 * for the one that is being made. Where making it fails, whoever waits makes their own. For a few keys: none is thrown out.
 */
export function createShare<Key, Value>({ keepMs, now }: { keepMs: number; now: () => number }) {
  const entries = new Map<Key, { until: number; value: Promise<Value> }>();

  return function share(key: Key, make: () => Promise<Value>): Promise<Value> {
    const known = entries.get(key);
    if (known && known.until > now()) return known.value.catch(make);
    const entry = { until: now() + keepMs, value: make() };
    entries.set(key, entry);
    entry.value.catch(() => {
      if (entries.get(key) === entry) entries.delete(key);
    });
    return entry.value;
  };
}
