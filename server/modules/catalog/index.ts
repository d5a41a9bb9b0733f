export type { CategoryTaxonomy } from './categories.ts';
export { CatalogError } from './errors.ts';
export type { Labels } from './labels.ts';
export {
  addFollowers,
  addFollowersOf,
  addLikes,
  addLikesOf,
  countListings,
  findCard,
  findClosetByHandle,
  findClosetById,
  findClosetOf,
  findForIndex,
  findListingIds,
  findProduct,
  findProductIds,
  isCatalogEmpty,
} from './queries.ts';
export { type ListingSummary, readCards, readSummaries } from './read.ts';
export { catalogRoutes } from './routes.ts';
export {
  type ListingInput,
  type ProductInput,
  type SaveCounts,
  saveClosets,
  saveListings,
  savePictures,
  savePriceChanges,
  saveProducts,
} from './save.ts';
export type { AttributeMap, ListingTable } from './tables.ts';
