/** A frame is the length of its head in bytes, the head as JSON padded to whole words, then words; all little-endian. */

const WORD = 4;

export function encodeFrame(head: object, words: readonly Uint32Array[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const padded = Math.ceil(text.length / WORD) * WORD;
  const count = words.reduce((sum, one) => sum + one.length, 0);
  const bytes = new Uint8Array(WORD + padded + count * WORD);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, WORD);
  const body = new Uint32Array(bytes.buffer, WORD + padded, count);
  let at = 0;
  for (const one of words) {
    body.set(one, at);
    at += one.length;
  }
  return bytes;
}

export function decodeFrame(bytes: Uint8Array): { head: object; words: Uint32Array } {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(WORD, WORD + length))) as object;
  const body = bytes.slice(WORD + Math.ceil(length / WORD) * WORD);
  return { head, words: new Uint32Array(body.buffer, 0, body.byteLength / WORD) };
}
