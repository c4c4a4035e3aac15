// What the phone shows when Tapak is installed.
import type { ManifestOptions } from 'vite-plugin-pwa';
import { PICTURES, SHARE_ADDRESS } from './src/sw/inbox.ts';

export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Tapak',
  short_name: 'Tapak',
  description: 'Kontak dan pesanan toko, di setiap perangkat, juga tanpa sinyal.',
  lang: 'id',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#faf8f3',
  theme_color: '#0e6e52',
  categories: ['business', 'productivity'],
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'Pesanan baru', url: '/pesanan/baru' },
    { name: 'Gudang', url: '/gudang' },
  ],
  // The service worker takes it in; a picture is a proof of payment most days, words are a chat.
  share_target: {
    action: SHARE_ADDRESS,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { title: 'title', text: 'text', url: 'url', files: [{ name: PICTURES, accept: ['image/*'] }] },
  },
};
