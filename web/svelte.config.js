import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  // A class name stands at nearly every element of a page: five letters are enough to tell components apart.
  compilerOptions: { cssHash: ({ hash, name, filename }) => `s${hash(filename ?? name).slice(0, 4)}` },
  kit: {
    adapter: adapter({ out: '../dist/web', precompress: true }),
    alias: { '#contract': '../contract' },
    // Small style sheets ride in the page: one request less before the first paint.
    inlineStyleThreshold: 2048,
    // The list of all pages stays on the server: it grew with every page and weighed on each.
    router: { resolution: 'server' },
  },
};
