let previousRow = new Uint8Array(64);
let currentRow = new Uint8Array(64);
let olderRow = new Uint8Array(64);

/** Optimal string alignment (Damerau-Levenshtein without repeated edits), cut off above `most`. */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most || right.length > 62) return most + 1;
  for (let column = 0; column <= right.length; column++) previousRow[column] = column;
  for (let row = 1; row <= left.length; row++) {
    currentRow[0] = row;
    let best = row;
    const letter = left.charCodeAt(row - 1);
    for (let column = 1; column <= right.length; column++) {
      const other = right.charCodeAt(column - 1);
      let cost = previousRow[column - 1]! + (letter === other ? 0 : 1);
      cost = Math.min(cost, previousRow[column]! + 1, currentRow[column - 1]! + 1);
      if (row > 1 && column > 1 && letter === right.charCodeAt(column - 2) && left.charCodeAt(row - 2) === other) {
        cost = Math.min(cost, olderRow[column - 2]! + 1);
      }
      currentRow[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    const spare = olderRow;
    olderRow = previousRow;
    previousRow = currentRow;
    currentRow = spare;
  }
  return previousRow[right.length]!;
}
