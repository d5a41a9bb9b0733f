import type { DomainEvent } from '#platform/outbox';

/** A listing is new or has changed, in whatever way; readers look up what it is now. */
export function listingChanged(listingId: string): DomainEvent {
  return { name: 'listing.changed', payload: { listingId } };
}
