import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ out: '../dist/web', precompress: true }),
    alias: { '#contract': '../contract' },
    // Small style sheets ride in the page: one request less before the first paint.
    inlineStyleThreshold: 4096,
  },
};
