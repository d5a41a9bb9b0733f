/** A function of a text that remembers its latest results; when `most` are remembered it begins anew. */
export function remembered<Result>(most: number, read: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (results.size >= most) results.clear();
    results.set(text, result);
    return result;
  };
}
