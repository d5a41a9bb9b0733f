/** Static word vectors: reading the table, and what texts mean by the average of their words. */
export { loadWordNeighbours, type WordNeighbours } from './neighbours.ts';
export { dot, sentenceVector, wordWeight } from './sentence-vector.ts';
export { loadWordVectors, packWordVectors, type WordVectors } from './word-vectors.ts';
