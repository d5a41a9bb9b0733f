import { expect, test } from 'vitest';
import { guidePassages } from './guide-passages.ts';
import { findPolicies } from './policy-evidence.ts';

const rules = guidePassages(
  {
    id: 'rules',
    title: 'Rules',
    markdown: [
      '## Cancelling\nA buyer may cancel within 3 hours of the order.',
      '## Claims\nA claim is opened within 3 days of delivery.',
      '## Returns for fit\nA piece that does not fit is not a reason for a claim.',
    ].join('\n\n'),
  },
  'document',
);
const headings = (question: string) => findPolicies(question, rules).map(({ heading }) => heading);

test('a question about the rules finds the rule, whatever the language', () => {
  expect(headings('can I still cancel? I bought it an hour ago')[0]).toBe('Cancelling');
  expect(headings('下单两个小时了还能取消吗')[0]).toBe('Cancelling');
  expect(headings('اگه سایزم نشه میتونم پس بدم؟')[0]).toBe('Returns for fit');
});

test('a rule about all that is asked comes before a rule about a part of it', () => {
  expect(headings("It doesn't fit. Can I send it back?")[0]).toBe('Returns for fit');
  expect(headings("the listing didn't mention a stain, how long can I complain?")[0]).toBe('Claims');
});

test('what no rule speaks of finds none', () => {
  expect(headings('is the velvet soft?')).toEqual([]);
});
