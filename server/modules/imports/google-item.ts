/** A product of a Google feed in the fields of `googleMap`: prices split, groups as lists, availability in our words. */
export function googleItem(item: Record<string, unknown>): Record<string, unknown> {
  const price = splitPrice(item.price);
  const sale = splitPrice(item.sale_price);
  const highlights = listOf(item.product_highlight);
  const groupId = textOf(item.item_group_id);
  return {
    ...item,
    description: [textOf(item.description), highlights.map((line) => `• ${textOf(line)}`).join('\n')]
      .filter(Boolean)
      .join('\n\n'),
    price: sale.amount === '' ? price.amount : sale.amount,
    currency: sale.currency || price.currency,
    originalPrice: sale.amount === '' ? '' : price.amount,
    category: textOf(item.product_type ?? item.google_product_category)
      .split('>')
      .at(-1)!
      .trim(),
    department: departmentOf(item),
    condition: conditions[textOf(item.condition).toLowerCase()] ?? '',
    status: statuses[textOf(item.availability).toLowerCase().replaceAll(' ', '_')] ?? 'available',
    sizeSystem: systems.includes(textOf(item.size_system).toUpperCase()) ? textOf(item.size_system).toUpperCase() : '',
    pictures: [item.image_link, ...listOf(item.additional_image_link)].map(textOf).filter(Boolean),
    product: groupId === '' ? undefined : groupId,
    questions: listOf(item.question_and_answer),
    attributes: attributesOf(item),
  };
}

/** A new thing of a shop has its tags; what "refurbished" means is nearest to like new. */
const conditions: Record<string, string> = { new: 'new-with-tags', refurbished: 'like-new', used: 'good' };
const statuses: Record<string, string> = {
  in_stock: 'available',
  out_of_stock: 'not-for-sale',
  preorder: 'not-for-sale',
  backorder: 'not-for-sale',
};
const systems = ['US', 'UK', 'EU', 'IT', 'FR', 'DE', 'JP'];
const facts: Record<string, string> = {
  color: 'colour',
  material: 'material',
  pattern: 'pattern',
  gtin: 'gtin',
  mpn: 'mpn',
};

function attributesOf(item: Record<string, unknown>): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [name, key] of Object.entries(facts)) {
    // "Black/Grey" lists colours, the main one first.
    const [first, second] = textOf(item[name])
      .split('/')
      .map((part) => part.trim());
    if (first) attributes[key] = first;
    if (key === 'colour' && second) attributes.colour2 = second;
  }
  for (const detail of listOf(item.product_detail)) {
    if (typeof detail !== 'object' || detail === null) continue;
    const { attribute_name: name, attribute_value: value } = detail as Record<string, unknown>;
    if (textOf(name) !== '' && textOf(value) !== '') attributes[textOf(name).slice(0, 60)] = textOf(value);
  }
  return attributes;
}

function departmentOf(item: Record<string, unknown>): string {
  const age = textOf(item.age_group).toLowerCase();
  if (age !== '' && age !== 'adult') return 'children';
  return { male: 'men', female: 'women', unisex: 'unisex' }[textOf(item.gender).toLowerCase()] ?? '';
}

/** "15.00 USD" or "USD 15.00"; a lone number has no currency. */
function splitPrice(value: unknown): { amount: string; currency: string } {
  const text = textOf(value);
  const currency = /(?:^|\s)([A-Za-z]{3})(?:\s|$)/.exec(text)?.[1] ?? '';
  return { amount: text.replace(currency, '').trim(), currency: currency.toUpperCase() };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value];
}

function textOf(value: unknown): string {
  const single = Array.isArray(value) ? value[0] : value;
  return typeof single === 'string' ? single.trim() : '';
}
