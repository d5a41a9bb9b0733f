/** What is said where a form about what people say is refused as a whole. */
export const voiceWords = { tooMany: 'voice.error.tooMany', other: 'voice.error.other' } as const;
