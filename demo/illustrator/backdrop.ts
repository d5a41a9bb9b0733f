/** Warm paper, a scene, window light: drawn once per paper and scene, then reused. */
import sharp from 'sharp';
import { darker, lighter, mix, type Paper } from './palette.ts';

export type Scene = { kind: 'flat' } | { kind: 'arch' } | { kind: 'sun' } | { kind: 'table'; horizon: number };

const cache = new Map<string, Promise<Buffer>>();

export function backdropSvg({ colour, tint }: Paper, scene: Scene, width: number): string {
  const height = (width * 4) / 3;
  const stage = mix(colour, tint, 0.6);
  let setting = '';
  if (scene.kind === 'arch') {
    const door = 'M112 1210V478A338 338 0 0 1 788 478V1210Z';
    setting = `<path d="${door}" fill="${darker(colour, 0.5)}" opacity=".22" filter="url(#soft)" transform="translate(9 11)"/><path d="${door}" fill="url(#door)"/><path d="${door}" fill="none" stroke="#fffaf0" stroke-width="2.4" opacity=".4"/>`;
  }
  if (scene.kind === 'sun') setting = `<circle cx="462" cy="566" r="372" fill="url(#door)"/>`;
  if (scene.kind === 'table')
    setting = `<path d="M-5 ${scene.horizon}H905V1210H-5Z" fill="url(#table)"/><path d="M-5 ${scene.horizon}H905" stroke="#fff8ea" stroke-width="2" opacity=".35"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 900 1200"><defs>
<radialGradient id="paper" cx=".3" cy=".2" r="1.08"><stop offset="0" stop-color="${mix(colour, '#fffaf0', 0.62)}"/><stop offset=".55" stop-color="${colour}"/><stop offset="1" stop-color="${mix(colour, '#b98f6c', 0.2)}"/></radialGradient>
<linearGradient id="door" x1="0" y1="0" x2=".7" y2="1"><stop offset="0" stop-color="${lighter(stage, 0.22)}"/><stop offset=".5" stop-color="${stage}"/><stop offset="1" stop-color="${darker(stage, 0.12)}"/></linearGradient>
<linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${darker(stage, 0.2)}"/><stop offset=".2" stop-color="${stage}"/><stop offset="1" stop-color="${lighter(stage, 0.34)}"/></linearGradient>
<filter id="soft" x="-.3" y="-.3" width="1.6" height="1.6"><feGaussianBlur stdDeviation="14"/></filter>
<filter id="fibre" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".028 .042" numOctaves="3" seed="8" result="n"/><feDiffuseLighting in="n" surfaceScale="${(2 * width) / 900}" diffuseConstant=".71" lighting-color="#fff"><feDistantLight azimuth="232" elevation="45"/></feDiffuseLighting></filter></defs>
<g style="isolation:isolate"><rect width="900" height="1200" fill="url(#paper)"/>${setting}
<g filter="url(#soft)" opacity=".36"><path d="M-60 120L430 -60L760 1240L180 1300Z" fill="#fff8ea" opacity=".6"/><path d="M520 -90L700 -150L1010 1150L860 1240Z" fill="#fff8ea" opacity=".5"/></g>
<rect width="900" height="1200" filter="url(#fibre)" style="mix-blend-mode:soft-light" opacity=".22"/></g></svg>`;
}

/** Raw RGB of the empty sheet. */
export function loadBackdrop(paper: Paper, scene: Scene, width: number): Promise<Buffer> {
  const key = `${paper.colour}${paper.tint}${scene.kind}${scene.kind === 'table' ? scene.horizon : ''}:${width}`;
  const found =
    cache.get(key) ??
    sharp(Buffer.from(backdropSvg(paper, scene, width)))
      .removeAlpha()
      .raw()
      .toBuffer();
  cache.set(key, found);
  return found;
}
