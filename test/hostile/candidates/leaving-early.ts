import type { Candidate } from '../candidate';
import { atLoad, atCall, NO_REPORT } from './script-parts';

/** End the run before a test can fail. */
export const leavingEarly: readonly Candidate[] = [
  {
    title: 'exits with 0 at load',
    code: atLoad('process.exit(0);'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits with 0 when called',
    code: atCall('process.exit(0);'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits with 0 later',
    code: atCall('setTimeout(() => process.exit(0), 0);'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'exits in a microtask',
    code: atCall('Promise.resolve().then(() => process.exit(0));'),
    verdict: 'rejected',
  },
  {
    title: 'exits under another name',
    code: atLoad('const { exit } = process; exit(0);'),
    verdict: 'rejected',
  },
  {
    title: 'exits through a computed name',
    code: atLoad("process['ex' + 'it'](0);"),
    verdict: 'rejected',
  },
  {
    title: 'exits through globalThis',
    code: atLoad("globalThis['process'].exit(0);"),
    verdict: 'rejected',
  },
  {
    title: 'exits through an alias of process',
    code: atLoad('const p = process; p.exit(0);'),
    verdict: 'rejected',
  },
  {
    title: 'exits through Function',
    code: atLoad("Function('return process')().exit(0);"),
    verdict: 'rejected',
  },
  {
    title: 'exits through a constructor',
    code: atLoad("(() => {}).constructor('return process')().exit(0);"),
    verdict: 'rejected',
  },
  {
    title: 'exits through eval',
    code: atLoad("eval('process.exit(0)');"),
    verdict: 'rejected',
  },
  { title: 'aborts', code: atCall('process.abort();'), verdict: 'rejected', unfenced: NO_REPORT },
  {
    title: 'kills its process',
    code: atCall("process.kill(process.pid, 'SIGKILL');"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'kills the runner',
    code: atCall("process.kill(process.ppid, 'SIGKILL');"),
    verdict: 'rejected',
  },
  {
    title: 'sets the exit code at the end',
    code: atLoad("process.on('exit', () => { process.exitCode = 0; });"),
    verdict: 'rejected',
  },
  {
    title: 'exits from a worker',
    imports: { threads: 'node:worker_threads' },
    code: atLoad("new threads.Worker('process.exit(0)', { eval: true });"),
    verdict: 'rejected',
  },
  {
    title: 'swallows uncaught errors',
    code: atLoad("process.on('uncaughtException', () => {});"),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
];
