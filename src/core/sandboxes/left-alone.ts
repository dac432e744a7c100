/** Folders of installed dependencies: linked into a sandbox, never copied. */
export function isDependencyFolder(name: string): boolean {
  return name === 'node_modules';
}

const CACHES = new Set([
  '.git',
  '.hg',
  '.svn',
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.hypothesis',
  'coverage',
  'htmlcov',
  '.nyc_output',
  '.next',
  '.nuxt',
  '.turbo',
  '.cache',
  '.parcel-cache',
  'target',
  '.gradle',
  '.vscode-test',
  '.tox',
  '.nox',
  '.DS_Store',
]);

/** Caches and version control data: neither copied nor linked. */
export function isCache(name: string): boolean {
  return CACHES.has(name);
}
