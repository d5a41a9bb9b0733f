import type { Conversation, ConversationPage } from '#contract/conversation';
import type { Correction, Feedback } from '#contract/feedback';
import { createCall } from '$lib/api/client';

/** What the pages of conversations call beside the client of all pages. */
export function createAskClient(fetch: typeof globalThis.fetch) {
  const call = createCall(fetch);
  const at = encodeURIComponent;
  return {
    conversations: (cursor?: string | null) => call<ConversationPage>('GET', '/conversations', { query: { cursor } }),
    conversation: (id: string, before?: string | null) =>
      call<Conversation>('GET', `/conversations/${at(id)}`, { query: { before } }),
    deleteConversation: (id: string) => call<void>('DELETE', `/conversations/${at(id)}`),
    feedback: (answerId: string) => call<Feedback>('GET', `/assistant/answers/${at(answerId)}/feedback`),
    rate: (answerId: string, good: boolean | null) =>
      good === null
        ? call<void>('DELETE', `/assistant/answers/${at(answerId)}/rating`)
        : call<void>('PUT', `/assistant/answers/${at(answerId)}/rating`, { json: { good } }),
    correct: (answerId: string, json: Pick<Correction, 'part' | 'sentence' | 'reason' | 'note'>) =>
      call<Correction>('POST', `/assistant/answers/${at(answerId)}/corrections`, { json }),
    takeBackCorrection: (id: string) => call<void>('DELETE', `/assistant/corrections/${at(id)}`),
    corrections: () => call<{ corrections: Correction[] }>('GET', '/me/corrections'),
    settleCorrection: (id: string, json: { state: 'fixed' | 'refused'; reply: string }) =>
      call<Correction>('POST', `/me/corrections/${at(id)}/settle`, { json }),
  };
}
