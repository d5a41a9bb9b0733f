import { rgbaToDataURL, thumbHashToRGBA } from 'thumbhash';

const columns = 6;
const rows = 8;
const kept = new Map<string, string>();

/**
 * What stands in a picture's place while it loads: its thumbhash (base64) drawn down to 6 x 8 dots, as a data URL of
 * some 400 bytes that the browser smooths as it scales. Null when the hash cannot be read.
 */
export function thumbhashBackground(base64: string): string | null {
  const known = kept.get(base64);
  if (known) return known;
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const { w, h, rgba } = thumbHashToRGBA(bytes);
    const url = rgbaToDataURL(columns, rows, sample(w, h, rgba));
    if (kept.size > 2000) kept.clear();
    kept.set(base64, url);
    return url;
  } catch {
    return null;
  }
}

function sample(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const dots = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = Math.floor(((column + 0.5) * width) / columns);
      const y = Math.floor(((row + 0.5) * height) / rows);
      dots.set(rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4), (row * columns + column) * 4);
    }
  }
  return dots;
}
