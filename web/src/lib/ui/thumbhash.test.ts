import { rgbaToThumbHash } from 'thumbhash';
import { expect, test } from 'vitest';
import { thumbhashBackground } from './thumbhash';

/** The thumbhash of a picture of 30 x 40 points, each coloured by its place from 0 to 1. */
function hashOf(colour: (x: number, y: number) => [number, number, number]): string {
  const [width, height] = [30, 40];
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const place = colour((at % width) / (width - 1), Math.floor(at / width) / (height - 1));
    rgba.set([...place, 255], at * 4);
  }
  return btoa(String.fromCharCode(...rgbaToThumbHash(width, height, rgba)));
}

/** The colours of a background: the thing, the ground above and the ground below. */
function coloursOf(image: string | null): [number, number, number][] {
  const [thing, , top, bottom] = [...(image ?? '').matchAll(/#(..)(..)(..)/g)].map(
    ([, r, g, b]): [number, number, number] => [parseInt(r!, 16), parseInt(g!, 16), parseInt(b!, 16)],
  );
  return [thing!, top!, bottom!];
}

test('one colour stays that colour everywhere', () => {
  for (const colour of coloursOf(thumbhashBackground(hashOf(() => [200, 80, 40]))))
    for (const [part, wanted] of [200, 80, 40].entries()) expect(Math.abs(colour[part]! - wanted)).toBeLessThan(12);
});

test('a red thing on white ground is red in the middle and white around it', () => {
  const isThing = (x: number, y: number) => Math.abs(x - 0.5) < 0.25 && Math.abs(y - 0.5) < 0.3;
  const image = thumbhashBackground(hashOf((x, y) => (isThing(x, y) ? [180, 20, 30] : [245, 245, 245])));
  const [thing, top, bottom] = coloursOf(image);
  expect(top![1]).toBeGreaterThan(thing![1] + 60);
  expect(bottom![1]).toBeGreaterThan(thing![1] + 60);
  expect(thing![0]).toBeGreaterThan(thing![1] + 40);
});

test('light above and dark below stay in their places', () => {
  const [, top, bottom] = coloursOf(thumbhashBackground(hashOf((_, y) => (y < 0.5 ? [230, 230, 230] : [30, 30, 30]))));
  expect(top![0]).toBeGreaterThan(bottom![0] + 80);
});

test('what is no thumbhash has no background', () => {
  expect(thumbhashBackground('not base64!')).toBeNull();
  expect(thumbhashBackground('AA==')).toBeNull();
});
