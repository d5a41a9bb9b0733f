import { type ListingInput, saveClosets, saveListings, saveProducts } from '#modules/catalog';
import { type ReviewInput, saveReviews } from '#modules/knowledge-base';
import { createId } from '#platform/ids';
import type { TestApp } from './create-test-app.ts';

let serial = 0;

/** A closet without an owner; returns its id. */
export async function makeCloset(app: TestApp, handle = `closet-${++serial}`): Promise<string> {
  const id = createId('clo', app.clock.now());
  await saveClosets(app.ctx.db, [
    {
      id,
      handle,
      owner_id: null,
      name: `Closet ${handle}`,
      person: null,
      language: 'en',
      location: null,
      story: '',
      ships_within_days: 2,
      created_at: new Date(app.clock.now()),
    },
  ]);
  return id;
}

/** A listing that is available, in a closet of its own unless told; returns its id. Attributes are plain values. */
export async function makeListing(
  app: TestApp,
  given: Partial<Omit<ListingInput, 'attributes'>> & {
    attributes?: Record<string, string | number | boolean | string[]>;
  } = {},
): Promise<string> {
  const { attributes = {}, ...fields } = given;
  const closetId = fields.closet_id ?? (await makeCloset(app));
  const now = new Date(app.clock.now());
  const id = fields.id ?? createId('lst', app.clock.now());
  const row: ListingInput = {
    id,
    source: 'test',
    source_id: id,
    product_id: null,
    title: 'Linen dress',
    description: '',
    language: 'en',
    brand: null,
    category: 'dresses',
    department: 'women',
    attributes: JSON.stringify(attributes),
    size_value: null,
    size_system: null,
    condition: 'very-good',
    condition_note: null,
    price_minor: 5000,
    original_price_minor: null,
    currency: 'USD',
    quantity: 1,
    status: 'available',
    listed_at: now,
    import_hash: String(++serial),
    updated_at: now,
    ...fields,
    closet_id: closetId,
  };
  await app.ctx.db.transaction().execute((tx) => saveListings(app.ctx, tx, [row]));
  return id;
}

/** A product (style) with these reviews; returns its id. */
export async function makeProduct(
  app: TestApp,
  texts: string[],
  name = 'Linen dress',
  category = 'dresses',
): Promise<string> {
  const id = createId('prd', app.clock.now());
  await saveProducts(app.ctx.db, [
    { id, source: 'test', source_id: id, brand: null, name, category, department: null, attributes: '{}' },
  ]);
  const rows = texts.map((text, index): ReviewInput => {
    const reviewId = createId('rev', app.clock.now());
    return {
      id: reviewId,
      source: 'test',
      source_id: reviewId,
      product_id: id,
      author: `Owner ${index + 1}`,
      author_id: null,
      rating: 4,
      title: null,
      text,
      language: 'en',
      verified: true,
      helpful: 0,
      size_bought: null,
      height_cm: null,
      fit: null,
      written_at: new Date(app.clock.now()),
      import_hash: null,
    };
  });
  await saveReviews(app.ctx.db, rows);
  return id;
}

/** Waits until search knows what the database says of a listing; fails after two seconds. */
export async function untilSearch(app: TestApp, query: string, holds: (ids: string[]) => boolean): Promise<string[]> {
  const deadline = performance.now() + 2000;
  for (;;) {
    const response = await app.request(`/api/v1/search?q=${encodeURIComponent(query)}`);
    const body = (await response.json()) as { results: { id: string }[] };
    const ids = body.results.map((result) => result.id);
    if (holds(ids)) return ids;
    if (performance.now() > deadline)
      throw new Error(`Search for "${query}" still finds ${ids.join(', ') || 'nothing'}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
