export type { CategoryTaxonomy } from './categories.ts';
export { CatalogError } from './errors.ts';
export type { Labels } from './labels.ts';
export {
  addFollowers,
  addLikes,
  countListings,
  findCard,
  findClosetByHandle,
  findClosetOf,
  findForIndex,
  findProduct,
} from './queries.ts';
export { readCards } from './read.ts';
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
