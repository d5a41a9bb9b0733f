import { isPublicAddress, type ReachLimits } from '#platform/guarded-fetch';

/** How far a crawl goes. Times in milliseconds, sizes in bytes. */
export type CrawlLimits = {
  /** For a page; `mayReach` judges each IP address. */
  page: ReachLimits;
  /** For a sitemap or feed, over the wire and unpacked. */
  listBytes: number;
  unpackedListBytes: number;
  /** Addresses read from one sitemap or feed. */
  mostAddresses: number;
  /** Between two requests to one host where its robots.txt names no longer delay. */
  gapMs: number;
  /** A longer Crawl-delay means: not by this crawler. */
  longestDelayMs: number;
  redirects: number;
  /** To find the readable text of a page that has been fetched. */
  readMs: number;
  /** How long a run belongs to a process that has not been heard of. */
  leaseMs: number;
  /** How often a process looks for runs that are due. */
  pollMs: number;
};

const mebibyte = 1024 * 1024;

export const crawlLimits: CrawlLimits = {
  page: { maxBytes: 4 * mebibyte, timeoutMs: 20_000, mayReach: isPublicAddress },
  listBytes: 10 * mebibyte,
  unpackedListBytes: 50 * mebibyte,
  mostAddresses: 50_000,
  gapMs: 1000,
  longestDelayMs: 120_000,
  redirects: 5,
  readMs: 8000,
  leaseMs: 60_000,
  pollMs: 5000,
};
