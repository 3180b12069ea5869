import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';

const server = process.env['RELATA_URL'] ?? 'http://127.0.0.1:3000';

/** What plugins bring for other people's pages: each a file of its own, under its own name. */
const widgets = Object.fromEntries(
  globSync('plugins/*/widgets/*.ts', { cwd: import.meta.dirname }).map((path) => [
    basename(path, '.ts'),
    resolve(import.meta.dirname, path),
  ]),
);

export default defineConfig({
  root: 'web',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: scripts and no inline styles; everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: { index: resolve(import.meta.dirname, 'web/index.html'), ...widgets },
      output: {
        entryFileNames: ({ name }) => (name in widgets ? 'widgets/[name].js' : 'assets/[name]-[hash].js'),
        // What widgets share is asked from other people's pages as they are.
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => /\/plugins\/[^/]+\/widgets\//.test(id))
            ? 'widgets/parts/[name]-[hash].js'
            : 'assets/[name]-[hash].js',
        codeSplitting: {
          // One file for what every screen needs, instead of forty small ones behind each other.
          groups: [
            {
              name: 'base',
              test: /\/web\/(components|context|data|shell|styles)\/|\/node_modules\/(@lit|lit|lit-html|lit-element)\/|lucide-static\/icons\//,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': server, '/docs': server, '/p/': server } },
});
