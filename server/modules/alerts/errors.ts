import { AppError } from '#platform/errors';

export const AlertError = {
  notForSale: () => new AppError('price-alert.not-for-sale', 409, 'This is not for sale, so its price will not fall.'),
  targetTooHigh: () =>
    new AppError('price-alert.target-too-high', 422, 'The target must be below the price of now.', {
      fields: [{ pointer: '/targetMinor', detail: 'Must be below the price of now.' }],
    }),
};
