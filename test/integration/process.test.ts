import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessLimits } from '../../src/core/api/process';
import { killMarked } from '../../src/core/process/kill-tree';
import { MARKER_VARIABLE, runCommand } from '../../src/core/process/run-command';
import { REPOSITORY } from '../support/project';

const LIMITS: ProcessLimits = {
  timeMs: 20_000,
  memoryBytes: 1024 ** 3,
  outputBytes: 64 * 1024,
  processes: 50,
  fileBytes: 1024 ** 2,
};

describe('runCommand', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wproc-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(script: string, limits: Partial<ProcessLimits> = {}, signal?: AbortSignal) {
    return runCommand(
      {
        argv: [process.execPath, '-e', script],
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '', ONLY: 'this' },
        limits: { ...LIMITS, ...limits },
      },
      signal ?? new AbortController().signal,
    );
  }

  /** Whether a process that was told to write its pid to a file is alive. */
  function lives(file: string): boolean {
    return alive(Number(readFileSync(join(folder, file), 'utf8')));
  }

  it('hands over output and exit code', async () => {
    const outcome = await run('console.log("üt"); console.error("err"); process.exit(3)');
    assert.deepEqual(
      [outcome.end, outcome.stdout, outcome.stderr],
      [{ kind: 'exited', code: 3 }, 'üt\n', 'err\n'],
    );
  });

  it('passes on the given environment and nothing of its own', async () => {
    process.env['WINNOW_API_KEY'] = 'secret';
    const { stdout } = await run('console.log(JSON.stringify(process.env))');
    delete process.env['WINNOW_API_KEY'];
    assert.match(stdout, /"ONLY":"this"/);
    assert.doesNotMatch(stdout, /secret/);
  });

  it('ends a program that ignores SIGTERM when its time is up', async () => {
    const outcome = await run('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)', {
      timeMs: 500,
    });
    assert.deepEqual(outcome.end, { kind: 'timed-out', limitMs: 500 });
  });

  it('ends a loop that never yields when it is cancelled', async () => {
    const controller = new AbortController();
    const running = run('for (;;);', {}, controller.signal);
    setTimeout(() => controller.abort(), 200);
    assert.deepEqual((await running).end, { kind: 'cancelled' });
  });

  it('does not start what is cancelled already', async () => {
    const outcome = await run('require("fs").writeFileSync("ran", "")', {}, AbortSignal.abort());
    assert.deepEqual([outcome.end.kind, existsSync(join(folder, 'ran'))], ['cancelled', false]);
  });

  it('ends a tree that eats memory', async () => {
    const outcome = await run('const all = []; for (;;) all.push(Buffer.alloc(1e7, 1))', {
      memoryBytes: 300 * 1024 ** 2,
    });
    assert.equal(outcome.end.kind, 'out-of-memory');
  });

  it('ends a tree that forks without end', async () => {
    const outcome = await run(
      'const { spawn } = require("child_process"); for (let i = 0; i < 12; i++) spawn("sleep", ["30"])',
      { processes: 6 },
    );
    assert.equal(outcome.end.kind, 'too-many-processes');
  });

  it('keeps the head and the tail of a flood', async () => {
    const outcome = await run(
      'console.log("first"); for (let i = 0; i < 1e5; i++) console.log("flood"); console.log("last")',
    );
    assert.ok(outcome.stdout.length < 70_000);
    assert.match(outcome.stdout, /^first/);
    assert.match(outcome.stdout, /last\n$/);
    assert.match(outcome.stdout, /bytes left out/);
  });

  it('bounds the files that a program writes', async () => {
    await run(
      'const b = Buffer.alloc(65536); const fs = require("fs"); const f = fs.openSync("big", "w"); for (let i = 0; i < 100; i++) fs.writeSync(f, b)',
    );
    assert.ok(
      execFileSync('stat', ['-c', '%s', join(folder, 'big')], { encoding: 'utf8' }).trim().length <
        8,
    );
  });

  it('kills a daemon in a session of its own, though its parent has ended', async () => {
    const daemon =
      'require("fs").writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1000)';
    const outcome = await run(
      `const c = require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(daemon)}], { detached: true, stdio: "inherit" }); c.unref(); setTimeout(() => process.exit(0), 500)`,
    );
    assert.deepEqual(outcome.end, { kind: 'exited', code: 0 });
    assert.equal(lives('pid'), false);
  });

  it('says why a program cannot be started', async () => {
    const outcome = await runCommand(
      { argv: ['no-such-program'], cwd: folder, env: { PATH: '/bin' }, limits: LIMITS },
      new AbortController().signal,
    );
    assert.match(JSON.stringify(outcome), /no-such-program/);
    assert.ok(
      outcome.end.kind === 'not-started' ||
        (outcome.end.kind === 'exited' && outcome.end.code === 127),
    );
  });
});

describe('the watchdog', () => {
  it('ends the processes and removes the folder of a run whose process is killed', async () => {
    const base = mkdtempSync(join(tmpdir(), 'wdog-'));
    const folder = join(base, 'run');
    mkdirSync(folder);
    const marker = `${MARKER_VARIABLE}=watchdog-test-${process.pid}`;
    const parent = join(base, 'parent.ts');
    writeFileSync(
      parent,
      `import { startWatchdog } from ${JSON.stringify(join(REPOSITORY, 'src/core/process/start-watchdog'))};
       import { spawn } from 'node:child_process';
       startWatchdog(${JSON.stringify(join(REPOSITORY, 'dist'))}, ${JSON.stringify(marker)}, ${JSON.stringify(folder)});
       const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore', env: { ${MARKER_VARIABLE}: ${JSON.stringify(marker.slice(MARKER_VARIABLE.length + 1))}, PATH: process.env.PATH } });
       console.log(child.pid);
       setInterval(() => {}, 1000);`,
    );
    const child = spawn(process.execPath, ['--import', 'tsx', parent], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) =>
      child.stdout.on('data', (text: Buffer) => resolve(Number(String(text)))),
    );
    child.kill('SIGKILL');
    try {
      await eventually(() => !existsSync(folder) && !alive(pid));
    } finally {
      await killMarked(marker);
      rmSync(base, { recursive: true, force: true });
    }
  });

  it('is waited for by a process that has nothing else to do', async () => {
    const base = mkdtempSync(join(tmpdir(), 'wdog-'));
    const parent = join(base, 'parent.ts');
    writeFileSync(
      parent,
      `import { startWatchdog } from ${JSON.stringify(join(REPOSITORY, 'src/core/process/start-watchdog'))};
       const dismiss = startWatchdog(${JSON.stringify(join(REPOSITORY, 'dist'))}, 'none', ${JSON.stringify(join(base, 'run'))});
       void dismiss().then(() => console.log('dismissed'));`,
    );
    try {
      const child = spawn(process.execPath, ['--import', 'tsx', parent], {
        cwd: REPOSITORY,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let printed = '';
      child.stdout.on('data', (text: Buffer) => (printed += String(text)));
      await new Promise((resolve) => child.on('close', resolve));
      assert.equal(printed.trim(), 'dismissed');
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  });
});

/** A killed process that nobody has waited for yet is not alive. */
function alive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('it never came true');
}
