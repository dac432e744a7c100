import { js, type SeededBug } from './seeded-bug';

export const bugsInValues: readonly SeededBug[] = [
  js(
    'width for height',
    `function fits(box, shelf) {
  return box.width <= shelf.width && box.height <= shelf.«width¦height» && box.depth <= shelf.depth;
}`,
  ),
  js(
    'the wrong variable is returned',
    `function splitName(full) {
  const parts = full.split(' ');
  const first = parts[0];
  const last = parts[parts.length - 1];
  return { first, last: «first¦last» };
}`,
  ),
  js(
    'one past the end',
    `function lastOf(xs) {
  return xs[«xs.length¦xs.length - 1»];
}`,
    'Received: undefined',
  ),
  js(
    'the loop runs one too far',
    `function pairs(xs) {
  const result = [];
  for (let i = 0; i < «xs.length¦xs.length - 1»; i++) {
    result.push([xs[i], xs[i + 1]]);
  }
  return result;
}`,
  ),
  js(
    'page numbers count from one',
    `function page(items, number, size) {
  const start = «number¦(number - 1)» * size;
  return items.slice(start, start + size);
}`,
  ),
  js(
    'the end of a slice',
    `function page(items, number, size) {
  const start = (number - 1) * size;
  return items.slice(start, «size¦start + size»);
}`,
  ),
  js(
    'some for every',
    `function isValid(form) {
  return form.fields.«some¦every»((field) => field.value !== '' || !field.required);
}`,
  ),
  js(
    'a stack is not a queue',
    `class Queue {
  constructor() {
    this.items = [];
  }
  take() {
    if (this.items.length === 0) return undefined;
    return this.items.«pop¦shift»();
  }
}`,
  ),
  js(
    'this is missing',
    `class Counter {
  constructor() {
    this.count = 0;
    this.step = 1;
  }
  increase() {
    this.count += «step¦this.step»;
    return this.count;
  }
}`,
    'ReferenceError: step is not defined',
  ),
  js(
    'new is missing',
    `function parse(text) {
  const [year, month, day] = text.split('-').map(Number);
  return «¦new »Temporal(year, month, day);
}`,
  ),
  js(
    'text is joined instead of added',
    `function sumFields(form) {
  return «form.first¦Number(form.first)» + Number(form.second);
}`,
  ),
  js(
    'months count from zero',
    `function toDate(year, month, day) {
  return new Date(year, «month¦month - 1», day);
}`,
  ),
  js(
    'the wrong operator in a conversion',
    `function toCelsius(fahrenheit) {
  return ((fahrenheit «+¦-» 32) * 5) / 9;
}`,
  ),
  js(
    'the wrong constant in a conversion',
    `function toCelsius(fahrenheit) {
  return ((fahrenheit - «31¦32») * 5) / 9;
}`,
  ),
  js(
    'outcomes the wrong way round',
    `function plural(count, word) {
  return count === 1 ? «\`\${count} \${word}s\` : \`\${count} \${word}\`¦\`\${count} \${word}\` : \`\${count} \${word}s\`»;
}`,
  ),
  js(
    'subtraction the wrong way round',
    `function elapsed(timer) {
  const { startedAt, stoppedAt } = timer;
  return «startedAt - stoppedAt¦stoppedAt - startedAt»;
}`,
    'Expected: 100\nReceived: -100',
  ),
  js(
    'break ends too much',
    `function collect(lines) {
  const found = [];
  for (const line of lines) {
    if (line.startsWith('#')) «break¦continue»;
    found.push(line.trim());
  }
  return found;
}`,
  ),
  js(
    'counter before it counts',
    `class Ids {
  #next = 0;
  take() {
    return «++this.#next¦this.#next++»;
  }
}`,
  ),
  js(
    'case matters',
    `function matches(product, query) {
  return product.name.toLowerCase().includes(«query¦query.toLowerCase()»);
}`,
  ),
  js(
    'the rest of the options is left out',
    `function request(url, options) {
  return send({ url, method: 'GET'«¦, ...options» });
}`,
  ),
];
