const quoted = /(?<=[“«「《])[^“”«»「」《》]+(?=[”»」》])/gu;
const rightToLeft = /\p{Script=Arabic}/u;

type Piece = { text: string; isApart: boolean };

/**
 * A sentence in pieces; those apart keep their own direction, so that a full stop stays where its language puts it: what
 * stands in quotation marks, and a sentence without a letter that runs to the left. Joined they are the sentence.
 */
export function splitDirections(text: string): Piece[] {
  if (!rightToLeft.test(text)) return [{ text, isApart: true }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(quoted)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isApart: false });
    pieces.push({ text: match[0], isApart: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isApart: false });
  return pieces;
}
