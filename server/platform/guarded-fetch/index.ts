export { type Fetched, FetchProblem, fetchOnce, type ReachLimits } from './fetch-once.ts';
export { isPublicAddress } from './public-address.ts';
