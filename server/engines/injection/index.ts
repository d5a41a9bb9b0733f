/** Texts that speak to the assistant instead of about a thing: what must never be evidence. Pure; see `findInjection`. */
export { findInjection, type Injection } from './find-injection.ts';
