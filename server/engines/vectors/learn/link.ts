/**
 * Finds the nearest words of every word of the shipped vectors and writes `knowledge/vectors/neighbours-en.bin`. A tool
 * for developers, to be run after `distil.ts`: `npx tsx server/engines/vectors/learn/link.ts`. Takes some minutes.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWordVectorBytes } from '../../../../knowledge/vectors/index.ts';
import { packNeighbours } from '../neighbours.ts';
import { loadWordVectors } from '../word-vectors.ts';

/** Words less alike than this are about the same things rather than the same thing. */
const LEAST_SIMILARITY = 0.5;
const MOST_NEIGHBOURS = 8;

const file = fileURLToPath(new URL('../../../../knowledge/vectors/neighbours-en.bin', import.meta.url));
writeFileSync(file, packNeighbours(loadWordVectors(readWordVectorBytes()), LEAST_SIMILARITY, MOST_NEIGHBOURS));
