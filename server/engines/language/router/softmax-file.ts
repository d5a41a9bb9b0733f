import type { Softmax } from './softmax.ts';

/**
 * A model as it is kept: the names of the features, one a line, and a row of signed bytes for each in base64 (features x
 * classes), which times `scale` are the weights.
 */
export type SoftmaxFile = { provenance: string; classes: string[]; scale: number; features: string; weights: string };

const STEPS = 127;

export function readSoftmax(file: SoftmaxFile): Softmax {
  const classes = file.classes.length;
  const table = Buffer.from(file.weights, 'base64');
  const bytes = new Int8Array(table.buffer, table.byteOffset, table.byteLength);
  const places = new Map(file.features.split('\n').map((feature, place) => [feature, place]));
  const row = new Float64Array(classes);
  return {
    classes,
    // One row serves all: it is read before the next is asked for.
    rowOf(feature) {
      const place = places.get(feature);
      if (place === undefined) return undefined;
      for (let k = 0; k < classes; k++) row[k] = bytes[place * classes + k]! * file.scale;
      return row;
    },
  };
}

/** Features none of whose weights reaches `least` are left out. */
export function writeSoftmax(
  weights: ReadonlyMap<string, Float64Array>,
  about: { provenance: string; classes: string[]; least: number },
): SoftmaxFile {
  const strength = (row: Float64Array) => Math.max(...Array.from(row, Math.abs));
  const kept = [...weights]
    .filter(([, row]) => strength(row) >= about.least)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const scale = Number((Math.max(...kept.map(([, row]) => strength(row))) / STEPS).toPrecision(6));
  const bytes = Int8Array.from(kept.flatMap(([, row]) => Array.from(row, (weight) => Math.round(weight / scale))));
  return {
    provenance: about.provenance,
    classes: about.classes,
    scale,
    features: kept.map(([feature]) => feature).join('\n'),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
