import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'

const repository = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  // The message catalogue lies beside the Go code that reads it too.
  server: { host: '127.0.0.1', fs: { allow: [repository] } },
  build: {
    // The engines that know light-dark(), so that no colour is rewritten for older ones.
    target: ['safari17.5', 'chrome123', 'edge123', 'firefox120'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: {
    environment: 'happy-dom',
    // The preview of a report is a page of its own, which no test here has to load.
    environmentOptions: {
      happyDOM: { settings: { navigation: { disableChildFrameNavigation: true } } },
    },
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
  },
})
