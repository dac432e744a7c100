// Builds everything that runs: `node esbuild.mjs` once, `node esbuild.mjs --watch` on every change.
import { build, context } from 'esbuild';
import { cp, mkdir, rm } from 'node:fs/promises';

const watch = process.argv.includes('--watch');
const grammars = ['javascript', 'typescript', 'tsx', 'python'];

const common = {
  bundle: true,
  sourcemap: true,
  sourcesContent: false,
  minify: !watch,
  keepNames: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };

const bundles = [
  { ...node, entryPoints: { extension: 'src/editor/extension.ts' }, external: ['vscode'] },
  // `vscode` is not external here: an import that leaks into the core breaks this build.
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts', watchdog: 'src/core/process/watchdog/main.ts' },
  },
  {
    ...node,
    format: 'esm',
    entryPoints: { 'node-test-reporter': 'src/core/frameworks/reporter/node-test.ts' },
    outExtension: { '.js': '.mjs' },
  },
  // One line of text that is put at the end of a module, whatever that is made of.
  {
    ...common,
    // Not the syntax: that would write line breaks into strings.
    minify: false,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    keepNames: false,
    sourcemap: false,
    platform: 'node',
    target: 'es2020',
    format: 'iife',
    globalName: 'winnowHarness',
    entryPoints: { harness: 'src/core/behaviour/harness/script.ts' },
  },
  {
    ...common,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: { webview: 'src/webview/index.tsx' },
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
  },
];

async function copyGrammars() {
  await mkdir('dist/grammars', { recursive: true });
  const from = 'node_modules/@vscode/tree-sitter-wasm/wasm';
  for (const file of ['tree-sitter', ...grammars.map((name) => `tree-sitter-${name}`)])
    await cp(`${from}/${file}.wasm`, `dist/grammars/${file}.wasm`);
}

await rm('dist', { recursive: true, force: true });
await copyGrammars();
await cp('src/core/frameworks/reporter/unittest_runner.py', 'dist/unittest_runner.py');
await cp('src/core/behaviour/harness/harness.py', 'dist/harness.py');
for (const options of bundles) {
  const settings = { ...options, outdir: 'dist' };
  if (watch) await (await context(settings)).watch();
  else await build(settings);
}
