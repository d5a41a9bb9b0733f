import type { Locale } from '#contract/common';

/** Questions that show what the box can do: a short label and what it asks. */
export const tryQuestions: Record<Locale, { label: string; question: string }[]> = {
  en: [
    {
      label: 'A long red dress with a big bow, for a red carpet',
      question: 'A long red dress with a big bow; I will wear it on a red carpet and want to catch every eye at once',
    },
    { label: 'What to look for in headphones?', question: 'what should I look for when buying headphones?' },
    { label: 'Headphones for hiking', question: 'headphones for hiking outdoors' },
    {
      label: 'Active or passive noise cancelling?',
      question: 'active or passive noise cancelling, what is the difference?',
    },
    { label: 'Best Thanksgiving gift', question: 'what is the best Thanksgiving gift?' },
    { label: 'Entry-level, strong bass', question: 'entry-level headphones with strong bass' },
  ],
  zh: [
    {
      label: '走红毯的红色长裙，大蝴蝶结',
      question: '红色的长裙，有个大的蝴蝶结，我打算穿着它去走红毯的时候能瞬间吸引所有人的眼球',
    },
    { label: '买耳机要看什么？', question: '买耳机的时候应该看什么？' },
    { label: '徒步用的耳机', question: '户外徒步用的耳机' },
    { label: '主动还是被动降噪？', question: '主动降噪和被动降噪有什么区别？' },
    { label: '最好的感恩节礼物', question: '最好的感恩节礼物是什么？' },
    { label: '入门级、低音强', question: '低音强的入门级耳机' },
  ],
  fa: [
    {
      label: 'پیراهن بلند قرمز با پاپیون بزرگ، برای فرش قرمز',
      question: 'پیراهن بلند قرمز با یک پاپیون بزرگ؛ می‌خواهم روی فرش قرمز بپوشم و در یک لحظه نگاه همه را بگیرد',
    },
    { label: 'در خرید هدفون به چه نگاه کنم؟', question: 'موقع خرید هدفون به چه چیزهایی نگاه کنم؟' },
    { label: 'هدفون برای کوه‌پیمایی', question: 'هدفون برای کوه‌پیمایی و فضای باز' },
    { label: 'نویزکنسلینگ فعال یا غیرفعال؟', question: 'فرق نویزکنسلینگ فعال و غیرفعال چیست؟' },
    { label: 'بهترین هدیهٔ شکرگزاری', question: 'بهترین هدیهٔ روز شکرگزاری چیست؟' },
    { label: 'مبتدی با بیس قوی', question: 'هدفون مبتدی با بیس قوی' },
  ],
};
