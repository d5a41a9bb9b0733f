import { AppError } from '#platform/errors';

export const AssistantError = {
  answerNotFound: () => new AppError('answer.not-found', 404, 'There is no such answer.'),
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
