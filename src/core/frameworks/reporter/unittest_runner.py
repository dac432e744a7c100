"""Runs `python -m unittest` with its own arguments and writes one JSON line a test.

Called with the path of the report, a JSON list of the files to which the run is restricted (empty:
all of them), and the arguments of unittest. The last line is {"type": "end"}; without it the run
has not come to its end. Needs nothing but Python 3.8.
"""

import json
import os
import re
import sys
import time
import traceback
import unittest

REPORT, ONLY, ARGUMENTS = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:]
# As `python -m unittest` would have it; the report's path is nobody else's business.
sys.argv = ["python -m unittest", *ARGUMENTS]
sys.path[0] = os.getcwd()

LOAD_FAILURE = "unittest.loader"
HOLDER = re.compile(r"^(setUpClass|tearDownClass|setUpModule|tearDownModule) \((.*)\)$")
RANK = {"passed": 0, "skipped": 1, "failed": 2}


def flatten(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flatten(test)
        elif test is not None:
            yield test


def file_of_module(name):
    """The file of a module that may not have been imported, or None."""
    path = getattr(sys.modules.get(name), "__file__", None)
    if path:
        return os.path.abspath(path)
    below = name.replace(".", os.sep)
    for place in sys.path:
        for ending in (".py", os.sep + "__init__.py"):
            path = os.path.join(place or os.getcwd(), below + ending)
            if os.path.isfile(path):
                return os.path.abspath(path)
    return None


def is_load_failure(test):
    return type(test).__module__ == LOAD_FAILURE


def file_of(test):
    if is_load_failure(test):
        return file_of_module(test._testMethodName)
    example = getattr(test, "_dt_test", None)
    if example is not None:
        return example.filename and os.path.abspath(example.filename)
    function = getattr(test, "_testFunc", None)
    if function is not None:
        return os.path.abspath(function.__code__.co_filename)
    return file_of_module(type(test).__module__)


def path_of(test):
    if is_load_failure(test):
        # Python 3.8 to 3.12 name the module; what is not a module is a test that does not exist.
        return [] if file_of(test) else [test._testMethodName]
    method = getattr(test, "_testMethodName", None)
    if method is None or hasattr(test, "_dt_test") or hasattr(test, "_testFunc"):
        return [test.id()]
    return [type(test).__qualname__, method]


class Result(unittest.TestResult):
    def __init__(self, report, tests):
        super().__init__()
        self.report = report
        self.waiting = {id(test): test for test in tests}
        self.outcome = None
        self.messages = []
        self.started = 0.0

    def startTest(self, test):
        super().startTest(test)
        self.outcome, self.messages, self.started = None, [], time.perf_counter()

    def stopTest(self, test):
        super().stopTest(test)
        duration = (time.perf_counter() - self.started) * 1000
        self.write(test, self.outcome or "failed", self.messages, duration)

    def note(self, outcome, *messages):
        if self.outcome is None or RANK[outcome] > RANK[self.outcome]:
            self.outcome = outcome
        self.messages.extend(messages)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.note("passed")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if self.is_holder(test):
            self.end_group(test, "skipped", reason)
        else:
            self.note("skipped")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self.note("skipped")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.note("failed", "It was expected to fail and passed.")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note("failed", self._exc_info_to_string(err, test))

    def addError(self, test, err):
        super().addError(test, err)
        text = self._exc_info_to_string(err, test)
        if self.is_holder(test):
            self.end_group(test, "failed", text)
        else:
            self.note("failed", text)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            text = self._exc_info_to_string(err, test)
            self.note("failed", "%s\n%s" % (subtest._subDescription(), text))

    @staticmethod
    def is_holder(test):
        return not hasattr(test, "_testMethodName") and HOLDER.match(str(test)) is not None

    def end_group(self, holder, outcome, text):
        """Gives the tests that a class or module keeps from running the reason for it."""
        stage, name = HOLDER.match(str(holder)).groups()
        if stage.startswith("tearDown"):
            module = name if stage == "tearDownModule" else name.rpartition(".")[0]
            while module and module not in sys.modules:
                module = module.rpartition(".")[0]
            inner = name[len(module) + 1 :]
            self.line(file_of_module(module), [part for part in (inner, stage) if part], outcome, text)
            return
        for test in list(self.waiting.values()):
            group = type(test).__module__
            if stage == "setUpClass":
                group += "." + type(test).__qualname__
            if group == name:
                self.write(test, outcome, [text], None)

    def write(self, test, outcome, messages, duration):
        if self.waiting.pop(id(test), None) is None:
            return
        path, message = path_of(test), "\n\n".join(messages)
        whole = is_load_failure(test) and not path
        self.line(file_of(test), path, outcome, message, duration, whole)

    def line(self, file, path, outcome, message, duration=None, whole=False):
        failed = outcome == "failed"
        entry = {
            "type": "test",
            "file": file,
            "path": path,
            "outcome": outcome,
            "durationMs": duration,
            "message": message if failed else None,
            "wholeFile": whole and failed,
        }
        self.report.write(json.dumps(entry) + "\n")
        self.report.flush()


class Runner:
    def __init__(self, report):
        self.report = report

    def run(self, suite):
        tests = list(flatten(suite))
        if ONLY:
            wanted = {os.path.realpath(path) for path in ONLY}
            kept = [test for test in tests if os.path.realpath(file_of(test) or "") in wanted]
            suite, tests = unittest.TestSuite(kept), kept
        result = Result(self.report, tests)
        suite.run(result)
        return result


def main():
    with open(REPORT, "w", encoding="utf-8") as report:
        program = unittest.TestProgram(
            module=None, argv=sys.argv, testRunner=Runner(report), exit=False, verbosity=0
        )
        report.write('{"type": "end"}\n')
    # At once: what a thread or an exit hook still does changes nothing of what was reported.
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass  # A test has closed it.
    os._exit(0 if program.result.wasSuccessful() else 1)


try:
    main()
except Exception:
    traceback.print_exc()
    sys.exit(2)
