// The gallery: the real screens with an engine of fixtures behind them, to look at and to test by hand.
// Start it with `npx vite --config gallery/vite.config.ts`; it is not part of the build.
// In the browser's local storage `tapak.gallery` picks the scene: busy (default), empty, offline, arriving, unpaired, wiped,
// refused, fault,
// and `tapak.gallery.role` picks the role: cs (default), warehouse, finance, owner.
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { words } from '../words.config.js';

const fake = fileURLToPath(new URL('engine.svelte.ts', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: 'node_modules/.vite-gallery',
  plugins: [
    { name: 'fake-engine', enforce: 'pre', resolveId: (id: string) => (id.endsWith('/engine/client.ts') ? fake : undefined) },
    paraglideVitePlugin(words),
    svelte(),
  ],
  server: { port: 7181, strictPort: true },
});
