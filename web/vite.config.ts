import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Few files for the browser: what every page runs on, and what most pages share, compress better together. */
const clientChunks = [
  { name: 'runtime', test: /node_modules\/(svelte|@sveltejs|devalue|esm-env|clsx)\/(?!.*\/app\/forms)/, priority: 4 },
  {
    name: 'shared',
    test: /src\/lib\/(ui|layout|listing|i18n)\/|src\/lib\/account\/return-path|node_modules\/lucide\//,
    minShareCount: 3,
    priority: 3,
  },
  { name: 'frame', test: /src\/lib\/layout\/|src\/lib\/search\/SearchBox/, priority: 2 },
  { name: 'forms', test: /src\/lib\/form\/|\/app\/forms/, minShareCount: 3, priority: 1 },
];

export default defineConfig({
  plugins: [sveltekit()],
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: clientChunks } } } } },
  },
  server: { fs: { allow: ['..'] } },
});
