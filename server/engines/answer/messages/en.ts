import { attributeNameEn, cellEn, phraseEn } from './attributes-en.ts';
import type { CountWords, Messages, Phrase } from './message-types.ts';

const LANGUAGE_NAMES = { en: 'English', zh: 'Chinese', fa: 'Persian' } as const;

function list(items: string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function describe(phrases: Phrase[]): string {
  const is = phrases.filter((phrase) => phrase.form === 'is').map((phrase) => phrase.text);
  const has = phrases.filter((phrase) => phrase.form === 'has').map((phrase) => phrase.text);
  if (is.length === 0) return `it has ${list(has)}`;
  return has.length === 0 ? `it is ${list(is)}` : `it is ${list(is)}, with ${list(has)}`;
}

function says(words: CountWords): string {
  return words.says.replace(/\[(\w+)\]/g, words.count === 1 ? '$1' : '');
}

function count(words: CountWords): string {
  if (words.of === 1) return `The one review that mentions ${words.aspect} ${says(words)}.`;
  if (words.count === words.of)
    return `${words.of === 2 ? 'Both' : `All ${words.of}`} reviews that mention ${words.aspect} ${says(words)}.`;
  return `${words.count} of the ${words.of} reviews that mention ${words.aspect} ${says(words)}.`;
}

/** What an answer says in English. */
export const en: Messages = {
  language: 'en',
  number: (value) => String(value),
  list,
  title: (text) => `“${text}”`,
  languageName: (language) => LANGUAGE_NAMES[language],
  quote(text, voice, foreign) {
    const inLanguage = foreign ? `, in ${LANGUAGE_NAMES[foreign]}` : '';
    const said = `“${text}”`;
    switch (voice.kind) {
      case 'owner':
        return `${voice.name ?? 'An owner'} writes${inLanguage}: ${said}`;
      case 'seller':
        return `The seller writes${inLanguage}: ${said}`;
      case 'answer':
        return `${voice.name ?? 'An owner'} answered${inLanguage}: ${said}`;
      case 'attribute':
        return `The listing states${inLanguage}: ${said}`;
      case 'title':
        return `The listing is called${inLanguage}: ${said}`;
      default:
        return voice.title ? `From “${voice.title}”${inLanguage}: ${said}` : `A guide says${inLanguage}: ${said}`;
    }
  },
  phrase: phraseEn,
  attributeName: attributeNameEn,
  cell: cellEn,
  describe,

  bestMatch: (title, phrases) => `The closest match is “${title}”: ${describe(phrases)}.`,
  bestMatchPlain: (title) => `The closest match is “${title}”.`,
  bestMatchInBudget: (title, phrases) => `Within your budget, the closest match is “${title}”: ${describe(phrases)}.`,
  card: (phrases) => `${capital(describe(phrases))}.`,
  alternative: (title, phrases) => `“${title}” is worth a look too: ${describe(phrases)}.`,
  listedFor: (occasions) => `The seller suggests it for ${list(occasions)}.`,
  byPrice: (isDear) =>
    isDear
      ? 'Price level is judged by what is on sale here: the cheapest third of its kind is left out.'
      : 'Price level is judged by what is on sale here: the dearest third of its kind is left out.',
  notFound: (wishes) =>
    `What I did not find: nothing in its description or reviews speaks of ${wishes.length > 1 ? `${wishes.slice(0, -1).join(', ')} or ${wishes.at(-1)}` : wishes[0]}.`,
  nothingFits: () => 'Nothing on sale right now fits all of that.',
  nothingFitsButNear: (near) =>
    near === 1
      ? 'Nothing on sale right now fits all of that. One piece comes close if you can bend one thing.'
      : `Nothing on sale right now fits all of that. ${near} pieces come close if you can bend one thing.`,

  count,
  countShort: (words) => `${words.count} of ${words.of} ${says(words)}`,
  ownersRow: (aspect) => `Owners on ${aspect}`,
  opinionsDiffer(sides) {
    const [first, ...rest] = sides;
    if (!first) return '';
    const others = rest.map((side) => `${side.count} ${says(side)}`);
    return `Owners do not agree: of ${first.of} reviews on ${first.aspect}, ${list([`${first.count} ${says(first)}`, ...others])}.`;
  },
  listingSays: (phrases) => `According to the listing, ${describe(phrases)}.`,
  yes: (phrases) => `Yes: according to the listing, ${describe(phrases)}.`,
  no: (phrases) => `No: according to the listing, ${describe(phrases)}.`,
  ownersDisagree: (words) =>
    `Not every owner agrees: ${count(words).replace(/^All/, 'all').replace(/^Both/, 'both').replace(/^The/, 'the')}`,
  askedBefore: (question) => `Someone asked this before: “${question}”`,
  abstain: (topic) =>
    topic
      ? `The description, questions and reviews do not say anything about ${topic}.`
      : 'The description, questions and reviews do not answer that.',
  abstainNothing: () => 'There is nothing written about this yet.',

  point: (heading, text, foreign) =>
    foreign ? `${heading}, in ${LANGUAGE_NAMES[foreign]}: “${text}”` : `${heading}: ${text}`,
  researchLead: (category) => `What matters when you choose ${category}:`,
  researchNothing: (category) =>
    `I have no guide about ${category} yet. This is what the pieces on sale and their owners say.`,
  catalogueRange: (name, from, to, stated) =>
    `${name}: from ${from} to ${to} among the ${stated} pieces on sale that state it.`,
  catalogueCounts: (name, counts, stated) =>
    `${name}: ${list(counts.map(({ label, count: n }) => `${label} (${n})`))}, of ${stated} pieces that state it.`,
  ownersMention: (aspects, reviews) =>
    `In ${reviews} reviews, owners speak most about ${list(aspects.map(({ label, count: n }) => `${label} (${n})`))}.`,
  comparisonLead: (sides) => `${list(sides.map((side, i) => (i === 0 ? capital(side) : side)))}, side by side:`,
  comparisonNothing: (sides) => `I have nothing reliable that sets ${list(sides)} side by side.`,
  differs: (name, cells) => `${name}: ${list(cells.map(({ title, text }) => `${text} for “${title}”`))}.`,
  sameOn: (names) => `They agree on ${list(names.map((name) => name.toLowerCase()))}.`,
  giftLead: (title, phrases) =>
    phrases.length > 0
      ? `A good place to start is “${title}”: ${describe(phrases)}.`
      : `A good place to start is “${title}”.`,
  titles: {
    guide: 'What matters, and why',
    onHand: 'On sale here now',
    owners: 'What owners talk about',
    ownersSay: 'What owners say',
    nearest: 'The nearest thing I found',
    alsoGood: 'Worth a look too',
  },
  smallTalk: {
    greeting: 'Hello. Tell me what you are looking for, or ask about a piece you have found.',
    thanks: 'You are welcome. Ask me anything else about the pieces here.',
    goodbye: 'Goodbye, and come back any time.',
    who: 'I am the shop’s assistant. I answer from what sellers, owners and guides have written here, and I show where each sentence comes from.',
    other: 'I am here to help you find and compare things. What are you looking for?',
  },
  outOfScope:
    'I can only help with what is sold here: finding pieces, comparing them, and what sellers and owners say about them.',
  orderSignIn: 'To look at an order, please sign in; you will find it under your orders with every step it has taken.',
  forWhom: 'Who is it for?',
  clarify: (labels) =>
    `${capital(`${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}`)}: which would you rather have?`,
  notInSight: (count) =>
    count === 1 ? 'There is only one piece here to point at.' : `There are only ${count} pieces here to point at.`,
  wish: (label) => label,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
