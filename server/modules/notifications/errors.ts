import { AppError } from '#platform/errors';

export const NotificationError = {
  notFound: () => new AppError('notification.not-found', 404, 'One of these is no notification of yours.'),
  badCursor: () =>
    new AppError('request.bad-cursor', 422, '?cursor: Not a cursor of this list; start again without it.', {
      fields: [{ pointer: '?cursor', detail: 'Not a cursor of this list; start again without it.' }],
    }),
};
