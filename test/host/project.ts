import { cp, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const LEFT_BEHIND = ['node_modules', '.pytest_cache', '__pycache__'];

/** Copies an example project into a folder and returns the copy's absolute path. */
export async function copyProject(example: string, into: string): Promise<string> {
  const copy = join(into, example);
  await cp(join(ROOT, 'examples', example), copy, {
    recursive: true,
    filter: (source) => !LEFT_BEHIND.includes(basename(source)),
  });
  // The examples use the runners of the project they lie in, which a copy elsewhere does not see.
  if (await hasDependencies(copy))
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function hasDependencies(project: string): Promise<boolean> {
  const text = await readFile(join(project, 'package.json'), 'utf8').catch(() => '{}');
  const manifest = JSON.parse(text) as { dependencies?: object; devDependencies?: object };
  return manifest.dependencies !== undefined || manifest.devDependencies !== undefined;
}
