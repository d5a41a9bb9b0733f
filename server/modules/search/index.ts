export { createSearch, type Search } from './create-search.ts';
export { createLabels, createTaxonomy } from './labels.ts';
export { createNeedPresenter, describeConstraint, type NeedPresenter } from './present-need.ts';
export { searchRoutes } from './routes.ts';
export { toDocument } from './to-document.ts';
