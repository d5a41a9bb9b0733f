import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tailwindcss(), sveltekit()],
  // Packages of Svelte components are compiled with ours.
  ssr: { noExternal: ['@lucide/svelte'] },
  server: { fs: { allow: ['..'] } },
});
