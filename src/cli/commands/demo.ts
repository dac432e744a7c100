import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunSettings } from '../../core/api/settings';
import type { Shell } from '../shell';
import { runAndReport } from './run';

const EXAMPLE = 'node-test-pricing';

/** `winnow demo`: solves the bug of an example project, in a copy that is removed afterwards. */
export async function demo(shell: Shell, { json }: { readonly json?: true }): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-demo-'));
  try {
    await cp(join(shell.surroundings.assets, '..', 'examples', EXAMPLE), folder, {
      recursive: true,
    });
    return await runAndReport(shell, settingsFor(folder), { json: json === true, apply: false });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function settingsFor(folder: string): RunSettings {
  return {
    file: join(folder, 'src', 'discounts.js'),
    symbol: 'volumeDiscount',
    workspace: folder,
    buffers: [],
    model: { provider: 'embedded' },
    sampling: { strategy: 'best-of-n', stop: 'balanced', repairRounds: 0, seed: 0 },
    tests: { report: 'auto' },
    sandbox: 'auto',
    force: false,
    allowOutside: false,
  };
}
