import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const server = process.env['RELATA_URL'] ?? 'http://127.0.0.1:3000';

/** What plugins bring for other people's pages: each a file of its own, under its own name. */
const widgets = Object.fromEntries(
  globSync('plugins/*/widgets/*.ts', { cwd: import.meta.dirname }).map((path) => [
    basename(path, '.ts'),
    resolve(import.meta.dirname, path),
  ]),
);

const directives = [
  'class-map',
  'guard',
  'if-defined',
  'keyed',
  'live',
  'map',
  'ref',
  'repeat',
  'style-map',
  'unsafe-html',
  'until',
  'when',
];

/** What elements of plugins that bring their own files may import, by these names: the page's import map leads to it. */
const forPlugins: Readonly<Record<string, string>> = Object.fromEntries([
  ['relata/web', resolve(import.meta.dirname, 'web/index.ts')],
  ...[
    'lit',
    'lit/decorators.js',
    '@lit/context',
    ...directives.map((name) => `lit/directives/${name}.js`),
  ].map((name) => [name, name]),
]);

const served = (name: string): string => `/@for-plugins/${name.replace(/\.js$/, '')}.js`;
const servedName = (id: string): string | undefined =>
  id.startsWith('/@for-plugins/') ? Object.keys(forPlugins).find((name) => served(name) === id) : undefined;

const mapTag = (imports: Record<string, string>): HtmlTagDescriptor => ({
  ...{ tag: 'script', attrs: { type: 'importmap' }, injectTo: 'head-prepend' },
  children: JSON.stringify({ imports }),
});

const importMap: Plugin = {
  name: 'import-map',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle, server: isServed }) => {
      if (isServed)
        return [mapTag(Object.fromEntries(Object.keys(forPlugins).map((name) => [name, served(name)])))];
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk' && each.isEntry);
      const imports = Object.fromEntries(
        chunks.flatMap(({ name, fileName }) =>
          name !== undefined && name in forPlugins ? [[name, `/${fileName}`]] : [],
        ),
      );
      return [mapTag(imports)];
    },
  },
  // While developing there are no chunks: a module for each name, which leads to the very one that the page has loaded.
  resolveId: (id) => (servedName(id) ? id : undefined),
  load: (id) => {
    const name = servedName(id);
    return name && `export * from ${JSON.stringify(forPlugins[name])};`;
  },
};

export default defineConfig({
  root: 'web',
  plugins: [importMap],
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
      preserveEntrySignatures: 'exports-only',
      input: { index: resolve(import.meta.dirname, 'web/index.html'), ...forPlugins, ...widgets },
      output: {
        entryFileNames: ({ name }) => (name in widgets ? 'widgets/[name].js' : 'assets/[name]-[hash].js'),
        // What widgets share is asked from other people's pages as they are.
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => /\/plugins\/[^/]+\/widgets\//.test(id))
            ? 'widgets/parts/[name]-[hash].js'
            : 'assets/[name]-[hash].js',
        codeSplitting: {
          // One file for what every screen needs, instead of forty small ones behind each other; not what only plugins ask for.
          groups: [
            {
              name: 'base',
              // What one screen alone asks for comes with it.
              minShareCount: 2,
              test: /\/web\/(components|context|data|shell|styles)\/|\/node_modules\/(@lit|lit|lit-html|lit-element)\/(?!.*\/(class-map|guard|if-defined|map|ref|until|when|async-directive|private-async-helpers|event-options|query-a[a-z-]+|context-root|provide)\.js)|lucide-static\/icons\//,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': server, '/docs': server, '/p/': server } },
});
