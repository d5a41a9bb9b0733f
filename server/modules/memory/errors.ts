import { AppError } from '#platform/errors';

export const MemoryError = {
  notFound: () => new AppError('memory.not-found', 404, 'Nothing of the kind is remembered of you.'),
  nothingSaid: () =>
    new AppError('memory.nothing-said', 422, 'The text states no size, budget or taste of yours.', {
      fields: [{ pointer: '/text', detail: 'Say it as in "I am a US 8" or "I never wear wool".' }],
    }),
  full: () => new AppError('memory.full', 409, 'A hundred things are remembered already; forget one first.'),
};
