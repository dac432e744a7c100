import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessOutcome } from '../../api/process';
import type { Surroundings } from '../../api/settings';
import type { Snapshot } from '../../api/snapshot';
import { FOLDER_PREFIX } from '../orphans';
import { removeTree } from '../remove-tree';
import { UNSHARE } from './enter';
import { createOverlayPool } from './overlay-pool';
import { whyUnsuited } from './surroundings';

const LIMITS = {
  timeMs: 10_000,
  memoryBytes: 512 * 1024 ** 2,
  outputBytes: 8 * 1024,
  processes: 32,
  fileBytes: 1024 ** 2,
};

/** What the layers must be able to do: hide, replace, change and move what is below. */
const EXERCISE = `rm -r hidden && mkdir hidden && [ ! -e hidden/file ] && [ ! -w /usr ] &&
echo new >changed && mv moved elsewhere && [ ! -e moved ] && [ "$(cat changed elsewhere/file)" = "new
old" ]`;

const tried = new Map<string, Promise<string | undefined>>();

/** Why overlays cannot be used for a workspace, for people; undefined where they can. Tried once each. */
export async function whyNoOverlay(
  snapshot: Snapshot,
  surroundings: Surroundings,
): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'overlays exist on Linux only';
  if (!existsSync(UNSHARE)) return `${UNSHARE} is missing; install util-linux, 2.38 or later`;
  const unsuited = whyUnsuited(snapshot.root, await readFile('/proc/self/mountinfo', 'utf8'));
  if (unsuited !== undefined) return unsuited;
  return (
    (await once('', () => exercise(surroundings))) ??
    (await once(snapshot.root, () => attempt(snapshot, surroundings, ':')))
  );
}

function once(key: string, find: () => Promise<string | undefined>): Promise<string | undefined> {
  const known = tried.get(key) ?? find();
  tried.set(key, known);
  return known;
}

/** Tries everything that overlays are needed for on a small tree of its own. */
async function exercise(surroundings: Surroundings): Promise<string | undefined> {
  const root = await mkdtemp(join(await realpath(tmpdir()), `${FOLDER_PREFIX}probe-`));
  try {
    for (const folder of ['hidden', 'moved']) {
      await mkdir(join(root, folder));
      await writeFile(join(root, folder, 'file'), 'old\n');
    }
    await writeFile(join(root, 'changed'), 'old\n');
    return await attempt({ root, unsaved: new Map<string, string>() }, surroundings, EXERCISE);
  } finally {
    await removeTree(root);
  }
}

async function attempt(
  tree: Pick<Snapshot, 'root' | 'unsaved'>,
  surroundings: Surroundings,
  script: string,
): Promise<string | undefined> {
  const { signal } = new AbortController();
  const pool = await createOverlayPool({ snapshot: tree, size: 1, surroundings, signal });
  try {
    return await pool.lend(
      async (sandbox) => {
        await sandbox.reset({ changes: [] });
        const command = { argv: ['/bin/sh', '-c', script] as const, cwd: '', env: {} };
        return reasonIn(await sandbox.run({ ...command, limits: LIMITS }, signal));
      },
      { fresh: true, signal },
    );
  } finally {
    await pool.dispose();
  }
}

function reasonIn({ end, stderr }: ProcessOutcome): string | undefined {
  if (end.kind === 'exited' && end.code === 0) return undefined;
  const words = stderr.trim().replaceAll('\n', '; ');
  if (/unshare/.test(words) && /not permitted|No space|Invalid argument|denied/.test(words))
    return `no user namespaces (${words}); allow them with sysctl user.max_user_namespaces, kernel.unprivileged_userns_clone=1 or kernel.apparmor_restrict_unprivileged_userns=0, in a container with a seccomp profile that allows unshare and mount`;
  if (words === '')
    return `the kernel's overlays lack what is needed (${end.kind}); it takes Linux 5.11 or later, and a temporary folder on ext4, xfs, btrfs or, from 6.6, tmpfs`;
  return words;
}
