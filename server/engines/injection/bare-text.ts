/** Cyrillic and Greek letters that look like Latin ones. */
const LOOK_ALIKES: Record<string, string> = Object.fromEntries(
  'аa еe оo рp сc хx уy іi јj ѕs һh ԁd ԛq ԝw ɡg вb кk мm нh тt αa βb εe ιi κk νv οo ρp τt υu χx ηn ɩi'
    .split(' ')
    .map((pair) => [pair[0]!, pair.slice(1)]),
);
/** Traditional characters of the words that orders are made of. */
const SIMPLIFIED: Record<string, string> = Object.fromEntries(
  '無无 視视 規规 則则 過过 這这 個个 優优 顯显 頂顶 總总 從从 現现 請请 說说 訴诉 買买 賣卖 價价 評评 給给 與与 們们 統统 語语 機机 戶户 發发 輸输 報报 開开 關关 記记 將将 應应 須须 對对 話话 員员 隱隐 薦荐 護护 餘余 聲声 確确 認认 證证'
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!]),
);
const DIGIT_LETTERS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };

/**
 * A text as it reads, whatever it is written with: one width, no invisible characters, look-alikes as the letters they
 * look like, one form of Arabic letters without vowel signs, simplified Chinese without gaps, letters that stand apart
 * joined, digits among letters as letters. Only for finding: nobody is shown it.
 */
export function bareText(text: string): string {
  const lower = PLAIN.test(text) ? text.toLowerCase().replace(/[’‘]/g, "'") : plainLetters(text);
  const joined = lower.replace(/\b[a-z](?:[ ._-]{1,2}[a-z]\b){3,}/g, joinLetters);
  if (!/[a-z][\d@$]+[a-z]|\d[a-z]{2}/.test(joined)) return joined;
  return joined.replace(/[a-z@$\d]*[a-z][\d@$]+[a-z][a-z@$\d]*|\d[a-z][\da-z@$]{3,}/g, (word) =>
    word.replace(/[013457@$]/g, (char) => DIGIT_LETTERS[char]!),
  );
}

/** Text that holds nothing to be undone: most of it. */
const PLAIN = /^[\x20-\x7e\n’‘“”–—…]*$/;

function plainLetters(text: string): string {
  return text
    .replace(/\u200c/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\n')
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0400-\u052f\u0370-\u03ff\u0250-\u02af]/g, (char) => LOOK_ALIKES[char] ?? char)
    .replace(/[\u064b-\u0652\u0640\u0654]/g, '')
    .replace(/[يئ]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[أإ]/g, 'ا')
    .replace(/[ۀة]/g, 'ه')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\p{Script=Han}/gu, (char) => SIMPLIFIED[char] ?? char)
    .replace(/(?<=\p{Script=Han})[\s.·_-]+(?=\p{Script=Han})/gu, '')
    .replace(/[’‘]/g, "'");
}

/** "i g n o r e  a l l": single gaps fall away, wider ones part words. */
function joinLetters(run: string): string {
  return run
    .replace(/[ ._-]{2}/g, '\u0000')
    .replace(/[ ._-]/g, '')
    .replaceAll('\u0000', ' ');
}
