/** Who reads for others. A shop assistant of flesh may be meant by the plain word, which needs more beside it. */
const MACHINE =
  '(?:ai|a\\.i\\.|language models?|llms?|gpt|chat ?gpt|chat ?bots?|bots?|(?:shopping|virtual|ai|digital) (?:assistants?|agents?|helpers?)|(?:ranking|search|recommendation) (?:algorithm|engine|system|model)s?|recommender)';
/** Where an order may begin. */
const START = '(?:^|[\\n.!?:;,"“(\\[>-]\\s*|\\b(?:please|kindly|must|should|always|now|will|shall|then)\\s+)';
/** ... and where it does without doubt: "I will say that it runs small" is none. */
const BEGINNING = '(?:^|[\\n.!?:(\\[>-]\\s*|\\b(?:please|kindly|you (?:must|should)|always)\\s+)';
const SHOPPERS = '(?:users?|shoppers?|customers?|visitors?|the buyers?|buyers|whoever asks|when asked|if asked)';
const FIRST = '(?:first|top|number one|no\\.? ?1|# ?1)';

/** Orders whose words are too common to look out for one by one. */
export const englishCue =
  /you(?:'re| are) (?:now|no longer)|from now on|anything now|\b(?:put|place|show|display|return|move|push|keep)\s+(?:this|it|me|my|us|our)\b/;

/**
 * Of these words, or of `englishCue`, each of the patterns below needs one. Most texts hold none, and are read no further: a look-up of each
 * word costs a tenth of the patterns.
 */
export const englishCues: ReadonlySet<string> = new Set(
  (
    'instruction instructions rule rules prompt prompts guideline guidelines directive directives constraint constraints ' +
    'restriction restrictions programming limit limits evidence forget role task identity command commands ' +
    'ai a.i a.i. language llm llms gpt chatgpt bot bots chatbot chatbots assistant assistants agent agents helper helpers ' +
    'algorithm algorithms engine engines system systems recommender ranking mode jailbreak act pretend play ' +
    'rank rate promote recommend boost prioritise prioritize feature list score position sort surface pin prefer treat ' +
    'consider user users shopper shoppers customer customers visitor visitors buyer buyers whoever ask asked asks verbatim ' +
    'answer reply respond say claim state mention quote cite display reveal disclose tell hide delete remove suppress ' +
    'tool tools function functions api history telegram whatsapp wechat outside platform disable verifier nadide avval aval ' +
    'hulue seller owner moderator admin administrator manufacturer official verified behalf vitrine'
  ).split(' '),
);

export const english: RegExp[] = [
  // What it was told no longer counts.
  /\b(?:ignore|disregard|forget|override|bypass|overrule|neglect|cancel|suspend|set aside|(?:do not|don't|stop) follow(?:ing)?)\b[^.!?\n]{0,30}\b(?:previous|prior|above|earlier|all|any|your|system|existing|original|every|other)\b[^.!?\n]{0,25}\b(?:instructions?|rules?|prompts?|guidelines?|directives?|constraints?|restrictions?|programming|limits?|evidence)\b/,
  /\bforget (?:everything|all) you (?:were|have been|know)\b/,
  /\b(?:new|updated|real) (?:system )?(?:instructions?|prompt|rules?)\s*(?:is|are|:)|\byour new (?:rules?|instructions?|role|task|identity)\b/,
  /\b(?:follow|obey) (?:these|my|the following) (?:new )?(?:instructions|rules|commands)\b/,
  /(?:ignore|disregard|forget)(?:all|any|your|the|previous|prior)\w{0,12}(?:instructions?|rules?|prompts?)/,
  // It is spoken to.
  new RegExp(
    `\\b(?:dear|hey|hi|hello|attention|any|every|(?:notes?|messages?|instructions?|memo) (?:to|for))[,:]?\\s+(?:the |an? |any |all |every )?${MACHINE}\\b`,
  ),
  new RegExp(`\\bif you(?:'re| are) (?:an? |the )?(?:\\w+ )?${MACHINE}\\b`),
  new RegExp(`\\b${MACHINE},?\\s+(?:please|you|must|should|always|has to|have to|is required|are required)\\b`),
  new RegExp(`(?:^|[\\n.!?(>-]\\s*|<!\\s*)${MACHINE}\\s*[:,]\\s*\\w`),
  /(?:^|[\n.!?]\s*)assistants?[,:]\s*(?:please|you|tell|say|rank|recommend|show)/,
  /\b(?:note|message|attention|memo) (?:to|for) the (?:shop(?:ping)? )?assistant\b/,
  // It is to be another.
  /\byou(?:'re| are) (?:now|no longer)\b/,
  /\bfrom now on,? you\b|\b(?:enter|enable|activate) (?:developer|god|admin|debug) mode\b|\bjailbreak|\bdo anything now\b/,
  /\b(?:act as|pretend (?:to be|you are|that you are)|you play)\b[^.!?\n]{0,20}\b(?:ai|assistant|seller|admin|system|developer|expert|agent|unrestricted|shop)\b/,
  // Places.
  new RegExp(
    `${START}(?:always |only )*(?:rank|promote|recommend|boost|prioriti[sz]e|feature|list|score|position|sort|surface|pin|prefer|rate)\\s+(?:only\\s+)?(?:this|it|me|my|us|our|these|the following|closet)\\b[^.!?\\n]{0,50}?\\b(?:${FIRST}|above|ahead|before|highest|higher|only result|10/10|everybody|everyone|every user|all users|the user|always|best)\\b`,
  ),
  new RegExp(`${START}(?:rank|prioriti[sz]e|promote)\\s+(?:this|it|me|my|us|our)\\b`),
  new RegExp(
    `${START}(?:always |only )*(?:put|place|show|display|return|move|push|keep|treat)\\s+(?:this|it|me|my|us|our)\\b[^.!?\\n]{0,25}?(?:\\b(?:in|at|to|into|as) (?:the |a )?(?:${FIRST}|perfect match|best match)|\\babove (?:all|every|any)|\\bahead of|\\b(?:first|top) (?:in|for|of) (?:every|all|any|the (?:search|results)))`,
  ),
  new RegExp(`${START}(?:treat|consider) this as (?:a |the )?(?:perfect|best|top|exact)`),
  new RegExp(`${START}(?:rank|recommend) this (?:product|item|listing|seller|piece)\\b`),
  new RegExp(
    `${START}(?:recommend|show|list|rank) (?:this|it|the item)[^.!?\\n]{0,20}\\b(?:to|for) (?:the |every |all )?(?:users?|shoppers?|customers?)`,
  ),
  // Words in its mouth.
  new RegExp(
    `${START}(?:always |only |never )*(?:tell|inform|assure|convince|advise|persuade|answer|reply|respond|say|state|claim|report|confirm|repeat|promise)\\b[^.!?\\n]{0,40}\\b(?:${SHOPPERS}|every shopper|every visitor|every buyer|verbatim|in your (?:answer|reply|response|summary)|all questions|every question)\\b`,
  ),
  /\b(?:when|if|whenever|once) (?:you are |you're |anyone |someone |somebody |a \w+ )?ask(?:ed|s)\b[^.!?\n]{0,30}[,:]?\s*(?:always |only |just )*(?:answer|say|reply|respond|tell|claim|state)\b/,
  new RegExp(
    `${BEGINNING}(?:always |only )*(?:answer|reply|respond|say|claim|state)\\b[^.!?\\n]{0,20}(?:that (?:it|this)|only with|with the (?:single )?word|"|“)`,
  ),
  new RegExp(
    `${START}(?:do not|don't|never)\\s+(?:mention|quote|cite|display|reveal|list|disclose|tell)\\b[^.!?\\n]{0,30}\\b(?:buyers|shoppers?|users?|customers?|negative reviews?|bad reviews?|flaws?|defects?|competing|competitors?|other (?:listings?|sellers?)|in your)\\b`,
  ),
  /\b(?:correct|only|right|expected) answer (?:is|to (?:every|any|all))\b|\bthe answer to every question\b/,
  /\b(?:hide|delete|remove|suppress) (?:the |all )?(?:other|competing|negative|bad|reviews of other)\s?(?:listings?|results?|reviews?|sellers?|items?)?\b[^.!?\n]{0,30}\b(?:from|sellers?|users?|results?)\b/,
  /\b(?:call|use|invoke|run) (?:your|the search) (?:\w+ )?(?:tools?|functions?|api)\b/,
  // Deals behind the shop's back.
  /\b(?:contact|message|text|pay|find)(?: me)?\b[^.!?\n]{0,25}\b(?:telegram|whats ?app|wechat|outside (?:the |of the )?(?:app|site|platform|shop)|off[ -]platform)\b/,
  // What it keeps to itself.
  /\b(?:reveal|print|repeat|output|show|display|leak|dump|disclose|expose|send|share|give)\b[^.!?\n]{0,30}\b(?:system prompt|(?:your |the )?(?:initial|hidden|secret|original|system) (?:prompt|instructions?|rules)|your (?:prompt|instructions|configuration)|api[ _-]?keys?|conversation history|(?:all|other) (?:users?|customers?|buyers?)'? )/,
  /\bsystem prompt\b|\bprompt injection\b|\bdisable the (?:verifier|filter|safety|check)/,
  // The same in Latin letters.
  /\bnadide (?:be)?gir|\bavval? neshan bede|\bhulue\b/,
];

/** Somebody who says to be another; an offence where they are not. */
export const englishImpersonation: RegExp[] = [
  /\b(?:as|speaking as) the (?:seller|owner of this listing|shop owner|store owner),? (?:i|we)\b/,
  /\b(?:i am|i'm|this is|we are) the (?:real |actual )?(?:seller|shop owner|moderator|administrator|admin|manufacturer)\b/,
  /\b(?:official|verified) (?:statement|notice|note|message|confirmation|announcement|update)\b/,
  /\bon behalf of (?:the )?(?:seller|platform|shop|vitrine|moderators?)\b|\bvitrine (?:team|support|staff|moderat)/,
  /\bas (?:an? |the )?(?:moderator|administrator|admin of|platform|vitrine|support agent)\b/,
];
