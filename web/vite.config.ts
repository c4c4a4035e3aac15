// The build of the app: shell, core worker, service worker, manifest.
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { manifest } from './manifest.config.ts';
import { words } from './words.config.js';

const relay = process.env['TAPAK_RELAY'] ?? 'http://127.0.0.1:7171';

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/sw',
  filename: 'sw.ts',
  injectRegister: false,
  manifest,
  injectManifest: {
    globPatterns: ['**/*.{html,js,css,wasm,woff2,svg,png,txt}'],
    // The first is read by the system when it installs the app; the others are kept once somebody needs them.
    globIgnores: ['icons/**', '**/zxing*', 'assets/tapak_office_bridge*'],
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
  },
});

export default defineConfig({
  // Tests find the words already compiled and need no manifest.
  plugins: process.env['VITEST'] ? [svelte()] : [paraglideVitePlugin(words), svelte(), pwa],
  build: {
    target: ['chrome111', 'safari16.4'],
    // The content security policy of the relay allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/sync': { target: relay, ws: true },
      '/api': relay,
      '/healthz': relay,
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
