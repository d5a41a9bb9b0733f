import { AppError } from '#platform/errors';

export const CatalogError = {
  listingNotFound: () =>
    new AppError('listing.not-found', 404, 'There is no such listing; it may have been taken down.'),
  productNotFound: () => new AppError('product.not-found', 404, 'There is no such style.'),
  closetNotFound: () => new AppError('closet.not-found', 404, 'There is no closet with this name.'),
  closetExists: () => new AppError('closet.exists', 409, 'You have a closet already.'),
  handleTaken: () =>
    new AppError('closet.handle-taken', 409, 'This name is taken; choose another.', {
      fields: [{ pointer: '/handle', detail: 'Taken; choose another.' }],
    }),
  badCursor: () =>
    new AppError('request.bad-cursor', 422, '?cursor: Not a cursor of this list; start again without it.', {
      fields: [{ pointer: '?cursor', detail: 'Not a cursor of this list; start again without it.' }],
    }),
};
