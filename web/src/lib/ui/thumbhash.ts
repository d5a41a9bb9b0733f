import { thumbHashToRGBA } from 'thumbhash';

const columns = 6;
const rows = 8;
const headerBytes = 54;
const rowBytes = Math.ceil((columns * 3) / 4) * 4;
/** How far each dot keeps from the mean: a thumbhash overshoots at the edges, which shows when it is drawn large. */
const strength = 0.7;
const kept = new Map<string, string>();

/**
 * What stands in a picture's place while it loads: its thumbhash (base64) drawn down to 6 x 8 dots, as the data URL of
 * a 24-bit BMP that the browser smooths as it scales. Null when the hash cannot be read.
 */
export function thumbhashBackground(base64: string): string | null {
  const known = kept.get(base64);
  if (known) return known;
  try {
    const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    const url = `data:image/bmp;base64,${btoa(String.fromCharCode(...drawBitmap(w, h, rgba)))}`;
    if (kept.size > 2000) kept.clear();
    kept.set(base64, url);
    return url;
  } catch {
    return null;
  }
}

/** Rows of a BMP go from the bottom up, colours as blue, green, red. */
function drawBitmap(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const file = new Uint8Array(headerBytes + rowBytes * rows);
  const view = new DataView(file.buffer);
  view.setUint16(0, 0x424d);
  view.setUint32(2, file.length, true);
  view.setUint32(10, headerBytes, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, columns, true);
  view.setInt32(22, rows, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  const mean = [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let at = channel; at < rgba.length; at += 4) sum += rgba[at]!;
    return (sum * 4) / rgba.length;
  });
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = Math.floor(((column + 0.5) * width) / columns);
      const y = Math.floor(((rows - row - 0.5) * height) / rows);
      for (let channel = 0; channel < 3; channel++) {
        const exact = rgba[(y * width + x) * 4 + channel]!;
        file[headerBytes + row * rowBytes + column * 3 + 2 - channel] =
          mean[channel]! + (exact - mean[channel]!) * strength;
      }
    }
  }
  return file;
}
