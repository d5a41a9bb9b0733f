import { AppError } from '#platform/errors';

export const KnowledgeError = {
  documentNotFound: () => new AppError('document.not-found', 404, 'There is no such guide or document.'),
  badCursor: () =>
    new AppError('request.bad-cursor', 422, '?cursor: Not a cursor of this list; start again without it.', {
      fields: [{ pointer: '?cursor', detail: 'Not a cursor of this list; start again without it.' }],
    }),
};
