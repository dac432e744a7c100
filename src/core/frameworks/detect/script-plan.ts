import type { PlannedCommand, ProjectFiles, TestPlan } from '../../api/framework';
import { planOf, type Clue, type DetectableFramework } from '../framework';
import { joinPath, readManifest } from '../scripts/manifest';
import { stepsOfScript, type Step } from '../scripts/steps';
import { isPreparation } from './preparation';

/** Scripts that run tests, in the order in which they are tried. */
const TEST_SCRIPTS = [
  'test',
  'test:unit',
  'test-unit',
  'unit',
  'test:js',
  'test:node',
  'tests',
  'unit-test',
  'unittest',
  'test:run',
  'test:ci',
  'test-ci',
  'mocha',
  'jest',
  'vitest',
  'tap',
  'ava',
];

/** Further scripts by their name; of these, what is not about units is left alone. */
const OTHER_TEST_SCRIPT = /^(test|unit)[:-]/;
const NOT_UNITS =
  /e2e|browser|lint|type|dts|bench|perf|smoke|watch|cov|debug|inspect|update|snapshot|format|style|deno|bun|karma|cypress|playwright/i;
const LESS_LIKELY = /e2e|browser|integration|types?\b|bench|smoke|perf|deno|bun/i;

interface Found {
  readonly framework: DetectableFramework;
  readonly clue: Clue;
  readonly step: Step;
  readonly before: readonly Step[];
}

/** The plan that a package's own scripts show, or undefined where they run none of the frameworks. */
export async function planFromScripts(
  project: ProjectFiles,
  folder: string,
  frameworks: readonly DetectableFramework[],
): Promise<TestPlan | undefined> {
  const manifest = await readManifest(project, folder);
  if (!manifest) return undefined;
  const others = Object.keys(manifest.scripts).filter(
    (name) => OTHER_TEST_SCRIPT.test(name) && !NOT_UNITS.test(name),
  );
  for (const script of new Set([...TEST_SCRIPTS, ...others])) {
    if (manifest.scripts[script] === undefined) continue;
    const steps = await stepsOfScript(project, folder, script);
    const plan = await planFromSteps(project, steps, frameworks);
    const manifestPath = joinPath(folder, 'package.json');
    if (plan) return { ...plan, reason: `scripts.${script} in ${manifestPath} ${plan.reason}` };
  }
  return undefined;
}

/** The plan of the first step that runs a framework; steps before it that build become preparation. */
export async function planFromSteps(
  project: ProjectFiles,
  steps: readonly Step[],
  frameworks: readonly DetectableFramework[],
): Promise<TestPlan | undefined> {
  const found: Found[] = [];
  for (const [index, step] of steps.entries())
    for (const framework of frameworks) {
      const clue = await framework.clues.inStep(step, project);
      if (!clue) continue;
      found.push({ framework, clue, step, before: steps.slice(0, index) });
      break;
    }
  const chosen = found.find(({ step }) => !LESS_LIKELY.test(step.script)) ?? found[0];
  if (!chosen) return undefined;
  const runners = new Set(found.map(({ step }) => step));
  const prepare = chosen.before
    .filter((step) => !runners.has(step) && isPreparation(step))
    .map((step) => prepareCommand(step, chosen.step.folder));
  return planOf(chosen.framework.id, chosen.step.folder, chosen.clue, prepare);
}

/** A plan has one folder, so a step that runs in another one is given a shell that goes there. */
function prepareCommand({ words, env, folder }: Step, cwd: string): PlannedCommand {
  if (folder === cwd) return { argv: words, env };
  const up = cwd === '' ? '' : '../'.repeat(cwd.split('/').length);
  return { argv: ['sh', '-c', 'cd "$0" && exec "$@"', `${up}${folder}` || '.', ...words], env };
}
