import { type Bitset, countSlots } from './bitset.ts';

/** A set of slots that is also wanted as a list. */
export type SlotSet = {
  readonly set: Bitset;
  readonly size: number;
  /** Its slots in order; made when first asked for, good until the next set takes the same room. */
  slots(): Uint32Array;
};

/** Room for the slots of one set at a time, reused between searches. */
export type SlotRoom = { slots: Uint32Array };

export function createSlotRoom(): SlotRoom {
  return { slots: new Uint32Array(2048) };
}

export function slotSetOf(set: Bitset, room: SlotRoom): SlotSet {
  const size = countSlots(set);
  let listed: Uint32Array | undefined;
  return {
    set,
    size,
    slots() {
      listed ??= listSlots(set, size, room);
      return listed;
    },
  };
}

function listSlots(set: Bitset, size: number, room: SlotRoom): Uint32Array {
  if (room.slots.length < size) room.slots = new Uint32Array(2 ** Math.ceil(Math.log2(size)));
  const { slots } = room;
  let count = 0;
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word]!; bits !== 0; bits &= bits - 1) {
      slots[count++] = (word << 5) + 31 - Math.clz32(bits & -bits);
    }
  }
  return slots.subarray(0, count);
}
