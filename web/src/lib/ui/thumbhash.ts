type Channel = { mean: number; waves: { x: number; y: number; height: number }[] };
type Colours = { l: Channel; p: Channel; q: Channel };

/** How far each place keeps from the mean: a thumbhash overshoots at the edges, which shows when it is drawn large. */
const strength = 0.7;
const kept = new Map<string, string>();

/**
 * What stands in a picture's place while it loads: its thumbhash (base64, https://evanw.github.io/thumbhash) read in
 * the middle, where the thing is, and in two corners, where its ground is, as CSS gradients: a fourth of a small
 * bitmap's length in the page, and nothing to decode. Null when the hash cannot be read.
 */
export function thumbhashBackground(base64: string): string | null {
  const known = kept.get(base64);
  if (known) return known;
  const colours = readThumbhash(base64);
  if (!colours) return null;
  const [thing, top, bottom] = [
    colourAt(colours, 0.5, 0.5),
    colourAt(colours, 0.15, 0.15),
    colourAt(colours, 0.85, 0.85),
  ];
  const image = `radial-gradient(closest-side,${thing}cc,${thing}00),linear-gradient(${top},${bottom})`;
  if (kept.size > 2000) kept.clear();
  kept.set(base64, image);
  return image;
}

/** Lightness and two colour differences (yellow to blue, red to green), each a mean and the waves of a cosine transform. */
function readThumbhash(base64: string): Colours | null {
  let bytes: number[];
  try {
    bytes = [...atob(base64)].map((letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
  if (bytes.length < 6) return null;
  const [b0, b1, b2, b3, b4] = bytes as [number, number, number, number, number];
  const head = b0 | (b1 << 8) | (b2 << 16);
  const tail = b3 | (b4 << 8);
  const hasAlpha = head >> 23 > 0;
  const long = hasAlpha ? 5 : 7;
  const short = Math.max(3, tail & 7);
  const isWide = tail >> 15 > 0;
  let at = hasAlpha ? 12 : 10;

  function readChannel(mean: number, columns: number, rows: number, scale: number): Channel {
    const waves: Channel['waves'] = [];
    for (let y = 0; y < rows; y++) {
      for (let x = y === 0 ? 1 : 0; x * rows < columns * (rows - y); x++, at++) {
        const half = ((bytes[at >> 1] ?? 0) >> ((at & 1) * 4)) & 15;
        waves.push({ x, y, height: (half / 7.5 - 1) * scale });
      }
    }
    return { mean, waves };
  }

  return {
    l: readChannel((head & 63) / 63, isWide ? long : short, isWide ? short : long, ((head >> 18) & 31) / 31),
    p: readChannel(((head >> 6) & 63) / 31.5 - 1, 3, 3, (((tail >> 3) & 63) / 63) * 1.25),
    q: readChannel(((head >> 12) & 63) / 31.5 - 1, 3, 3, (((tail >> 9) & 63) / 63) * 1.25),
  };
}

/** The colour at a place, `x` and `y` from 0 to 1, as `#rrggbb`. */
function colourAt({ l, p, q }: Colours, x: number, y: number): string {
  const at = ({ mean, waves }: Channel) => {
    let sum = 0;
    for (const wave of waves) sum += wave.height * Math.cos(Math.PI * wave.x * x) * Math.cos(Math.PI * wave.y * y);
    return mean + 2 * strength * sum;
  };
  const [light, yellow, red] = [at(l), at(p), at(q)];
  const b = light - (2 / 3) * yellow;
  const r = (3 * light - b + red) / 2;
  const hex = (part: number) =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${hex(r)}${hex(r - red)}${hex(b)}`;
}
