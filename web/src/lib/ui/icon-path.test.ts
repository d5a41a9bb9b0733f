import { Heart, type IconNode, Monitor, Search, ZoomIn } from 'lucide';
import { expect, test } from 'vitest';
import { iconPath } from './icon-path';

test('one path stays as it is', () => {
  expect(iconPath(Heart)).toBe(Heart[0]![1].d);
});

test('circles, lines and rectangles become parts of the path, wherever they stand', () => {
  expect(iconPath([['circle', { cx: '11', cy: '11', r: '8' }]])).toBe('M3 11a8 8 0 0 1 16 0a8 8 0 0 1 -16 0');
  expect(iconPath([['line', { x1: '8', x2: '14', y1: '11', y2: '12' }]])).toBe('M8 11L14 12');
  expect(iconPath([['rect', { width: '20', height: '14', x: '2', y: '3', rx: '2' }]])).toBe(
    'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2',
  );
});

test('a shape begins at its own place, not at the end of the one before', () => {
  const node: IconNode = [
    ['path', { d: 'M5 5h3' }],
    ['path', { d: 'm1 2 3 4' }],
  ];
  expect(iconPath(node)).toBe('M5 5h3M0 0m1 2 3 4');
});

test('every shape of our icons is known', () => {
  for (const icon of [Heart, Monitor, Search, ZoomIn]) expect(iconPath(icon)).not.toMatch(/undefined|NaN/);
});
