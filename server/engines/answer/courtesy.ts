import type { AnswerContext } from './answer-context.ts';
import type { CourtesyInput, NotInSightInput } from './answer-input.ts';
import type { AnswerPart } from './answer-types.ts';

/** Greetings, thanks, and questions that are not about the shop: said plainly, nothing factual. */
export function answerCourtesy(context: AnswerContext, input: CourtesyInput): AnswerPart[] {
  const { messages } = context;
  const text = input.kind === 'out-of-scope' ? messages.outOfScope : smallTalk(context, input.understanding.text);
  return [{ type: 'text', sentences: [{ text, citations: [], factual: false }] }];
}

/** Says how many pieces there are to point at. */
export function answerNotInSight({ messages }: AnswerContext, { inSight }: NotInSightInput): AnswerPart[] {
  return [{ type: 'text', sentences: [{ text: messages.notInSight(inSight), citations: [], factual: false }] }];
}

function smallTalk({ messages }: AnswerContext, text: string): string {
  const { smallTalk: words } = messages;
  if (/\b(?:thanks?|thank you|thx|cheers)\b|谢谢|多谢|感谢|ممنون|مرسی|متشکر|سپاس/iu.test(text)) return words.thanks;
  if (/\b(?:bye|goodbye|see you|good night)\b|再见|拜拜|خداحافظ|خدانگهدار/iu.test(text)) return words.goodbye;
  if (
    /\b(?:who|what) are you\b|\bare you (?:a |an )?(?:robot|bot|human|person|real|ai)\b|你是谁|你是(?:机器人|人)|(?:شما|تو) (?:کی|چه کسی)|ربات/iu.test(
      text,
    )
  )
    return words.who;
  if (/\b(?:hi|hello|hey|good (?:morning|afternoon|evening))\b|你好|您好|嗨|سلام|درود/iu.test(text))
    return words.greeting;
  return words.other;
}
