import type { ProjectFiles } from '../api/framework';
import { readManifest } from './scripts/manifest';

/** Packages that let Node run TypeScript, with the options that load them. */
const LOADERS: readonly (readonly [string, readonly string[]])[] = [
  ['tsx', ['--import', 'tsx']],
  ['ts-node', ['-r', 'ts-node/register']],
  ['@swc-node/register', ['-r', '@swc-node/register']],
  ['esbuild-register', ['-r', 'esbuild-register']],
  ['@babel/register', ['-r', '@babel/register']],
];

/** The options that let Node load these tests, by what the package depends on; none for JavaScript. */
export async function loaderFor(
  project: ProjectFiles,
  folder: string,
  tests: readonly string[],
): Promise<readonly string[]> {
  if (!tests.some((file) => /\.[cm]?tsx?$/.test(file))) return [];
  const manifest = await readManifest(project, folder);
  return LOADERS.find(([name]) => manifest?.dependencies.has(name))?.[1] ?? [];
}
