/** A number for each slot, 0 for most; whoever sets one that is 0 notes its slot. */
export type SlotColumn = { values: Float64Array; touched: number[] };

/** Columns that one search uses after the other, so that a search does not ask for memory. */
export type SlotColumns = {
  /** The column of that place with zeros below `capacity`; what it held before is gone. */
  cleared(place: number, capacity: number): SlotColumn;
};

export function createSlotColumns(): SlotColumns {
  const columns: SlotColumn[] = [];
  return {
    cleared(place, capacity) {
      const known = columns[place];
      if (known === undefined || known.values.length < capacity) {
        const room = Math.max(2048, 2 ** Math.ceil(Math.log2(Math.max(1, capacity))));
        columns[place] = { values: new Float64Array(room), touched: [] };
        return columns[place];
      }
      for (const slot of known.touched) known.values[slot] = 0;
      known.touched = [];
      return known;
    },
  };
}
