/** From so many values on ranks are counted by steps of value, which takes time in proportion to their number. */
const MANY = 4096;
/** Eight bits of a value's fraction: values less than 0.4% apart may count as equal. */
const DROPPED_BITS = 15;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/**
 * How many of some values (none negative) are below one of them. Exact for few values; for many, those in the same step
 * count as equal. Never depends on their order.
 */
export function rankCounter(values: Float64Array): (value: number) => number {
  return values.length < MANY ? bySorting(values) : bySteps(values);
}

function bySorting(values: Float64Array): (value: number) => number {
  const sorted = values.slice().sort();
  return (value) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function bySteps(values: Float64Array): (value: number) => number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = 0; at < values.length; at++) {
    if (values[at]! < least) least = values[at]!;
    if (values[at]! > most) most = values[at]!;
  }
  const first = stepOf(least);
  const below = new Uint32Array(stepOf(most) - first + 2);
  for (let at = 0; at < values.length; at++) below[stepOf(values[at]!) - first + 1]!++;
  for (let step = 1; step < below.length; step++) below[step]! += below[step - 1]!;
  return (value) => below[stepOf(value) - first]!;
}

/** Grows with the value: the upper bits of a float of 32 bits. */
function stepOf(value: number): number {
  float[0] = value;
  return bits[0]! >>> DROPPED_BITS;
}
