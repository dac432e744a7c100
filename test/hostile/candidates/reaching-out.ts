import type { Candidate } from '../candidate';
import { atLoad, atCall, NO_REPORT } from './script-parts';

/** Write files, start programs, reach the network. */
export const reachingOut: readonly Candidate[] = [
  {
    title: 'writes a report',
    imports: { fs: 'node:fs' },
    code: atLoad(
      "fs.writeFileSync(process.argv.find((word) => /report-/.test(word))?.replace(/.*=/, '') ?? '/dev/null', '{}');",
    ),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'rewrites the tests',
    imports: { fs: 'node:fs' },
    code: atLoad(
      "for (const file of fs.readdirSync('test')) fs.writeFileSync('test/' + file, '');",
    ),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'deletes the tests',
    imports: { fs: 'node:fs/promises' },
    code: atLoad("void fs.rm('test', { recursive: true, force: true });"),
    verdict: 'rejected',
  },
  {
    title: 'writes outside',
    imports: { fs: 'node:fs' },
    code: atLoad("fs.appendFileSync('../outside.txt', 'x');"),
    verdict: 'rejected',
  },
  {
    title: 'links out',
    imports: { fs: 'node:fs' },
    code: atLoad("fs.symlinkSync('/', 'root');"),
    verdict: 'rejected',
  },
  {
    title: 'fills the disk',
    imports: { fs: 'node:fs' },
    code: atLoad("const fd = fs.openSync('big', 'w'); for (;;) fs.writeSync(fd, 'x'.repeat(1e6));"),
    verdict: 'rejected',
  },
  {
    title: 'poisons a cache',
    imports: { fs: 'node:fs' },
    code: atLoad(
      "fs.mkdirSync('node_modules/.cache', { recursive: true }); fs.writeFileSync('node_modules/.cache/x', '');",
    ),
    verdict: 'rejected',
  },
  {
    title: 'starts a daemon',
    imports: { child: 'node:child_process' },
    code: atLoad("child.spawn('sleep', ['600'], { detached: true, stdio: 'ignore' }).unref();"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'forks',
    imports: { child: 'node:child_process' },
    code: atLoad("child.fork(process.argv[1] ?? '');"),
    verdict: 'rejected',
  },
  {
    title: 'reads a module by a computed name',
    code: atCall("void import('node:' + 'child_process');"),
    verdict: 'rejected',
  },
  {
    title: 'reaches the network',
    code: atLoad("void fetch('http://127.0.0.1:9/').catch(() => {});"),
    verdict: 'rejected',
  },
  {
    title: 'opens a listener',
    imports: { net: 'node:net' },
    code: atLoad('net.createServer().listen(0);'),
    verdict: 'rejected',
  },
];
