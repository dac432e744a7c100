import * as v from 'valibot';
import type { ProjectFiles } from '../../api/framework';

const table = v.optional(v.fallback(v.record(v.string(), v.unknown()), {}), {});

const manifest = v.looseObject({
  name: v.optional(v.fallback(v.string(), '')),
  scripts: table,
  dependencies: table,
  devDependencies: table,
  peerDependencies: table,
});

/** What detection reads of a package.json. */
export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  /** Names of all packages it depends on, in whatever way. */
  readonly dependencies: ReadonlySet<string>;
  /** The whole file, for the settings that runners keep there. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The package.json of a folder, or undefined where there is none that can be read. */
export async function readManifest(
  project: ProjectFiles,
  folder: string,
): Promise<Manifest | undefined> {
  const text = await project.read(joinPath(folder, 'package.json'));
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(manifest, value);
  if (!parsed.success) return undefined;
  const { scripts, dependencies, devDependencies, peerDependencies } = parsed.output;
  const texts = Object.entries(scripts).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    scripts: Object.fromEntries(texts),
    dependencies: new Set(
      [dependencies, devDependencies, peerDependencies].flatMap((names) => Object.keys(names)),
    ),
    fields: parsed.output,
  };
}

/** Joins a folder of the snapshot and a relative path, resolving `.` and `..`. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
