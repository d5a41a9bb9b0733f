import type { Selectable } from 'kysely';
import type { ListingDocument } from '#engines/retrieval';
import type { ListingTable } from '#modules/catalog';

/** A stored listing as the search index knows it. */
export function toDocument(row: Selectable<ListingTable>): ListingDocument {
  return {
    id: row.id,
    title: row.title,
    text: row.description,
    brand: row.brand ?? undefined,
    category: row.category ?? undefined,
    department: row.department ?? undefined,
    attributes: row.attributes,
    condition: row.condition ?? undefined,
    size: row.size_value === null ? undefined : { value: row.size_value, system: row.size_system ?? undefined },
    price: { minor: row.price_minor, currency: row.currency },
    closetId: row.closet_id,
    language: row.language,
    available: row.status === 'available',
    listedAt: row.listed_at.getTime(),
    likes: row.likes,
  };
}
