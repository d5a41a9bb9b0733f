import type { NotificationPage } from '#contract/notification';
import type { OwnVoices, Question } from '#contract/question';
import { createCall } from './client';

/** What people say and are told, for `load` and actions; a client of its own, so that no page of the shop fetches it. */
export function createVoicesClient(fetch: typeof globalThis.fetch) {
  const call = createCall(fetch);
  const at = encodeURIComponent;
  return {
    question: (id: string) => call<Question>('GET', `/questions/${at(id)}`),
    answerQuestion: (id: string, text: string) =>
      call<Question>('POST', `/questions/${at(id)}/answers`, { json: { text } }),
    editVoice: (kind: 'question' | 'answer', id: string, text: string) =>
      call<Question>('PATCH', `/${kind}s/${at(id)}`, { json: { text } }),
    takeBack: (kind: 'question' | 'answer', id: string) => call<void>('DELETE', `/${kind}s/${at(id)}`),
    setHelpful: (kind: 'review' | 'answer', id: string, helpful: boolean) =>
      call<void>(helpful ? 'PUT' : 'DELETE', `/${kind}s/${at(id)}/helpful`),
    ownVoices: (ids: string[]) => call<OwnVoices>('GET', '/me/voices', { query: { ids: ids.slice(0, 300).join(',') } }),
    notifications: (cursor: string | null) => call<NotificationPage>('GET', '/me/notifications', { query: { cursor } }),
    markRead: (ids?: string[]) =>
      call<{ unread: number }>('POST', '/me/notifications/read', { json: ids ? { ids } : {} }),
  };
}
