import type { EvidencePassage } from './evidence-types.ts';

type AttributeValue = string | number | boolean | string[];

/**
 * One passage an attribute, so that answers can cite it: "noiseCancelling: active" becomes the text "noise cancelling:
 * active" with the key and value beside it. Ids are `<about id>#<key>`.
 */
export function attributePassages(
  about: NonNullable<EvidencePassage['about']>,
  attributes: Record<string, AttributeValue>,
  author?: string,
): EvidencePassage[] {
  return Object.entries(attributes).map(([key, value]) => ({
    id: `${about.id}#${key}`,
    text: `${plainKey(key)}: ${plainValue(value)}`,
    source: 'attribute',
    language: 'en',
    author,
    attribute: { key, value },
    about,
  }));
}

function plainKey(key: string): string {
  return key.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
}

function plainValue(value: AttributeValue): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
