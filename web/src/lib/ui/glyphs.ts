/** Categories by the drawing (a symbol of static/glyphs.svg) that stands in for a picture of them. */
const families: Record<string, string> = {
  dress: 'dresses',
  skirt: 'skirts',
  top: 't-shirts blouses shirts jumpers',
  coat: 'cardigans blazers coats puffer-jackets rain-jackets denim-jackets',
  trousers: 'jeans trousers',
  shoe: 'trainers loafers',
  heel: 'heels sandals',
  boot: 'ankle-boots hiking-boots',
  bag: 'handbags tote-bags',
  backpack: 'backpacks',
  scarf: 'scarves',
  hat: 'hats',
  jewel: 'necklaces',
  earring: 'earrings',
  watch: 'watches',
  sunglasses: 'sunglasses',
  headphones: 'headphones',
  earbuds: 'earbuds',
  bottle: 'water-bottles',
  lamp: 'headlamps',
  candle: 'candles',
  mug: 'mugs',
  notebook: 'notebooks',
};
const tints = 5;

/** The drawing for a category, and which paper tint it stands on. */
export function drawingOf(category: string): { symbol: string; tint: number } {
  const names = Object.keys(families);
  const index = names.findIndex((name) => families[name]?.split(' ').includes(category));
  return { symbol: names[index] ?? 'thing', tint: Math.max(index, 0) % tints };
}
