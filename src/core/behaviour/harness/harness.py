"""Put at the end of a Python module by Winnow: see `instrument.ts`.

Runs in a namespace of its own, so that nothing of the module's is shadowed.
"""

import enum
import hashlib
import itertools
import json
import math
import signal
import sys
import threading
import types

MAX_CALLS = 300
MAX_PARTS = 2000
MAX_TEXT = 20000
MAX_SHOWN = 2000
MAX_ITEMS = 200
NOT_OURS = object()
WRITTEN_AS_THEY_ARE = ("datetime", "decimal", "fractions", "pathlib", "uuid", "ipaddress")


class Outside(Exception):
    """A value is not in the model."""


class TimeUp(BaseException):
    """A call has had its time."""


def encode(value, around=(), budget=None):
    """A value in the model; raises Outside for one that is not in it."""
    budget = [MAX_PARTS] if budget is None else budget
    budget[0] -= 1
    if budget[0] < 0 or any(value is each for each in around):
        raise Outside()

    def inner(part):
        return encode(part, around + (value,), budget)

    kind = type(value)
    if value is None:
        return {"kind": "null"}
    if kind is bool:
        return {"kind": "bool", "value": value}
    if kind is int and abs(value) < 10**1000:
        return {"kind": "int", "value": str(value)}
    if kind is float:
        return {"kind": "number", "value": float_text(value)}
    if kind is str and len(value) <= MAX_TEXT:
        return {"kind": "text", "value": value}
    if kind in (list, tuple, set):
        items = sorted(value, key=repr) if kind is set else value
        return {"kind": kind.__name__, "items": [inner(item) for item in items]}
    if kind is dict:
        return {"kind": "map", "entries": [[inner(k), inner(v)] for k, v in value.items()]}
    raise Outside()


def float_text(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return repr(value)


def decode(value):
    """The value again, new in every part."""
    kind = value["kind"]
    if kind in ("null", "undefined"):
        return None
    if kind == "int":
        return int(value["value"])
    if kind == "number":
        return float(value["value"])
    if kind in ("bool", "text"):
        return value["value"]
    if kind == "map":
        return {decode(k): decode(v) for k, v in value["entries"]}
    items = [decode(item) for item in value["items"]]
    return {"list": list, "tuple": tuple, "set": set}[kind](items)


class Writer:
    """Writes a value down so that equal behaviour gives equal texts."""

    def __init__(self):
        self.opaque = False
        self.parts = 20000

    def hidden(self, text):
        self.opaque = True
        return text

    def write(self, value, around=()):
        self.parts -= 1
        if self.parts < 0:
            return self.hidden("...")
        if value is None or isinstance(value, (bool, bytes, complex, range)):
            return repr(value)
        if isinstance(value, enum.Enum):
            return str(value)
        if isinstance(value, int):
            return str(int(value)) if abs(value) < 10**1000 else hex(value)
        if isinstance(value, float):
            return number_text(value)
        if isinstance(value, str):
            return repr(str(value))
        if isinstance(value, BaseException):
            return type(value).__name__
        if type(value).__module__ in WRITTEN_AS_THEY_ARE:
            return repr(value)
        if isinstance(value, type):
            return value.__name__
        if any(value is each for each in around):
            return "<itself>"
        return self.with_parts(value, lambda part: self.write(part, around + (value,)))

    def with_parts(self, value, inner):
        if isinstance(value, (list, tuple)):
            items = ", ".join(inner(item) for item in value)
            return named(value, (list, tuple), "[%s]" % items if isinstance(value, list) else "(%s)" % items)
        if isinstance(value, (set, frozenset)):
            return named(value, (set,), "{%s}" % ", ".join(sorted(inner(item) for item in value)))
        if isinstance(value, dict):
            entries = sorted("%s: %s" % (inner(k), inner(v)) for k, v in value.items())
            return named(value, (dict,), "{%s}" % ", ".join(entries))
        if isinstance(value, (types.FunctionType, types.BuiltinFunctionType, types.MethodType)):
            return self.hidden("function")
        if isinstance(value, (types.CoroutineType, types.AsyncGeneratorType)):
            return self.hidden("coroutine")
        if hasattr(value, "__next__"):
            return "iterator [%s]" % ", ".join(inner(item) for item in itertools.islice(value, MAX_ITEMS))
        fields = fields_of(value)
        name = type(value).__name__
        if not fields:
            return self.hidden("%s()" % name)
        return "%s(%s)" % (name, ", ".join("%s=%s" % (key, inner(fields[key])) for key in sorted(fields)))


def named(value, plain, text):
    return text if type(value) in plain else "%s %s" % (type(value).__name__, text)


def number_text(value):
    if math.isfinite(value):
        value = float("%.12g" % value)
        return str(int(value)) if value == int(value) else "%.12g" % value
    return float_text(value)


def fields_of(value):
    fields = dict(getattr(value, "__dict__", {}))
    for kind in type(value).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            held = getattr(value, name, NOT_OURS)
            if held is not NOT_OURS:
                fields[name] = held
    return fields


def shortened(text):
    if len(text) <= MAX_SHOWN:
        return text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return "%s... (%d characters, %s)" % (text[:200], len(text), digest[:12])


def recorder(out):
    """Makes what writes the arguments of the call that it is called in to a file."""
    seen = set()

    def record(local):
        try:
            if len(seen) >= MAX_CALLS:
                return
            line = json.dumps(call_of(sys._getframe(1).f_code, local))
            if line not in seen:
                seen.add(line)
                append(out, line)
        except Exception:
            pass  # What cannot be written down is not recorded.

    return record


def call_of(code, local):
    names = code.co_varnames
    count = code.co_argcount
    keywords = names[count : count + code.co_kwonlyargcount]
    args = [local[name] for name in names[:count]]
    named_args = {name: local[name] for name in keywords}
    at = count + len(keywords)
    if code.co_flags & 0x04:
        args.extend(local[names[at]])
        at += 1
    if code.co_flags & 0x08:
        named_args.update(local[names[at]])
    return {
        "args": [encode(value) for value in args],
        "named": [[name, encode(value)] for name, value in named_args.items()],
    }


def append(out, line):
    with open(out, "a", encoding="utf-8") as file:
        file.write(line + "\n")


def observe(get, text):
    """Calls a function on every input, and writes down what each call came to."""
    plan = json.loads(text)
    endless = 0
    for index in range(plan["from"], len(plan["calls"])):
        if endless >= plan["maxEndless"] or not callable(get()):
            return
        first = attempt(get, plan["calls"][index], plan["limitMs"])
        again = first if first["kind"] == "endless" else attempt(get, plan["calls"][index], plan["limitMs"])
        outcome = first if first == again else {"kind": "varies", "text": "", "opaque": False}
        endless += outcome["kind"] == "endless"
        append(plan["out"], json.dumps(dict(outcome, index=index)))


def attempt(get, call, limit_ms):
    restore = limit(limit_ms)
    try:
        outcome = outcome_of(get, call)
    except TimeUp:
        outcome = {"kind": "endless", "text": "", "opaque": False}
    except BaseException as error:
        outcome = {"kind": "throws", "text": type(error).__name__, "opaque": False}
    while True:
        try:
            restore()
            return outcome
        except TimeUp:
            continue  # It struck on the way here.


def outcome_of(get, call):
    args = [decode(value) for value in call["args"]]
    named_args = {name: decode(value) for name, value in call["named"]}
    before = Writer().write([args, named_args])
    writer = Writer()
    text = shortened(writer.write(get()(*args, **named_args)))
    after = Writer().write([args, named_args])
    if after != before:
        text += " and leaves %s" % shortened(Writer().write(args))
    return {"kind": "returns", "text": text, "opaque": writer.opaque}


def limit(limit_ms):
    """Raises TimeUp after a while, where signals can; the answer takes that back."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return lambda: None

    def up(*_):
        raise TimeUp()

    earlier = signal.signal(signal.SIGALRM, up)
    # Again and again: code that catches everything must not go on for ever.
    signal.setitimer(signal.ITIMER_REAL, limit_ms / 1000, 0.05)

    def restore():
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)

    return restore
