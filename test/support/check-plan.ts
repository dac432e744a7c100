import assert from 'node:assert/strict';
import { createFrameworks, detectPlan, type CommandOverride } from '../../src/core/frameworks';
import { projectFiles } from './project-files';

const frameworks = createFrameworks('/assets');
export const PYTHON = process.platform === 'win32' ? 'python' : 'python3';

interface Case {
  readonly files: Readonly<Record<string, unknown>>;
  readonly onDisk?: readonly string[];
  readonly file: string;
  readonly override?: CommandOverride;
}

/** The framework, folder and command that are found for a file; texts that are no strings are JSON. */
export function checkPlan(
  name: string,
  { files, onDisk, file, override }: Case,
  expected: string,
): void {
  it(name, async () => {
    const texts = Object.entries(files).map(([path, text]) => [
      path,
      typeof text === 'string' ? text : JSON.stringify(text),
    ]);
    const project = projectFiles(Object.fromEntries(texts) as Record<string, string>, onDisk);
    const detected = await detectPlan(project, file, frameworks, override);
    const found =
      detected.kind === 'none'
        ? 'none'
        : `${detected.plan.framework} in '${detected.plan.cwd}': ${detected.plan.command.argv.join(' ')}`;
    assert.equal(found, expected);
  });
}

/** Fields of a package.json. */
export const runs = (test: string) => ({ scripts: { test } });
export const needs = (...names: string[]) => ({
  devDependencies: Object.fromEntries(names.map((name) => [name, '*'])),
});
