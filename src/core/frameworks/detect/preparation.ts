import { programName } from '../scripts/program';
import type { Step } from '../scripts/steps';

/** Programs that only judge code, test it in another way, or talk about it; the tests do not need them. */
const CHECKS = new Set(
  'eslint standard xo semistandard ts-standard prettier biome oxlint tslint jshint jscs tsd attw publint knip depcheck madge dpdm markdownlint markdownlint-cli2 remark cspell dtslint expect-type size-limit bundlesize commitlint lockfile-lint license-checker ls-lint coveralls codecov nyc c8 echo printf true false exit husky lint-staged syncpack sort-package-json installed-check flow type-coverage typos ruff black flake8 mypy pylint isort playwright cypress wdio testcafe karma wtr web-test-runner sleep stylelint snyk npm yarn pnpm bun bunx npx turbo nx lerna lage git open-cli vue-tsc tsc-silent check-dts dts-critic eclint editorconfig-checker ec healthier airtap zuul browserstack-runner deno start-server-and-test wait-on jsonlint secretlint dprint gts arethetypeswrong are-the-types-wrong vitest jest mocha ava'.split(
    ' ',
  ),
);

/** Programs that make what the tests load. */
const BUILDERS = new Set(
  'tsc rollup esbuild webpack webpack-cli unbuild tsup swc babel vite parcel microbundle ncc tsdown pkgroll obuild bunchee father esbuild-runner copyfiles cpx cpy ncp rimraf del del-cli shx rm mkdir mkdirp cp mv make cmake node-gyp node-gyp-build prebuild-install napi cargo peggy pegjs nearleyc jison antlr4ts graphql-codegen openapi-typescript prisma protoc pbjs pbts tsconfig-replace-paths tsc-alias ttsc tspc tshy zshy wireit wasm-pack asc browserify uglifyjs terser sass stylus json2ts grunt gulp jake hygen rewrite-imports'.split(
    ' ',
  ),
);

const CHECKING_NAME =
  /lint|format|check|verify|valid|audit|style|e2e|bench|publish|release|docs?\b|types?\b|coverage|watch|size/i;

/** Whether a step that a script runs before its tests makes something that they need. */
export function isPreparation({ words, script }: Step): boolean {
  const name = programName(words[0]);
  if (CHECKS.has(name)) return false;
  if (/^(tsc|vue-tsc)$/.test(name))
    return !words.includes('--noEmit') && !words.includes('--watch');
  if (words.some((word) => /^(--check|--watch|-w|--lint)$/.test(word))) return false;
  if (BUILDERS.has(name)) return true;
  if (/lint|audit|e2e|bench/i.test(script)) return false;
  return !words.slice(0, 2).some((word) => CHECKING_NAME.test(programName(word)));
}
