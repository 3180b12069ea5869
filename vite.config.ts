import { defineConfig } from 'vite';

const server = process.env['RELATA_URL'] ?? 'http://127.0.0.1:3000';

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
      output: {
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
  server: { port: 5173, proxy: { '/api': server, '/docs': server } },
});
