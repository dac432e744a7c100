import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';

const core = './src/core';

/** Which folders of the core a folder may import, besides `api` and `util`. */
const mayImport = {
  api: [],
  util: [],
  process: [],
  syntax: [],
  patches: ['syntax'],
  prompts: ['syntax'],
  models: ['syntax', 'prompts'],
  reports: [],
  frameworks: ['reports'],
  sandboxes: ['process'],
  select: [],
  verify: ['patches', 'syntax'],
  search: ['verify'],
  strategies: ['verify', 'select'],
  store: [],
  view: [],
  behaviour: ['syntax', 'verify', 'select'],
};

const folders = Object.keys(mayImport);
const vocabulary = ['api', 'util'];

const zones = folders.flatMap((folder) => {
  const allowed = new Set([folder, ...mayImport[folder]]);
  if (folder !== 'api') allowed.add('api');
  if (!vocabulary.includes(folder)) allowed.add('util');
  return folders
    .filter((other) => !allowed.has(other))
    .map((other) => ({
      target: `${core}/${folder}`,
      from: `${core}/${other}`,
      message: `src/core/${folder} may not import src/core/${other}; see ARCHITECTURE.md.`,
    }));
});

export default tseslint.config(
  { ignores: ['dist', '.vscode-test', 'examples', 'test/fixtures', 'node_modules'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.tsx'] } } },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', { max: 5 }],
      'no-console': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-mutable-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  {
    files: ['src/core/**', 'src/cli/**'],
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            ...zones,
            { target: core, from: './src/cli', message: 'The core does not know its shells.' },
            { target: core, from: './src/editor', message: 'The core does not know its shells.' },
            { target: './src/cli', from: './src/editor', message: 'The shells are independent.' },
          ],
        },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'vscode', message: 'Only src/editor imports vscode.' }] },
      ],
    },
  },
  {
    files: ['src/core/**'],
    ignores: ['src/core/process/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'vscode', message: 'Only src/editor imports vscode.' },
            { name: 'node:child_process', message: 'Only src/core/process spawns.' },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: ['it', 'test', 'describe'] },
      ],
    },
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['*.config.mjs'], rules: { 'import-x/no-default-export': 'off' } },
);
