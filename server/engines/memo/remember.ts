/**
 * The same function with its latest results kept, at most `most` of them; the oldest quarter is forgotten when they are
 * too many. For pure functions of a text: texts come again with every question, and taking one apart costs a hundred
 * times more than finding it. Whoever gets a result shares it and must not change it.
 */
export function remember<Result>(of: (text: string) => Result, most: number): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = of(text);
    if (known.size >= most) forgetOldest(known, most >> 2);
    known.set(text, made);
    return made;
  };
}

function forgetOldest<Result>(known: Map<string, Result>, count: number): void {
  let left = Math.max(1, count);
  for (const text of known.keys()) {
    known.delete(text);
    if (--left === 0) return;
  }
}
