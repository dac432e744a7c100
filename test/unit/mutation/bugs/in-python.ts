import { py, type SeededBug } from './seeded-bug';

export const bugsInPython: readonly SeededBug[] = [
  py(
    'the range ends too early',
    `def factorial(n):
    result = 1
    for i in range(1, «n¦n + 1»):
        result *= i
    return result
`,
    'assert 6 == 24',
  ),
  py(
    'return one level too deep',
    `def count_positive(values):
    count = 0
    for value in values:
        if value > 0:
            count += 1«
        return count¦
    return count»
`,
  ),
  py(
    'a shared default',
    `def add(item, items=«[]):¦None):
    if items is None:
        items = []»
    items.append(item)
    return items
`,
  ),
  py(
    'append for extend',
    `def flatten(nested):
    flat = []
    for part in nested:
        flat.«append¦extend»(part)
    return flat
`,
  ),
  py(
    'whole division',
    `def average(values):
    if not values:
        return 0
    return sum(values) «//¦/» len(values)
`,
  ),
  py(
    'is for ==',
    `def is_admin(user):
    return user.role «is¦==» ADMIN
`,
  ),
  py(
    'not in for in',
    `def unique(values):
    seen = set()
    result = []
    for value in values:
        if value «in¦not in» seen:
            seen.add(value)
            result.append(value)
    return result
`,
  ),
  py(
    'the last character is kept',
    `def is_palindrome(text):
    cleaned = [c.lower() for c in text if c.isalnum()]
    return cleaned == cleaned[::«1¦-1»]
`,
  ),
  py(
    'the wrong slice',
    `def tail(values, count):
    return values[«len(values) - count - 1¦len(values) - count»:]
`,
  ),
  py(
    'self is missing',
    `class Account:
    def __init__(self, balance):
        self.balance = balance

    def can_pay(self, amount):
        return «balance¦self.balance» >= amount
`,
    "NameError: name 'balance' is not defined",
  ),
  py(
    'items are needed',
    `def invert(mapping):
    return {value: key for key, value in «mapping¦mapping.items()»}
`,
    'ValueError: not enough values to unpack',
  ),
  py(
    'all for any',
    `def has_duplicates(groups):
    return «all¦any»(len(group) > 1 for group in groups)
`,
  ),
  py(
    'an empty list is no answer',
    `def newest(entries):«¦
    if not entries:
        return None»
    return max(entries, key=lambda entry: entry.date)
`,
    'ValueError: max() arg is an empty sequence',
  ),
  py(
    'elif hides a case',
    `def fizzbuzz(n):
    text = ""
    if n % 3 == 0:
        text += "Fizz"
    «elif¦if» n % 5 == 0:
        text += "Buzz"
    return text or str(n)
`,
  ),
  py(
    'or for and',
    `def in_range(value, low, high):
    return value >= low «or¦and» value <= high
`,
  ),
  py(
    'the order is the wrong way round',
    `def top(scores, count):
    ranked = sorted(scores.items(), key=lambda pair: pair[1]«¦, reverse=True»)
    return [name for name, _ in ranked[:count]]
`,
  ),
  py(
    'zero is not None',
    `def price_after(price, discount=None):
    if «discount¦discount is not None»:
        return price - discount
    return price * 0.9
`,
  ),
  py(
    'update in the wrong order',
    `def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + «a¦b»
    return a
`,
  ),
  py(
    'text and number',
    `def label(name, count):
    return name + ": " + «count¦str(count)»
`,
    'TypeError: can only concatenate str (not "int") to str',
  ),
  py(
    'strip for rstrip',
    `def read_line(line):
    indent = len(line) - len(line.lstrip())
    return indent, line.«lstrip¦strip»()
`,
  ),
  py(
    'too much is subtracted',
    `def business_days(start, end):
    days = 0
    current = start
    while current «<¦<=» end:
        if current.weekday() < 5:
            days += 1
        current += timedelta(days=1)
    return days
`,
  ),
  py(
    'saturday is a working day',
    `def business_days(start, end):
    days = 0
    current = start
    while current <= end:
        if current.weekday() < «6¦5»:
            days += 1
        current += timedelta(days=1)
    return days
`,
  ),
];
