import type { Locale } from '#contract/common';

/** How people are called whom a file does not name. */
export const anonymous: Record<Locale, string> = { en: 'Anonymous', zh: '匿名用户', fa: 'ناشناس' };
