import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox, SandboxPool } from '../../src/core/api/sandbox';
import { createSlotPool } from '../../src/core/sandboxes/slot-pool';
import { takeSnapshot } from '../../src/core/sandboxes/snapshot';
import { createProject, REPOSITORY, type Project, type ProjectOptions } from '../support/project';

const LIMITS = {
  timeMs: 20_000,
  memoryBytes: 1024 ** 3,
  outputBytes: 64 * 1024,
  processes: 50,
  fileBytes: 1024 ** 3,
};
const UNTOUCHED = { changes: [] };
const never = new AbortController().signal;

describe('slots', () => {
  const projects: Project[] = [];
  const pools: SandboxPool[] = [];
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.dispose()));
    for (const project of projects.splice(0)) project.remove();
  });

  function project(files: Readonly<Record<string, string>>, options?: ProjectOptions): Project {
    const made = createProject(files, options);
    projects.push(made);
    return made;
  }

  async function poolFor(workspace: string, buffers: { path: string; text: string }[] = []) {
    const snapshot = await takeSnapshot({ workspace, buffers, signal: never });
    const surroundings = { assets: join(REPOSITORY, 'dist'), state: '', env: process.env };
    const pool = await createSlotPool({ snapshot, size: 1, surroundings, signal: never });
    pools.push(pool);
    return { pool, snapshot };
  }

  const use = <T>(pool: SandboxPool, work: (sandbox: Sandbox) => Promise<T>, fresh = false) =>
    pool.lend(
      async (sandbox) => {
        await sandbox.reset(UNTOUCHED);
        return work(sandbox);
      },
      { fresh, signal: never },
    );

  async function node(sandbox: Sandbox, script: string, cwd = '') {
    const outcome = await sandbox.run(
      { argv: [process.execPath, '-e', script], cwd, env: {}, limits: LIMITS },
      never,
    );
    assert.equal(outcome.end.kind, 'exited', outcome.stderr);
    return outcome.stdout + outcome.stderr;
  }

  it('hold tracked, untracked and needed ignored files, and unsaved buffers', async () => {
    const made = project({ 'a.js': 'a', '.gitignore': 'dist\nnode_modules\n' });
    for (const [path, text] of [
      ['new.js', 'untracked'],
      ['dist/built.js', 'built'],
      ['node_modules/dep/index.js', 'dep'],
    ] as const) {
      mkdirSync(join(made.root, path, '..'), { recursive: true });
      writeFileSync(made.path(path), text);
    }
    const { pool, snapshot } = await poolFor(made.root, [
      { path: made.path('a.js'), text: 'unsaved' },
    ]);
    assert.deepEqual(snapshot.files, ['.gitignore', 'a.js', 'dist/built.js', 'new.js']);
    await use(pool, ({ root }) => {
      const read = (path: string) => readFileSync(join(root, path), 'utf8');
      assert.deepEqual(['a.js', 'new.js', 'dist/built.js', 'node_modules/dep/index.js'].map(read), [
        'unsaved',
        'untracked',
        'built',
        'dep',
      ]);
      return Promise.resolve();
    });
  });

  it('apply a patch, and are the snapshot again afterwards', async () => {
    const { pool } = await poolFor(project({ 'a.js': 'old', 'b/c.js': 'c' }).root);
    await pool.lend(
      async (sandbox) => {
        await sandbox.reset({ changes: [{ path: 'a.js', before: 'old', after: 'new' }] });
        assert.equal(readFileSync(join(sandbox.root, 'a.js'), 'utf8'), 'new');
        await sandbox.reset(UNTOUCHED);
        assert.equal(readFileSync(join(sandbox.root, 'a.js'), 'utf8'), 'old');
      },
      { fresh: false, signal: never },
    );
  });

  const damage: readonly [string, string][] = [
    [
      'writes in place and sets the time back',
      "fs.writeFileSync('a.js', 'evil'); fs.utimesSync('a.js', 1, 1)",
    ],
    ['adds files', "fs.mkdirSync('x/y', { recursive: true }); fs.writeFileSync('x/y/z', '')"],
    ['deletes a folder', "fs.rmSync('b', { recursive: true })"],
    [
      'puts a link in the place of a folder',
      "fs.rmSync('b', { recursive: true }); fs.symlinkSync('/tmp', 'b')",
    ],
    ['puts a folder in the place of a file', "fs.rmSync('a.js'); fs.mkdirSync('a.js')"],
    ['locks a folder', "fs.chmodSync('b', 0)"],
    [
      'poisons a dependency cache',
      "fs.mkdirSync('node_modules/.cache', { recursive: true }); fs.writeFileSync('node_modules/.cache/x', '')",
    ],
    [
      'redirects a dependency',
      "fs.rmSync('node_modules/dep'); fs.symlinkSync('/tmp', 'node_modules/dep')",
    ],
  ];
  for (const [title, script] of damage)
    it(`recover from code that ${title}, and the user's tree stays as it is`, async () => {
      const made = project({ 'a.js': 'a', 'b/c.js': 'c' });
      mkdirSync(made.path('node_modules/dep'), { recursive: true });
      writeFileSync(made.path('node_modules/dep/index.js'), 'dep');
      const before = made.fingerprint();
      const { pool } = await poolFor(made.root);
      const listing = ({ root }: Sandbox) =>
        Promise.resolve(
          execFileSync('find', ['.', '-printf', '%p %y %m %l\\n'], { cwd: root, encoding: 'utf8' })
            .split('\n')
            .sort(),
        );
      const clean = await use(pool, listing);
      await use(pool, (sandbox) => node(sandbox, `const fs = require('fs'); ${script}`));
      assert.deepEqual(await use(pool, listing), clean);
      assert.deepEqual(
        await use(pool, ({ root }) => Promise.resolve(readFileSync(join(root, 'a.js'), 'utf8'))),
        'a',
      );
      assert.equal(made.fingerprint(), before);
    });

  it('load the copy of a workspace package, not the original', async () => {
    const made = project({
      'package.json': '{"workspaces":["packages/*"]}',
      'packages/a/package.json': '{"name":"@own/a"}',
      'packages/a/index.js': 'module.exports = __filename',
      'packages/b/package.json': '{"name":"b"}',
    });
    mkdirSync(made.path('node_modules/@own'), { recursive: true });
    symlinkSync('../../packages/a', made.path('node_modules/@own/a'));
    const { pool } = await poolFor(made.root);
    const loaded = await use(pool, (sandbox) =>
      node(sandbox, "console.log(require('@own/a'))", 'packages/b'),
    );
    assert.ok(!loaded.startsWith(made.root), loaded);
  });

  it('load the copy of an editable install', async function () {
    const made = project({ 'src/pkg/__init__.py': '' });
    try {
      execFileSync('python3', ['-m', 'venv', '--without-pip', made.path('.venv')], {
        stdio: 'ignore',
      });
    } catch {
      console.log('      skipped: no python3 with venv');
      this.skip();
    }
    const version = execFileSync(
      made.path('.venv/bin/python'),
      ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'],
      { encoding: 'utf8' },
    ).trim();
    writeFileSync(
      made.path(`.venv/lib/python${version}/site-packages/pkg.pth`),
      `${made.path('src')}\n`,
    );
    writeFileSync(made.path('pyproject.toml'), '');
    const { pool } = await poolFor(made.root);
    const outcome = await use(pool, (sandbox) =>
      sandbox.run(
        {
          argv: ['.venv/bin/python', '-c', 'import pkg; print(pkg.__file__)'],
          cwd: '',
          env: {},
          limits: LIMITS,
        },
        never,
      ),
    );
    assert.ok(outcome.stdout.includes('winnow-run-'), outcome.stdout + outcome.stderr);
  });

  it('find dependencies of a folder around a project without git', async () => {
    const outer = project({ 'inner/a.js': '' }, { git: false });
    mkdirSync(outer.path('node_modules/dep'), { recursive: true });
    writeFileSync(outer.path('node_modules/dep/index.js'), 'module.exports = "found"');
    const { pool } = await poolFor(outer.path('inner'));
    assert.match(
      await use(pool, (sandbox) => node(sandbox, "console.log(require('dep'))")),
      /found/,
    );
  });

  it('have a home and a temporary folder of their own, emptied between uses', async () => {
    const { pool } = await poolFor(project({ 'a.js': '' }).root);
    const write =
      "const fs = require('fs'), os = require('os'); for (const d of [os.homedir(), os.tmpdir()]) { console.log(fs.readdirSync(d).length); fs.writeFileSync(d + '/left', '') }";
    assert.equal(await use(pool, (sandbox) => node(sandbox, write)), '0\n0\n');
    assert.equal(await use(pool, (sandbox) => node(sandbox, write)), '0\n0\n');
  });

  it('are another folder when asked for fresh, and gone afterwards', async () => {
    const { pool } = await poolFor(project({ 'a.js': '' }).root);
    const first = await use(pool, ({ root }) => Promise.resolve(root));
    const fresh = await use(pool, ({ root }) => Promise.resolve(root), true);
    assert.notEqual(first, fresh);
    assert.equal(existsSync(fresh), false);
    await pool.dispose();
    assert.equal(existsSync(first), false);
  });

  it('skip pipes and unreadable things, and keep links', async () => {
    const made = project({ 'a.js': 'a' });
    execFileSync('mkfifo', [made.path('pipe')]);
    symlinkSync('a.js', made.path('link.js'));
    const { snapshot, pool } = await poolFor(made.root);
    assert.deepEqual(snapshot.files, ['.gitignore', 'a.js', 'link.js']);
    await use(pool, ({ root }) => {
      assert.equal(readFileSync(join(root, 'link.js'), 'utf8'), 'a');
      return Promise.resolve();
    });
    rmSync(made.path('pipe'));
  });
});
