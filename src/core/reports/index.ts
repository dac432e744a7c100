export { readReport } from './sniff';
export { readJestJson } from './jest-json';
export { readMochaJson } from './mocha-json';
export { readNodeTest, type NodeTestLine } from './node-test';
export { readPytest } from './pytest-xml';
