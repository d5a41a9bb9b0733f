import { AppError } from '#platform/errors';

export const KnowledgeError = {
  documentNotFound: () => new AppError('document.not-found', 404, 'There is no such guide or document.'),
  questionNotFound: () =>
    new AppError('question.not-found', 404, 'There is no such question; it may have been taken back.'),
  answerNotFound: () => new AppError('answer.not-found', 404, 'There is no such answer; it may have been taken back.'),
  reviewNotFound: () => new AppError('review.not-found', 404, 'There is no such review.'),
  notYours: () => new AppError('voice.not-yours', 403, 'Only who wrote this may change it or take it back.'),
  ownWords: () => new AppError('voice.own-words', 403, 'Whether your own words help is for others to say.'),
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
