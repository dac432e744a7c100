import { js, type SeededBug } from './seeded-bug';

export const bugsInLists: readonly SeededBug[] = [
  js(
    'binary search misses the last element',
    `function search(xs, wanted) {
  let low = 0;
  let high = xs.length - 1;
  while (low «<¦<=» high) {
    const middle = Math.floor((low + high) / 2);
    if (xs[middle] === wanted) return middle;
    if (xs[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}`,
  ),
  js(
    'binary search narrows by nothing',
    `function search(xs, wanted) {
  let low = 0;
  let high = xs.length - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (xs[middle] === wanted) return middle;
    if (xs[middle] < wanted) low = «middle¦middle + 1»;
    else high = middle - 1;
  }
  return -1;
}`,
  ),
  js(
    'a leap year is not every hundredth',
    `function isLeapYear(year) {
  return (year % 4 === 0 && year % 100 «===¦!==» 0) || year % 400 === 0;
}`,
  ),
  js(
    'and for or',
    `function isLeapYear(year) {
  return (year % 4 === 0 && year % 100 !== 0) «&&¦||» year % 400 === 0;
}`,
  ),
  js(
    'the average divides by the wrong count',
    `function average(values) {
  if (values.length === 0) return 0;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / «(values.length - 1)¦values.length»;
}`,
  ),
  js(
    'the sum starts at one',
    `function total(items) {
  return items.reduce((sum, item) => sum + item.price * item.quantity, «1¦0»);
}`,
    'Expected: 30\nReceived: 31',
  ),
  js(
    'the sum forgets the quantity',
    `function total(items) {
  let sum = 0;
  for (const item of items) {
    sum «=¦+=» item.price * item.quantity;
  }
  return sum;
}`,
    'expected 20 to equal 50',
  ),
  js(
    'maximum starts at zero',
    `function largest(values) {
  let best = «Infinity¦-Infinity»;
  for (const value of values) {
    if (value > best) best = value;
  }
  return best;
}`,
  ),
  js(
    'numbers are sorted as text',
    `function median(values) {
  const sorted = [...values].«sort()¦sort((a, b) => a - b)»;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
}`,
  ),
  js(
    'sorting changes the caller’s list',
    `function median(values) {
  const sorted = «values¦[...values]».sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
}`,
  ),
  js(
    'the median takes the wrong middle',
    `function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.«ceil¦floor»(sorted.length / 2);
  return sorted.length % 2 === 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
}`,
  ),
  js(
    'the newest come last',
    `function latest(posts, count) {
  return [...posts].sort((a, b) => «a.date - b.date¦b.date - a.date»).slice(0, count);
}`,
  ),
  js(
    'only the first match is replaced',
    `function slug(title) {
  return title.toLowerCase().trim().replace(«/\\s+/¦/\\s+/g», '-');
}`,
  ),
  js(
    'the pattern is not anchored',
    `const DIGITS = «/^\\d+/¦/^\\d+$/»;
export function isNumeric(text) {
  return DIGITS.test(text);
}`,
  ),
  js(
    'zero counts as missing',
    `function pageSize(options) {
  return options.size «||¦??» 20;
}`,
    'AssertionError: expected 20 to equal 0',
  ),
  js(
    'a missing list',
    `function tagsOf(post) {
  const tags = «post.tags¦post.tags ?? []»;
  return tags.map((tag) => tag.toLowerCase());
}`,
    "TypeError: Cannot read properties of undefined (reading 'map')",
  ),
  js(
    'the counter is not initialised',
    `function countWords(text) {
  const counts = {};
  for (const word of text.split(' ')) {
    counts[word] = «counts[word]¦(counts[word] ?? 0)» + 1;
  }
  return counts;
}`,
    'Expected: {"a": 1}\nReceived: {"a": NaN}',
  ),
  js(
    'a nested property of something missing',
    `function cityOf(user) {
  return user.address«.¦?.»city;
}`,
    "TypeError: Cannot read properties of undefined (reading 'city')",
  ),
  js(
    'return is missing in a callback',
    `function names(users) {
  return users.map((user) => {
    «¦return »user.name.trim();
  });
}`,
    'Expected: ["a"]\nReceived: [undefined]',
  ),
  js(
    'the result is not returned',
    `function groupBy(items, keyOf) {
  const groups = {};
  for (const item of items) {
    const key = keyOf(item);
    groups[key] = groups[key] || [];
    groups[key].push(item);
  }«¦
  return groups;»
}`,
    'Received: undefined',
  ),
  js(
    'return inside the loop',
    `function allPositive(values) {
  for (const value of values) {
    if (value <= 0) return false;«
    return true;
  }¦
  }
  return true;»
}`,
  ),
  js(
    'keys for values',
    `function sum(values) {
  let result = 0;
  for (const value «in¦of» values) {
    result += value;
  }
  return result;
}`,
  ),
  js(
    'the condition is the wrong way round',
    `function activeUsers(users) {
  return users.filter((user) => «!user.active¦user.active»);
}`,
  ),
  js(
    'the guard lets everything through',
    `function withdraw(account, amount) {
  if (account.balance «>¦<» amount) throw new Error('not enough');
  account.balance -= amount;
  return account.balance;
}`,
    'Error: not enough',
  ),
  js(
    'deposit takes away',
    `function deposit(account, amount) {
  if (amount <= 0) throw new RangeError('amount must be positive');
  account.balance «-=¦+=» amount;
  account.history.push({ kind: 'deposit', amount });
  return account.balance;
}`,
    'Expected: 150\nReceived: 50',
  ),
];
