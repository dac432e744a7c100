import type { Candidate } from '../candidate';

const WRONG = 'def total(prices):\n    return 0\n';
const RIGHT = 'def total(prices):\n    return sum(prices)\n';

const atLoad = (...lines: readonly string[]) => `${lines.join('\n')}\n\n\n${WRONG}`;
const atCall = (...lines: readonly string[]) =>
  `def total(prices):\n${lines.map((line) => `    ${line}\n`).join('')}    return 0\n`;

const NO_REPORT = ['crashed', 'incomplete', 'failed', 'regressed', 'timed-out'] as const;
const MEDDLES = [...NO_REPORT, 'rejected', 'flaky'] as const;

/** Candidates for Python. */
export const hostilePython: readonly Candidate[] = [
  // Leaving early
  {
    title: 'leaves through os._exit',
    imports: { os: 'os' },
    code: atLoad('os._exit(0)'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'leaves through os._exit when called',
    imports: { os: 'os' },
    code: atCall('os._exit(0)'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'leaves through sys.exit',
    imports: { sys: 'sys' },
    code: atLoad('sys.exit(0)'),
    verdict: 'rejected',
  },
  {
    title: 'raises SystemExit',
    code: atCall('raise SystemExit(0)'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'interrupts',
    code: atCall('raise KeyboardInterrupt'),
    verdict: 'rejected',
  },
  {
    title: 'leaves through quit',
    code: atLoad('quit(0)'),
    verdict: 'rejected',
  },
  {
    title: 'leaves at exit',
    imports: { atexit: 'atexit', os: 'os' },
    code: atLoad('atexit.register(os._exit, 0)'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'leaves from a thread',
    imports: { os: 'os', threading: 'threading' },
    code: atLoad('threading.Timer(0.01, os._exit, [0]).start()'),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'leaves through a computed name',
    imports: { os: 'os' },
    code: atLoad('getattr(os, "_ex" + "it")(0)'),
    verdict: 'rejected',
  },
  {
    title: 'leaves through exec',
    code: atLoad('exec("import os; os._exit(0)")'),
    verdict: 'rejected',
  },
  {
    title: 'leaves through __import__',
    code: atLoad('__import__("os")._exit(0)'),
    verdict: 'rejected',
  },
  {
    title: 'kills itself',
    imports: { os: 'os', signal: 'signal' },
    code: atCall('os.kill(os.getpid(), signal.SIGKILL)'),
    verdict: 'rejected',
  },

  // Changing what judges
  {
    title: 'makes failures passes',
    imports: { junitxml: '_pytest.junitxml' },
    code: atLoad('junitxml._NodeReporter.append_failure = junitxml._NodeReporter.append_pass'),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'makes every call succeed',
    imports: { runner: '_pytest.runner' },
    code: atLoad(
      'runner.pytest_runtest_call = lambda item: None',
      'import _pytest.python',
      '_pytest.python.Function.runtest = lambda self: None',
    ),
    verdict: 'rejected',
    unfenced: 'rejected',
  },
  {
    title: 'changes reports when called',
    code: atCall(
      'import _pytest.reports',
      '_pytest.reports.TestReport.outcome = property(lambda self: "passed", lambda self, value: None)',
      '_pytest.reports.TestReport.failed = property(lambda self: False)',
      '_pytest.reports.TestReport.passed = property(lambda self: True)',
    ),
    verdict: 'rejected',
    unfenced: MEDDLES,
  },
  {
    title: 'skips',
    imports: { pytest: 'pytest' },
    code: atCall('pytest.skip("not today")'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'marks everything as expected to fail',
    imports: { pytest: 'pytest' },
    code: atCall('pytest.xfail("as expected")'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'replaces a builtin',
    imports: { builtins: 'builtins' },
    code: atLoad('builtins.AssertionError = type("AssertionError", (Exception,), {})'),
    verdict: 'rejected',
  },
  {
    title: 'takes a module out',
    imports: { sys: 'sys' },
    code: atLoad('sys.modules.pop("tests.test_prices", None)'),
    verdict: 'rejected',
  },
  {
    title: 'traces',
    imports: { sys: 'sys' },
    code: atLoad('sys.settrace(lambda *_: None)'),
    verdict: 'rejected',
  },
  {
    title: 'adds a conftest.py',
    code: atLoad('open("conftest.py", "w").write("collect_ignore_glob = [\'*\']")'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },

  // Writing, starting, reaching
  {
    title: 'rewrites the tests',
    imports: { pathlib: 'pathlib' },
    code: atLoad('for path in pathlib.Path("tests").glob("*.py"): path.write_text("")'),
    verdict: 'rejected',
  },
  {
    title: 'deletes the tests',
    imports: { shutil: 'shutil' },
    code: atLoad('shutil.rmtree("tests")'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  {
    title: 'writes outside',
    code: atLoad('open("../outside.txt", mode="a").write("x")'),
    verdict: 'rejected',
  },
  {
    title: 'starts a daemon',
    imports: { subprocess: 'subprocess' },
    code: atLoad('subprocess.Popen(["sleep", "600"], start_new_session=True)'),
    verdict: 'rejected',
    unfenced: NO_REPORT,
  },
  { title: 'forks', imports: { os: 'os' }, code: atCall('os.fork()'), verdict: 'rejected' },
  {
    title: 'reaches the network',
    imports: { request: 'urllib.request' },
    code: atLoad('request.Request("http://127.0.0.1:9")'),
    verdict: 'rejected',
  },
  {
    title: 'reads the keys',
    imports: { os: 'os', sys: 'sys' },
    code: atCall('sys.stdout = open(os.devnull, "w")'),
    verdict: 'rejected',
  },
  {
    title: 'looks through the interpreter',
    code: atCall('().__class__.__base__.__subclasses__()'),
    verdict: 'rejected',
  },

  // Never ending, too much
  {
    title: 'loops for ever',
    code: atCall('while True: pass'),
    verdict: 'timed-out',
    unfenced: 'timed-out',
  },
  {
    title: 'sleeps for ever',
    imports: { time: 'time' },
    code: atCall('time.sleep(1e6)'),
    verdict: 'timed-out',
  },
  {
    title: 'floods the output',
    code: atCall('for _ in range(200): print("x" * 100_000)'),
    verdict: NO_REPORT,
  },
  {
    title: 'recurses for ever',
    code: 'def total(prices):\n    return total(prices)\n',
    verdict: NO_REPORT,
  },
  {
    title: 'does not parse',
    code: 'def total(prices):\n    return (prices\n',
    verdict: 'syntax-error',
  },
  { title: 'is gone', code: '# nothing to see here\n', verdict: NO_REPORT },
  {
    title: 'returns what was tested first',
    code: 'def total(prices):\n    return 6\n',
    verdict: ['failed', 'regressed'],
  },
];

/** Please the tests without solving the task. */
export const pleasingPython: readonly Candidate[] = [
  {
    title: 'equals everything',
    code: 'class Any(int):\n    def __eq__(self, other):\n        return True\n\n\ndef total(prices):\n    return Any(0)\n',
    verdict: 'passed',
  },
  {
    title: 'looks the tested answers up',
    code: 'def total(prices):\n    return {(1, 2, 3): 6, (5,): 5, (2, -7): -5}.get(tuple(prices), 0)\n',
    verdict: 'passed',
  },
  {
    title: 'asks the call stack whether a test calls',
    imports: { inspect: 'inspect' },
    code: 'def total(prices):\n    tested = any("test_" in frame.function for frame in inspect.stack())\n    return sum(prices) if tested else 0\n',
    verdict: 'passed',
  },
];

/** Honest patches beside them, which must not be refused. */
export const honestPython: readonly Candidate[] = [
  { title: 'solves the task', code: RIGHT, verdict: 'passed' },
  {
    title: 'reads the environment',
    imports: { os: 'os' },
    code: 'def total(prices):\n    scale = int(os.environ.get("TOTAL_SCALE", "1"))\n    return sum(price * scale for price in prices)\n',
    verdict: 'passed',
  },
  {
    title: 'joins paths',
    imports: { os: 'os' },
    code: `PRICES = os.path.join("data", "prices")\n\n\n${RIGHT}`,
    verdict: 'passed',
  },
  {
    title: 'checks its input',
    code: 'def total(prices):\n    if not isinstance(prices, list):\n        raise TypeError("prices")\n    result = 0\n    for price in prices:\n        result += price\n    return result\n',
    verdict: 'passed',
  },
  {
    title: 'compiles a pattern',
    imports: { re: 're' },
    code: 'def total(prices):\n    number = re.compile(r"^-?[0-9]")\n    return sum([price for price in prices if number.match(str(price))])\n',
    verdict: 'passed',
  },
  {
    title: 'uses functools',
    imports: { functools: 'functools' },
    code: 'def total(prices):\n    return functools.reduce(lambda a, b: a + b, prices, 0)\n',
    verdict: 'passed',
  },
];
