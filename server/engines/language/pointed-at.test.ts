import { expect, test } from 'vitest';
import { readPointing } from './pointed-at.ts';

const at = (text: string, inSight = 6) => readPointing(text, inSight)?.positions;

test('one thing in sight is pointed at by its place, in three languages', () => {
  for (const text of [
    'the second one',
    'Tell me about the 2nd',
    'is number 2 lined?',
    'second one please',
    'is the second warm?',
  ])
    expect(at(text), text).toEqual([1]);
  for (const text of ['第二件', '第二件怎么样', '第2个有口袋吗', '第二双']) expect(at(text), text).toEqual([1]);
  for (const text of ['دومی', 'دومی چطوره؟', 'مورد دوم', 'شماره ۲', 'دومین گزینه']) expect(at(text), text).toEqual([1]);
  for (const text of ['the last one', '最后一件多长', 'آخری']) expect(at(text), text).toEqual([5]);
});

test('several things are pointed at in the order they are named', () => {
  for (const text of [
    'compare the first two',
    'the first 2',
    '比较前两件',
    '前两个哪个好',
    'دو تای اول را مقایسه کن',
    'دوتای اول',
  ])
    expect(at(text), text).toEqual([0, 1]);
  for (const text of ['compare the first and the third', '第一件和第三件比一比', 'اولی و سومی را مقایسه کن'])
    expect(at(text), text).toEqual([0, 2]);
  for (const text of ['the last two', '最后两件']) expect(at(text), text).toEqual([4, 5]);
  for (const text of ['what is the difference between the two', '这两件有什么区别', 'این دو چه فرقی دارند'])
    expect(at(text), text).toEqual([0, 1]);
  for (const text of ['which of these is warmest', '这些哪个最暖', 'کدام یک از اینها گرم‌تر است'])
    expect(at(text, 3), text).toEqual([0, 1, 2]);
});

test('what is not in sight is said to be beyond', () => {
  expect(readPointing('the fifth one', 3)).toMatchObject({ positions: [], beyond: true });
  expect(readPointing('第四件', 3)).toMatchObject({ positions: [], beyond: true });
  expect(readPointing('compare the first and the fifth', 3)).toMatchObject({ positions: [0], beyond: true });
});

test('ordinals that count something else point at nothing', () => {
  for (const text of [
    'a second hand coat',
    'shoes for our first dance',
    'the first time I hike',
    '第一次徒步穿什么鞋',
    'کت دست دوم',
    'برای اولین روز کاری',
    'a dress for the second day',
  ])
    expect(at(text), text).toBeUndefined();
});
