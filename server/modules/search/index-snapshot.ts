import { type SearchIndex, snapshotVersion } from '#engines/retrieval';
import type { OutboxCursor } from '#platform/outbox';
import { readRecords, writeRecords } from './snapshot-file.ts';

/** What a snapshot belongs to; it is of use only where all of it is the same. */
export type SnapshotOrigin = {
  /** Names the program and the knowledge that read the listings. */
  edition: string;
  /** Up to where the outbox is in it, and what stood there: another database has something else. */
  cursor: OutboxCursor;
  stamp: string;
};

type Header = SnapshotOrigin & { version: number };

/** Writes an index, which must not change meanwhile, without holding up the process for long. */
export async function saveIndex(file: string, index: SearchIndex, origin: SnapshotOrigin): Promise<void> {
  const header: Header = { version: snapshotVersion, ...origin };
  const records = function* (): Generator<Uint8Array> {
    yield new TextEncoder().encode(JSON.stringify(header));
    yield* index.frames();
  };
  await writeRecords(file, records());
}

/**
 * Fills an empty index from a file and tells up to where the outbox is in it. Throws where the file is damaged, of
 * another version or of another origin; the index is then of no use.
 */
export async function loadIndex(
  file: string,
  index: SearchIndex,
  expected: { edition: string; stampAt(cursor: OutboxCursor): Promise<string | null> },
): Promise<OutboxCursor> {
  const records = readRecords(file);
  try {
    const first = await records.next();
    if (first.done) throw new Error('The snapshot is empty.');
    const header = JSON.parse(new TextDecoder().decode(first.value)) as Header;
    if (header.version !== snapshotVersion || header.edition !== expected.edition) {
      throw new Error('The snapshot was written by another version.');
    }
    if ((await expected.stampAt(header.cursor)) !== header.stamp) {
      throw new Error('The snapshot belongs to another database.');
    }
    const restoring = index.restore();
    for await (const frame of records) restoring.accept(frame);
    if (!restoring.isWhole()) throw new Error('The snapshot is not whole.');
    return header.cursor;
  } finally {
    await records.return(undefined);
  }
}
