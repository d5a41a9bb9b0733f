/** Columns of numbers by slot that one search uses after the other, so that a search does not ask for memory. */
export type SlotColumns = {
  /** The column of that place with zeros below `capacity`; what it held before is gone. */
  cleared(place: number, capacity: number): Float64Array;
};

export function createSlotColumns(): SlotColumns {
  const columns: Float64Array[] = [];
  return {
    cleared(place, capacity) {
      const known = columns[place];
      if (known !== undefined && known.length >= capacity) return known.fill(0, 0, capacity);
      const column = new Float64Array(Math.max(2048, 2 ** Math.ceil(Math.log2(Math.max(1, capacity)))));
      columns[place] = column;
      return column;
    },
  };
}
