import type { ColumnType } from 'kysely';

/** A jsonb column: read as the value, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;

export type AttributeMap = Record<string, string | number | boolean | string[]>;

export type CatalogTables = {
  'catalog.closet': ClosetRow;
  'catalog.product': ProductTable;
  'catalog.listing': ListingTable;
  'catalog.listing_picture': {
    listing_id: string;
    position: number;
    picture_id: string;
    alt: Json<Record<string, string>>;
  };
  'catalog.price_change': { listing_id: string; at: Date; price_minor: number };
};

export type ClosetRow = {
  id: string;
  handle: string;
  owner_id: string | null;
  name: string;
  person: string | null;
  language: 'en' | 'zh' | 'fa';
  location: string | null;
  story: string;
  ships_within_days: number | null;
  followers: ColumnType<number, number | undefined, number>;
  created_at: Date;
};

export type ProductTable = {
  id: string;
  source: string;
  source_id: string;
  brand: string | null;
  name: string;
  category: string | null;
  department: string | null;
  attributes: Json<AttributeMap>;
};

export type ListingTable = {
  id: string;
  source: string;
  source_id: string;
  closet_id: string;
  product_id: string | null;
  title: string;
  description: string;
  language: 'en' | 'zh' | 'fa';
  brand: string | null;
  category: string | null;
  department: 'women' | 'men' | 'children' | 'unisex' | null;
  attributes: Json<AttributeMap>;
  size_value: string | null;
  size_system: string | null;
  condition: string | null;
  condition_note: string | null;
  price_minor: number;
  original_price_minor: number | null;
  currency: string;
  quantity: number;
  status: 'draft' | 'available' | 'held' | 'sold' | 'not-for-sale';
  likes: ColumnType<number, number | undefined, number>;
  listed_at: Date;
  import_hash: string | null;
  updated_at: Date;
};
