import type { Conversation, ConversationPage } from '#contract/conversation';
import type { Correction, Feedback } from '#contract/feedback';
import type { MemoryFact } from '#contract/memory';
import { createCall } from '$lib/api/client';
import type { Locale } from '$lib/i18n/locale';

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
    memory: (locale: Locale) => call<{ facts: MemoryFact[] }>('GET', '/me/memory', { query: { locale } }),
    remember: (json: { text: string; about?: 'clothing' | 'shoes'; locale: Locale }) =>
      call<{ facts: MemoryFact[] }>('POST', '/me/memory', { json }),
    changeMemory: (id: string, json: { text: string; locale: Locale }) =>
      call<MemoryFact>('PATCH', `/me/memory/${at(id)}`, { json }),
    /** Forgets one fact, or all. */
    forget: (id: string | null) => call<void>('DELETE', id === null ? '/me/memory' : `/me/memory/${at(id)}`),
    corrections: () => call<{ corrections: Correction[] }>('GET', '/me/corrections'),
    settleCorrection: (id: string, json: { state: 'fixed' | 'refused'; reply: string }) =>
      call<Correction>('POST', `/me/corrections/${at(id)}/settle`, { json }),
  };
}
