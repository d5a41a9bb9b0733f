import type { Money } from '#contract/common';
import type { ListingDetail } from '#contract/listing';
import type { ReviewSummary } from '#contract/review';

const availability: Partial<Record<ListingDetail['status'], string>> = {
  available: 'https://schema.org/InStock',
  held: 'https://schema.org/Reserved',
  sold: 'https://schema.org/SoldOut',
};

/** schema.org Product and Offer of a listing (the page's own data), ready to stand inside a script element. */
export function productJsonLd(
  listing: ListingDetail,
  page: { url: string; origin: string; summary: ReviewSummary | null },
): string {
  const attribute = (key: string) => listing.attributes.find((candidate) => candidate.key === key)?.text;
  const state = availability[listing.status];
  const { summary } = page;
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': page.url,
    sku: listing.id,
    name: listing.title,
    description: listing.description,
    inLanguage: listing.language,
    image: listing.pictures.map((picture) => new URL(picture.url, page.origin).href),
    brand: listing.brand ? { '@type': 'Brand', name: listing.brand } : undefined,
    category: listing.breadcrumb.map(({ label }) => label).join(' > ') || undefined,
    color: attribute('colour'),
    material: attribute('materialShare') ?? attribute('material'),
    size: listing.size ? [listing.size.system, listing.size.value].filter(Boolean).join(' ') : undefined,
    itemCondition: conditionUrl(listing.condition),
    aggregateRating:
      summary?.rating && summary.count > 0
        ? {
            '@type': 'AggregateRating',
            ratingValue: Number(summary.rating.toFixed(2)),
            reviewCount: summary.ratings.reduce((sum, count) => sum + count, 0),
          }
        : undefined,
    offers: state
      ? {
          '@type': 'Offer',
          url: page.url,
          price: decimalOf(listing.price),
          priceCurrency: listing.price.currency,
          availability: state,
          itemCondition: conditionUrl(listing.condition),
          seller: { '@type': 'Organization', name: listing.closet.name },
        }
      : undefined,
  };
  return forScript(product);
}

/** JSON that cannot end the script element it stands in, whatever people wrote. */
export function forScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function conditionUrl(condition: ListingDetail['condition']): string | undefined {
  if (condition === null) return undefined;
  return `https://schema.org/${condition === 'new-with-tags' ? 'NewCondition' : 'UsedCondition'}`;
}

function decimalOf({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
