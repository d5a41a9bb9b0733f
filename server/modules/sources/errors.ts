import { AppError } from '#platform/errors';

export const SourceError = {
  notFound: () => new AppError('source.not-found', 404, 'There is no such source.'),
  isRunning: () =>
    new AppError('source.running', 409, 'This source is being read already; start it again when that has finished.'),
  unknownCategory: (category: string, index: number) => {
    const detail = `There is no category "${category.slice(0, 60)}".`;
    return new AppError('source.unknown-category', 422, detail, {
      fields: [{ pointer: `/categories/${index}`, detail }],
    });
  },
  tooMany: (most: number) =>
    new AppError('source.too-many', 409, `There are ${most} sources, the most there may be; remove one first.`),
};
