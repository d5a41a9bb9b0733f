import type { Locale } from '../i18n/locale';
import type { OperatorWords } from '../operator/words';

const files = import.meta.glob<OperatorWords>('../operator/words/*.json', { import: 'default' });

export async function loadOperatorWords(locale: Locale): Promise<OperatorWords> {
  return files[`../operator/words/${locale}.json`]!();
}
