import type { ListingCard } from '#contract/listing';
import type { Reader } from '$lib/i18n';

/** The size as people say it: `US 8`, `M`, `W30/L32`, `One size`; in the reader's digits. */
export function describeSize(reader: Reader, size: NonNullable<ListingCard['size']>): string {
  if (size.system === 'ONE') return reader.t('listing.oneSize');
  const value = reader.digits(size.value);
  // Bidirectional isolation: a Latin size inside Persian text keeps its order.
  return size.system && !['INT', 'WL'].includes(size.system)
    ? `\u2068${size.system} ${value}\u2069`
    : `\u2068${value}\u2069`;
}

/** Size and condition in one line. */
export function describeListing(reader: Reader, listing: Pick<ListingCard, 'size' | 'condition'>): string {
  const parts = [
    listing.size && describeSize(reader, listing.size),
    listing.condition && reader.t(`listing.condition.${listing.condition}`),
  ];
  return parts.filter(Boolean).join(' · ');
}
