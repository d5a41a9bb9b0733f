import type { ListingCard } from '#contract/listing';

/** The ids that messages exist for, checked against the contract by the compiler. */
export const conditionIds = [
  'new-with-tags',
  'like-new',
  'very-good',
  'good',
  'fair',
] as const satisfies readonly NonNullable<ListingCard['condition']>[];
export const departmentIds = ['women', 'men', 'children', 'unisex'] as const satisfies readonly NonNullable<
  ListingCard['department']
>[];
