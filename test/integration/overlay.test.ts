import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Patch } from '../../src/core/api/patch';
import type { ProcessLimits } from '../../src/core/api/process';
import type { Sandbox, SandboxPool } from '../../src/core/api/sandbox';
import { createOverlayPool } from '../../src/core/sandboxes/overlay/overlay-pool';
import { whyNoOverlay } from '../../src/core/sandboxes/overlay/probe';
import { takeSnapshot } from '../../src/core/sandboxes/snapshot';
import { createProject, REPOSITORY, type Project } from '../support/project';
import { skip } from '../support/skip';

const LIMITS: ProcessLimits = {
  timeMs: 20_000,
  memoryBytes: 1024 ** 3,
  outputBytes: 64 * 1024,
  processes: 50,
  fileBytes: 1024 ** 3,
};
const UNTOUCHED: Patch = { changes: [] };
const never = new AbortController().signal;
const surroundings = { assets: join(REPOSITORY, 'dist'), state: '', env: process.env };

describe('overlays', () => {
  const projects: Project[] = [];
  const pools: SandboxPool[] = [];

  before(async function () {
    const made = createProject({ 'a.js': '' });
    const snapshot = await takeSnapshot({ workspace: made.root, buffers: [], signal: never });
    const reason = await whyNoOverlay(snapshot, surroundings);
    made.remove();
    if (reason !== undefined) skip(this, reason);
  });
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.dispose()));
    for (const project of projects.splice(0)) project.remove();
  });

  function project(files: Readonly<Record<string, string>>): Project {
    const made = createProject(files);
    projects.push(made);
    return made;
  }

  async function poolFor(workspace: string, text?: { path: string; text: string }) {
    const buffers = text ? [text] : [];
    const snapshot = await takeSnapshot({ workspace, buffers, signal: never });
    const pool = await createOverlayPool({ snapshot, size: 2, surroundings, signal: never });
    pools.push(pool);
    return pool;
  }

  const use = <T>(pool: SandboxPool, work: (sandbox: Sandbox) => Promise<T>, patch = UNTOUCHED) =>
    pool.lend(
      async (sandbox) => {
        await sandbox.reset(patch);
        return work(sandbox);
      },
      { fresh: false, signal: never },
    );

  const run = (
    sandbox: Sandbox,
    argv: readonly [string, ...string[]],
    limits: Partial<ProcessLimits> = {},
    signal = never,
  ) => sandbox.run({ argv, cwd: '', env: {}, limits: { ...LIMITS, ...limits } }, signal);

  async function output(sandbox: Sandbox, ...argv: [string, ...string[]]): Promise<string> {
    const outcome = await run(sandbox, argv);
    assert.equal(outcome.end.kind, 'exited', JSON.stringify(outcome));
    return outcome.stdout + outcome.stderr;
  }

  const node = (sandbox: Sandbox, script: string) =>
    output(sandbox, process.execPath, '-e', `const fs = require('fs'); ${script}`);

  it('are at the path of the workspace, with its ignored files and unsaved buffers', async () => {
    const made = project({ 'a.js': 'a', 'sub/b.js': 'b' });
    mkdirSync(made.path('node_modules/dep'), { recursive: true });
    writeFileSync(made.path('node_modules/dep/index.js'), 'dep');
    const pool = await poolFor(made.root, { path: made.path('sub/b.js'), text: 'unsaved' });
    await use(pool, async (sandbox) => {
      assert.equal(sandbox.root, made.root);
      assert.equal(
        await output(
          sandbox,
          'sh',
          '-c',
          'pwd; cat a.js sub/b.js node_modules/dep/index.js; ls -A',
        ),
        `${made.root}\naunsaveddep.git\n.gitignore\na.js\nnode_modules\nsub\n`,
      );
    });
    assert.equal(made.read('sub/b.js'), 'b');
  });

  it('apply a patch and an executable stays one; the next use starts from the snapshot', async () => {
    const made = project({ 'a.sh': '#!/bin/sh\necho old\n' });
    execFileSync('chmod', ['755', made.path('a.sh')]);
    const pool = await poolFor(made.root);
    const before = '#!/bin/sh\necho old\n';
    const patch = { changes: [{ path: 'a.sh', before, after: '#!/bin/sh\necho new\n' }] };
    await pool.lend(
      async (sandbox) => {
        await sandbox.reset(patch);
        assert.equal(await output(sandbox, './a.sh'), 'new\n');
        await sandbox.reset(UNTOUCHED);
        assert.equal(await output(sandbox, './a.sh'), 'old\n');
        await assert.rejects(
          sandbox.reset({ changes: [{ path: 'a.sh', before: 'other', after: '' }] }),
        );
      },
      { fresh: false, signal: never },
    );
  });

  it('keep what a preparation writes until they are reset', async () => {
    const pool = await poolFor(project({ 'a.js': '' }).root);
    await use(pool, async (sandbox) => {
      await output(sandbox, 'sh', '-c', 'mkdir built && echo yes >built/x && echo home >~/y');
      assert.equal(await output(sandbox, 'sh', '-c', 'cat built/x ~/y'), 'yes\nhome\n');
      await sandbox.reset(UNTOUCHED);
      assert.equal(await output(sandbox, 'sh', '-c', 'ls; ls ~'), 'a.js\n');
    });
  });

  const damage: readonly [string, string][] = [
    ['writes in place', "fs.writeFileSync('a.js', 'evil')"],
    [
      'deletes everything',
      "for (const n of fs.readdirSync('.')) fs.rmSync(n, { recursive: true })",
    ],
    ['deletes and makes a folder again', "fs.rmSync('b', { recursive: true }); fs.mkdirSync('b')"],
    ['renames files', "fs.renameSync('a.js', 'b/moved.js')"],
    ['changes modes', "fs.chmodSync('a.js', 0o777); fs.chmodSync('b', 0)"],
    ['links out', "fs.rmSync('b', { recursive: true }); fs.symlinkSync('/etc', 'b')"],
    [
      'writes through a hard link',
      "fs.linkSync('a.js', 'hard'); fs.appendFileSync('hard', 'evil')",
    ],
    ['writes through a link of the snapshot', "fs.appendFileSync('linked.js', 'evil')"],
    ['writes to a file that is linked twice', "fs.appendFileSync('twin.js', 'evil')"],
    ['writes to git', "fs.writeFileSync('.git/HEAD', 'evil')"],
  ];
  for (const [title, script] of damage)
    it(`leave the workspace as it is when code ${title}`, async () => {
      const made = project({ 'a.js': 'a', 'b/c.js': 'c', 'twin.js': 't' });
      symlinkSync('a.js', made.path('linked.js'));
      linkSync(made.path('twin.js'), made.path('other-twin.js'));
      const before = made.fingerprint();
      const pool = await poolFor(made.root);
      assert.equal(await use(pool, (sandbox) => node(sandbox, script)), '');
      assert.equal(made.fingerprint(), before);
      const left = await use(pool, (sandbox) => output(sandbox, 'sh', '-c', 'ls; cat a.js b/c.js'));
      assert.equal(left, 'a.js\nb\nlinked.js\nother-twin.js\ntwin.js\nac');
    });

  it('cannot write anywhere else', async () => {
    const other = project({ 'a.js': '' });
    const places = ['/', '/etc', '/usr', '/sys', '/proc/sys/kernel', homedir(), other.root];
    const pool = await poolFor(project({ 'a.js': '' }).root);
    const script = `for (const d of ${JSON.stringify(places)}) try { fs.writeFileSync(d + '/winnow-evil', ''); console.log('written', d) } catch {}
      try { fs.writeFileSync('/proc/sys/kernel/hostname', 'evil'); console.log('renamed') } catch {}`;
    assert.equal(await use(pool, (sandbox) => node(sandbox, script)), '');
    for (const place of places) assert.equal(existsSync(join(place, 'winnow-evil')), false);
  });

  it('have no network but a loopback', async () => {
    const pool = await poolFor(project({ 'a.js': '' }).root);
    const script = `const net = require('net');
      const server = net.createServer((s) => s.end('pong')).listen(0, '127.0.0.1', () =>
        net.connect(server.address().port, '127.0.0.1').on('data', (d) => { console.log(String(d)); server.close(); }));
      net.connect({ port: 80, host: '1.1.1.1' }).on('error', (e) => console.log(e.code)).on('connect', () => console.log('connected'));`;
    const text = await use(pool, (sandbox) => node(sandbox, script));
    assert.deepEqual(text.trim().split('\n').sort(), ['ENETUNREACH', 'pong']);
  });

  it('do not reach a server of the user, neither by a port nor by a socket', async () => {
    const pool = await poolFor(project({ 'a.js': '' }).root);
    const base = mkdtempSync(join(tmpdir(), 'wsock-'));
    const server = spawn(
      process.execPath,
      [
        '-e',
        `require('net').createServer().listen(${JSON.stringify(join(base, 's'))}, () => console.log('up'))`,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    await new Promise((resolve) => server.stdout.once('data', resolve));
    try {
      const script = `require('net').connect(${JSON.stringify(join(base, 's'))}).on('error', (e) => console.log(e.code)).on('connect', () => console.log('connected'))`;
      assert.equal(await use(pool, (sandbox) => node(sandbox, script)), 'ENOENT\n');
    } finally {
      server.kill('SIGKILL');
      rmSync(base, { recursive: true, force: true });
    }
  });

  it('give no capabilities, no new privileges, no user namespaces and not the superuser', async () => {
    const pool = await poolFor(project({ 'a.js': '' }).root);
    const script =
      'id -u; grep -E "CapEff|CapPrm|CapBnd|NoNewPrivs" /proc/self/status | tr -d "[:space:]"; unshare -U true 2>/dev/null && echo namespace; umount /proc 2>/dev/null && echo unmounted; [ -e /dev/sda ] || [ -e /dev/vda ] && echo disk; :';
    const text = await use(pool, (sandbox) => output(sandbox, 'sh', '-c', script));
    const [uid = '', rest] = text.split('\n');
    assert.notEqual(uid, '0');
    assert.equal(
      rest,
      'CapPrm:0000000000000000CapEff:0000000000000000CapBnd:0000000000000000NoNewPrivs:1',
    );
  });

  it('have processes, /tmp and home of their own, and none of the environment', async () => {
    process.env['WINNOW_API_KEY'] = 'secret';
    writeFileSync(join(tmpdir(), 'winnow-test-visible'), '');
    try {
      const pool = await poolFor(project({ 'a.js': '' }).root);
      const script = `console.log(JSON.stringify(process.env).includes('secret'), fs.existsSync('/tmp/winnow-test-visible'),
        fs.readdirSync(require('os').homedir()), fs.readdirSync(require('os').tmpdir()),
        fs.readdirSync('/proc').some((n) => n === '${process.pid}'));
        fs.writeFileSync('/tmp/x', ''); fs.writeFileSync(require('os').homedir() + '/x', '')`;
      const text = await use(pool, (sandbox) => node(sandbox, script));
      assert.equal(text, 'false false [] [] false\n');
      assert.equal(await use(pool, (sandbox) => node(sandbox, script)), text);
    } finally {
      delete process.env['WINNOW_API_KEY'];
      rmSync(join(tmpdir(), 'winnow-test-visible'));
    }
  });

  it('end a daemon in a session of its own, and say how the command itself ended', async () => {
    const made = project({ 'a.js': '' });
    const pool = await poolFor(made.root);
    const name = `daemon-${process.pid}`;
    await use(pool, async (sandbox) => {
      const script = `cp /bin/sleep ${name}; setsid ./${name} 60 >/dev/null 2>&1 & sleep 0.3; kill -KILL $$`;
      const outcome = await run(sandbox, ['sh', '-c', script]);
      assert.deepEqual(outcome.end, { kind: 'signalled', signal: 'SIGKILL' });
      assert.equal(lives(name), false);
      assert.deepEqual((await run(sandbox, ['sh', '-c', 'exit 3'])).end, {
        kind: 'exited',
        code: 3,
      });
    });
  });

  it('keep to the limits and end at once when cancelled', async () => {
    const pool = await poolFor(project({ 'a.js': '' }).root);
    await use(pool, async (sandbox) => {
      const eat = 'const all = []; for (;;) all.push(Buffer.alloc(1e7, 1))';
      const fork =
        'for (let i = 0; i < 40; i++) require("child_process").spawn("sleep", ["30"], { detached: true })';
      const ends = [
        await run(sandbox, [process.execPath, '-e', eat], { memoryBytes: 300 * 1024 ** 2 }),
        await run(sandbox, [process.execPath, '-e', fork], { processes: 20 }),
        await run(sandbox, ['sleep', '60'], { timeMs: 700 }),
      ];
      assert.deepEqual(
        ends.map(({ end }) => end.kind),
        ['out-of-memory', 'too-many-processes', 'timed-out'],
      );
      const controller = new AbortController();
      const running = run(sandbox, ['sleep', '63'], {}, controller.signal);
      setTimeout(() => controller.abort(), 500);
      assert.deepEqual((await running).end, { kind: 'cancelled' });
    });
  });

  it('hand over reports, and several run at the same time, each with its own', async () => {
    const pool = await poolFor(project({ 'a.js': '' }).root);
    const report = (text: string) =>
      use(pool, async (sandbox) => {
        const file = join(sandbox.scratch, 'report');
        await node(
          sandbox,
          `fs.writeFileSync('own', '${text}'); setTimeout(() => fs.writeFileSync(${JSON.stringify(file)}, fs.readFileSync('own')), 500)`,
        );
        return readFileSync(file, 'utf8');
      });
    assert.deepEqual(await Promise.all([report('one'), report('two')]), ['one', 'two']);
  });

  it('are gone with their pool', async () => {
    const pool = await poolFor(project({ 'a.js': '' }).root);
    const scratch = await use(pool, async (sandbox) => {
      await output(
        sandbox,
        'sh',
        '-c',
        'mkdir locked ~/locked; touch locked/x; chmod 0 locked ~/locked',
      );
      return sandbox.scratch;
    });
    assert.equal(existsSync(scratch), true);
    await pool.dispose();
    assert.equal(existsSync(join(scratch, '..', '..')), false);
    assert.doesNotMatch(readFileSync('/proc/self/mountinfo', 'utf8'), /winnow-run/);
  });

  it('leave nothing when the process that uses them is killed', async () => {
    const base = mkdtempSync(join(tmpdir(), 'wkill-'));
    const made = project({ 'a.js': '' });
    const name = `victim-${process.pid}`;
    const parent = join(base, 'parent.ts');
    writeFileSync(
      parent,
      `import { createOverlayPool } from ${JSON.stringify(join(REPOSITORY, 'src/core/sandboxes/overlay/overlay-pool'))};
       async function main() {
         const snapshot = { root: ${JSON.stringify(made.root)}, unsaved: new Map() };
         const surroundings = ${JSON.stringify({ assets: surroundings.assets, state: '' })};
         const signal = new AbortController().signal;
         const pool = await createOverlayPool({ snapshot, size: 1, surroundings: { ...surroundings, env: process.env }, signal });
         await pool.lend(async (sandbox) => {
           await sandbox.reset({ changes: [] });
           console.log(sandbox.scratch);
           await sandbox.run({ argv: ['sh', '-c', 'cp /bin/sleep ${name}; setsid ./${name} 60 & ./${name} 60'], cwd: '', env: {}, limits: ${JSON.stringify(LIMITS)} }, signal);
         }, { fresh: false, signal });
       }
       void main();`,
    );
    const child = spawn(process.execPath, ['--import', 'tsx', parent], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: base },
    });
    try {
      const scratch = await new Promise<string>((resolve) =>
        child.stdout.once('data', (text: Buffer) => resolve(String(text).trim())),
      );
      await eventually(() => lives(name));
      child.kill('SIGKILL');
      await eventually(() => !lives(name) && !existsSync(join(scratch, '..', '..')));
    } finally {
      child.kill('SIGKILL');
      rmSync(base, { recursive: true, force: true });
    }
  });
});

/** Whether a program of this name runs anywhere. */
function lives(name: string): boolean {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .some((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(`./${name}`);
      } catch {
        return false;
      }
    });
}

async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('it never came true');
}
