import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { CountingReporter } from '../support/counting-reporter';

/**
 * Called by VS Code in the extension host: runs every test beside this module, and fails if one
 * does. What mocha prints goes to the file named by WINNOW_TEST_OUTPUT, or to the console.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const output = process.env['WINNOW_TEST_OUTPUT'];
  if (output !== undefined)
    Mocha.reporters.Base.consoleLog = (...parts: unknown[]) =>
      appendFileSync(output, format(...parts) + '\n');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 180_000,
    reporter: CountingReporter,
    color: false,
  });
  for (const file of testFiles()) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} extension-host tests failed.`);
}

function testFiles(): readonly string[] {
  return readdirSync(__dirname, { encoding: 'utf8', recursive: true }).filter((file) =>
    file.endsWith('.test.js'),
  );
}
