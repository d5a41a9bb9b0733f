/** Makers' names that people type, so that the router learns what an utterance looks like in which a brand was recognised. */
export const KNOWN_BRANDS: string[] = [
  "Levi's, Nike, Adidas, Puma, Reebok, Asics, New Balance, Converse, Vans, Dr. Martens, Birkenstock, Timberland, Clarks, Ecco",
  'Zara, H&M, Uniqlo, Mango, COS, Muji, Gap, Massimo Dutti, Superdry, Barbour, Burberry, Lacoste, Tommy Hilfiger, Ralph Lauren',
  'Gucci, Prada, Chanel, Dior, Hermès, Louis Vuitton, Celine, Fendi, Balenciaga, Coach, Michael Kors, Longchamp, Mulberry',
  'Patagonia, Arc’teryx, The North Face, Columbia, Fjällräven, Salomon, Merrell, Osprey, Deuter, Gregory, Garmin, Petzl, MSR',
  'Sony, Bose, Sennheiser, Beats, JBL, Samsung, Apple, Huawei, Xiaomi, Anker, Philips, Panasonic, Canon, Nikon, Fujifilm, GoPro',
  'Dyson, IKEA, Le Creuset, Stanley, Thermos, Lego, Nintendo, Kindle, Yamaha, Fender, Moleskine, Lamy, Pilot, Parker',
  'Casio, Seiko, Citizen, Omega, Rolex, Tissot, Swatch, Pandora, Swarovski, Tiffany, Cartier, Ray-Ban, Oakley',
  '优衣库, 耐克, 阿迪达斯, 李宁, 安踏, 波司登, 始祖鸟, 索尼, 华为, 小米, 漫步者, 卡西欧, 膳魔师, 无印良品, 香奈儿, 戴森',
  'نایکی, آدیداس, زارا, سونی, سامسونگ, شیائومی, اپل, کاسیو, سیکو, چرم مشهد, درسا',
].flatMap((line) => line.split(', '));
