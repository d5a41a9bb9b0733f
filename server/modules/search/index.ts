export { createSearch, type Search } from './create-search.ts';
export { createLabels } from './labels.ts';
export { createNeedPresenter, type NeedPresenter } from './present-need.ts';
export { searchRoutes } from './routes.ts';
