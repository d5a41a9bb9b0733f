import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * A file of records: the length of each in four bytes, the SHA-256 of the digest before it and of itself, itself. A
 * record that is cut short, changed, moved or left out is noticed when it is read.
 */

const LENGTH_BYTES = 4;
const DIGEST_BYTES = 32;
const FIRST_DIGEST = new Uint8Array(DIGEST_BYTES);

/** Writes the records beside the file and then puts them in its place: a reader finds the old ones or the new ones. */
export async function writeRecords(file: string, records: Iterable<Uint8Array>): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  try {
    const handle = await open(unfinished, 'w');
    try {
      let digest: Uint8Array = FIRST_DIGEST;
      for (const record of records) {
        digest = digestOf(digest, record);
        const length = new Uint8Array(LENGTH_BYTES);
        new DataView(length.buffer).setUint32(0, record.length, true);
        await handle.writev([length, digest, record]);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The records of a file, each checked before it is handed out. Throws where the file is not as it was written. */
export async function* readRecords(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    let digest: Uint8Array = FIRST_DIGEST;
    let at = 0;
    while (at < size) {
      const head = await readExactly(handle, at, LENGTH_BYTES + DIGEST_BYTES, size);
      const length = new DataView(head.buffer).getUint32(0, true);
      at += head.length;
      const record = await readExactly(handle, at, length, size);
      at += length;
      digest = digestOf(digest, record);
      if (Buffer.compare(digest, head.subarray(LENGTH_BYTES)) !== 0) throw new Error(`${file} is damaged.`);
      yield record;
    }
  } finally {
    await handle.close();
  }
}

async function readExactly(handle: FileHandle, at: number, length: number, size: number): Promise<Uint8Array> {
  if (at + length > size) throw new Error('The file ends too early.');
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) throw new Error('The file ends too early.');
    filled += bytesRead;
  }
  return bytes;
}

function digestOf(before: Uint8Array, record: Uint8Array): Uint8Array {
  return createHash('sha256').update(before).update(record).digest();
}
