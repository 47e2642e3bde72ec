import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * The page is served by the practice house under a strict Content-Security-Policy: nothing stands inline, addresses are
 * relative, and every part comes from the bundle.
 */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  build: {
    outDir: here('../../../dist/practice-page'),
    emptyOutDir: true,
    target: 'es2023',
    // One file that starts the page: no script has to be written into the page to load another.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
})
