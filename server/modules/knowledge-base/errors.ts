import { AppError } from '#platform/errors';

export const KnowledgeError = {
  documentNotFound: () => new AppError('document.not-found', 404, 'There is no such guide or document.'),
  unknownAspect: () =>
    new AppError(
      'review.unknown-aspect',
      422,
      '?aspect: Reviews are not read for this; take the `aspect` of a theme.',
      {
        fields: [{ pointer: '?aspect', detail: 'Take the `aspect` of a theme.' }],
      },
    ),
  badCursor: () =>
    new AppError('request.bad-cursor', 422, '?cursor: Not a cursor of this list; start again without it.', {
      fields: [{ pointer: '?cursor', detail: 'Not a cursor of this list; start again without it.' }],
    }),
};
