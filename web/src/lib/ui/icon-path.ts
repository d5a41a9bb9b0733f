import type { IconNode } from 'lucide';

const known = new WeakMap<IconNode, string>();

/** An icon's shapes as the data of one path (SVG 2, 9.3), so that it is one element of the page. */
export function iconPath(node: IconNode): string {
  let path = known.get(node);
  if (path === undefined) {
    path = node.map(([tag, attributes]) => shapePath(tag, attributes)).join('');
    known.set(node, path);
  }
  return path;
}

function shapePath(tag: string, attributes: IconNode[number][1]): string {
  const { d, cx, cy, r, x, y, width, height, rx, x1, y1, x2, y2 } = attributes;
  // A path that begins with a relative move would go on from the end of the one before.
  if (tag === 'path') return String(d).replace(/^m/, 'M0 0m');
  if (tag === 'line') return `M${x1} ${y1}L${x2} ${y2}`;
  if (tag === 'circle') return `M${Number(cx) - Number(r)} ${cy}${halfCircle(r, 2)}${halfCircle(r, -2)}`;
  const corner = (dx: number, dy: number) => `a${rx} ${rx} 0 0 1 ${dx * Number(rx)} ${dy * Number(rx)}`;
  const across = Number(width) - 2 * Number(rx);
  const down = Number(height) - 2 * Number(rx);
  const top = `M${Number(x) + Number(rx)} ${y}h${across}${corner(1, 1)}v${down}`;
  return `${top}${corner(-1, 1)}h${-across}${corner(-1, -1)}v${-down}${corner(1, -1)}`;
}

function halfCircle(radius: string | number | undefined, times: number): string {
  return `a${radius} ${radius} 0 0 1 ${times * Number(radius)} 0`;
}
