import type { Understanding } from './need.ts';

export type QuestionKind = NonNullable<Understanding['question']>['kind'];

const WH: [RegExp, QuestionKind][] = [
  [
    /^(?:how (?:much|many|long|big|heavy|warm|old|high|tall|deep|wide|far|soon|loud|bright|thick)|多少|几|多大|多长|多重|多久|多高|چقدر|چند)/,
    'how-much',
  ],
  [/^(?:what|what's|whats|什么|啥|چه|چی|چیه|چیست)/, 'what'],
  [/^(?:which|哪|کدام|کدوم)/, 'which'],
  [/^(?:how|怎么|如何|怎样|چطور|چگونه|چطوری)/, 'how'],
  [/^(?:why|为什么|为何|چرا)/, 'why'],
  [/^(?:when|什么时候|何时|کی )/, 'when'],
  [/^(?:where|哪里|哪儿|在哪|کجا)/, 'where'],
];

const YES_NO_START =
  /^\s*(?:is|are|does|do|did|can|could|will|would|has|have|was|were|should|am|isn't|doesn't|any chance)\b/i;
const YES_NO_ANY = /吗|能不能|是不是|会不会|可不可以|有没有|是否|好不好|合不合|么[？?]?$|(?:^|\s)آیا(?:\s|$)/;

/** The kind of a question, or `none` where nothing is asked. */
export function questionKind(text: string, isListing: boolean): QuestionKind {
  const lower = text.slice(0, 400).toLowerCase().trim();
  if (/^(?:how (?:much|many|long|big|heavy|warm|old|high|tall|deep|wide|soon|loud|bright|thick))\b/.test(lower))
    return 'how-much';
  for (const [pattern, kind] of WH) if (pattern.test(lower)) return isPoliteRequest(lower) ? 'none' : kind;
  if (YES_NO_START.test(lower)) return isPoliteRequest(lower) ? 'none' : 'yes-no';
  const inner = innerKind(lower);
  if (inner) return inner;
  if (YES_NO_ANY.test(lower)) return isChineseRequest(lower) && !isListing ? 'none' : 'yes-no';
  return /[?？؟]\s*$/.test(lower) ? 'yes-no' : 'none';
}

function isPoliteRequest(lower: string): boolean {
  return /^(?:can|could|would|will) (?:you|i) (?:please )?(?:show|find|get|see|recommend|help|have|suggest|give|buy)|^(?:do you have|have you got|are there|is there) (?:any|a|an|some)?/.test(
    lower,
  );
}

/** 有没有黑色凉鞋 asks for sandals; 有没有口袋 asks about pockets. */
function isChineseRequest(lower: string): boolean {
  return /^有没有/.test(lower) && !/[吗？?]/.test(lower);
}

function innerKind(lower: string): QuestionKind | undefined {
  if (/多少|几个|几成|多大|多长|多重|多久|多高|چقدر|چند /.test(lower)) return 'how-much';
  if (/为什么|为何|چرا/.test(lower)) return 'why';
  if (/怎么|如何|怎样|چطور|چگونه/.test(lower)) return 'how';
  if (/什么时候|何时/.test(lower)) return 'when';
  if (/哪里|哪儿|在哪|کجا/.test(lower)) return 'where';
  if (/哪|کدام|کدوم|\bwhich\b/.test(lower)) return 'which';
  if (/什么|啥|چیست|چیه|چه |چی |\bwhat\b|\bwhat's\b/.test(lower)) return 'what';
  if (/\bhow (?:do|does|to|can|should|would|is|are)\b/.test(lower)) return 'how';
  if (/[?？؟]/.test(lower)) return 'yes-no';
  return undefined;
}
