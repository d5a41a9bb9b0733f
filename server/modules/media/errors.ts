import { AppError } from '#platform/errors';

export const MediaError = {
  notAPicture: () =>
    new AppError('picture.not-readable', 422, 'This is not a picture we can read; use JPEG, PNG, WebP, AVIF or GIF.'),
  tooLarge: (limitMiB: number) =>
    new AppError('picture.too-large', 413, `The picture is larger than ${limitMiB} MiB; use a smaller one.`),
  notFound: () => new AppError('picture.not-found', 404, 'There is no such picture.'),
};
