import { expect, test } from 'vitest';
import type { ListingDetail } from '#contract/listing';
import { productJsonLd } from './product-json-ld';

const listing: ListingDetail = {
  id: 'velvet-dress',
  title: 'Velvet dress',
  brand: 'Ardenne Row',
  category: 'dresses',
  department: 'women',
  language: 'en',
  size: { value: '8', system: 'US' },
  condition: 'very-good',
  price: { minor: 8450, currency: 'USD' },
  originalPrice: null,
  status: 'available',
  picture: null,
  placeholder: 'dresses',
  closet: {
    handle: 'margit',
    name: 'Margit',
    person: null,
    location: null,
    shipsWithinDays: null,
    listings: 1,
    followers: 0,
  },
  likes: 0,
  description: 'Red.',
  conditionNote: null,
  attributes: [{ key: 'colour', value: 'red', label: 'Colour', text: 'red' }],
  pictures: [{ url: '/media/demo/a.webp', width: 3, height: 4, thumbhash: '', alt: '' }],
  breadcrumb: [{ id: 'dresses', label: 'Dresses' }],
  quantity: 1,
  listedAt: '2026-01-01T00:00:00.000Z',
  priceHistory: [],
  product: null,
};
const page = { url: 'https://shop.example/listings/velvet-dress', origin: 'https://shop.example', summary: null };

test('says what the page says: price, condition and that it can be had', () => {
  expect(JSON.parse(productJsonLd(listing, page))).toMatchObject({
    '@type': 'Product',
    brand: { name: 'Ardenne Row' },
    color: 'red',
    image: ['https://shop.example/media/demo/a.webp'],
    offers: { price: '84.50', priceCurrency: 'USD', availability: 'https://schema.org/InStock' },
  });
});

test('a currency without minor units has a price without decimals', () => {
  const yen = productJsonLd({ ...listing, price: { minor: 12000, currency: 'JPY' } }, page);
  expect(JSON.parse(yen).offers.price).toBe('12000');
});

test('what is sold is sold out, and what is not for sale is not offered', () => {
  expect(JSON.parse(productJsonLd({ ...listing, status: 'sold' }, page)).offers.availability).toMatch(/SoldOut$/);
  expect(JSON.parse(productJsonLd({ ...listing, status: 'not-for-sale' }, page)).offers).toBeUndefined();
});

test('nothing a seller writes can end the script element', () => {
  const text = productJsonLd({ ...listing, title: '</script><script>alert(1)</script>\u2028<!--' }, page);
  expect(text).not.toMatch(/[<>\u2028]/);
  expect(JSON.parse(text).name).toBe('</script><script>alert(1)</script>\u2028<!--');
});
