export { alertRoutes } from './routes.ts';
export { type PriceWatch, watchPrices } from './watch-prices.ts';
