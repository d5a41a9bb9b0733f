export { createCategoriesIn } from './categories-in.ts';
export type { CrawlLimits } from './crawl-limits.ts';
export { type Crawler, createCrawler } from './crawler.ts';
export { sourceRoutes } from './routes.ts';
