import { AppError } from '#platform/errors';

export const AssistantError = {
  answerNotFound: () => new AppError('answer.not-found', 404, 'There is no such answer.'),
  noSuchConversation: () => new AppError('conversation.not-found', 404, 'There is no such conversation.'),
  badCursor: () => new AppError('request.bad-cursor', 422, 'The cursor is not one of ours; begin again without it.'),
  sentenceNotFound: () =>
    new AppError('correction.no-such-sentence', 422, 'The answer has no factual sentence in this place.', {
      fields: [{ pointer: '/sentence', detail: 'Not a factual sentence of this answer.' }],
    }),
  correctionNotFound: () => new AppError('correction.not-found', 404, 'There is no such correction.'),
  correctionSettled: () =>
    new AppError('correction.settled', 409, 'This was settled already; what was said cannot be changed any more.'),
  conversationNotFound: () =>
    new AppError(
      'conversation.not-found',
      404,
      'There is no such conversation; ask without conversationId to start one.',
      {
        fields: [{ pointer: '/conversationId', detail: 'Not a conversation of yours.' }],
      },
    ),
};
