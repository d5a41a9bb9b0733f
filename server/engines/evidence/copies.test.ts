import { describe, expect, test } from 'vitest';
import { findCopies } from './copies.ts';
import type { EvidencePassage } from './evidence-types.ts';

const said = (id: string, text: string): EvidencePassage => ({ id, text, source: 'review' });

describe('copies among reviews', () => {
  test('a text that stands twice, with a word changed or a mark, is one voice', () => {
    const copies = findCopies([
      said('first', 'The bass is deep and the pads are soft, I wear them on the train every single morning.'),
      said('other', 'The bass is thin for my taste, but the pads are soft and they fold flat in a bag.'),
      said('again', 'The bass is deep and the pads are soft!! I wear them on the train every single morning'),
      said('varied', 'The bass is deep and the pads are soft, I wear them on the train every single evening.'),
    ]);
    expect([...copies]).toEqual(['again', 'varied']);
  });

  test('short praise that many people write is many voices', () => {
    expect(findCopies([said('a', 'Love it, fits well.'), said('b', 'Love it, fits well.')]).size).toBe(0);
  });

  test('copies are found in Chinese and Persian too', () => {
    const zh = '低音很足，戴着坐地铁一点也听不到外面的声音，推荐给大家';
    const fa = 'صدای بم آن عمیق است و بالشتک‌هایش نرم است و هر روز صبح در مترو استفاده می‌کنم';
    expect([...findCopies([said('a', zh), said('b', `${zh}！`), said('c', fa), said('d', fa)])]).toEqual(['b', 'd']);
  });
});
