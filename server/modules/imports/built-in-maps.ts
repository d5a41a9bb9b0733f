import { type ImportMap, parseImportMap } from './import-map.ts';

/** JSON Lines and CSV without a map: fields that have our own names. */
export function plainMap(): ImportMap {
  return parseImportMap({
    kind: 'listing',
    id: 'id',
    title: 'title',
    description: 'description',
    language: 'language',
    brand: 'brand',
    category: 'category',
    department: 'department',
    attributes: {
      '*': 'attributes',
      colour: { from: ['colour', 'color', 'attributes.colour'] },
      material: { from: ['material', 'attributes.material'] },
    },
    size: { value: { from: ['size.value', 'size'] }, system: { from: ['size.system', 'size_system'] } },
    condition: 'condition',
    conditionNote: { from: ['conditionNote', 'condition_note'] },
    price: { from: 'price', currency: { from: 'currency' } },
    originalPrice: { from: 'originalPrice', currency: { from: 'currency' } },
    quantity: 'quantity',
    status: 'status',
    listedAt: 'listedAt',
    pictures: { from: 'pictures', as: 'list' },
  });
}

/** What `readShopify` gives. The file names no currency: the instance's holds. */
export function shopifyMap(): ImportMap {
  return parseImportMap({
    kind: 'listing',
    id: 'id',
    title: 'title',
    description: 'description',
    brand: 'brand',
    category: 'category',
    attributes: { '*': 'attributes' },
    size: { value: 'size' },
    price: { from: 'price' },
    originalPrice: { from: 'compareAt' },
    quantity: 'quantity',
    status: 'status',
    pictures: 'pictures',
    product: { id: 'handle', name: 'name', brand: 'brand', category: 'category' },
  });
}

/** What `readGoogle` gives. */
export function googleMap(): ImportMap {
  return parseImportMap({
    kind: 'listing',
    id: 'id',
    title: 'title',
    description: 'description',
    brand: 'brand',
    category: 'category',
    department: 'department',
    attributes: { '*': 'attributes' },
    size: { value: 'size', system: 'sizeSystem' },
    condition: 'condition',
    price: { from: 'price', currency: { from: 'currency' } },
    originalPrice: { from: 'originalPrice', currency: { from: 'currency' } },
    status: 'status',
    pictures: 'pictures',
    product: { id: { from: ['product', 'id'] }, name: 'title', brand: 'brand', category: 'category' },
    questions: { each: 'questions', text: 'question', answer: 'answer' },
  });
}
