export { readReport } from './sniff';
export { readGoTest } from './go-test';
export { readJestJson } from './jest-json';
export { readLibtest } from './libtest';
export { readMochaJson } from './mocha-json';
export { readNodeTest, readOwnLines, type OwnLine } from './own-lines';
export { readPhpUnit } from './phpunit-xml';
export { readRSpec } from './rspec-json';
export { readPytest } from './pytest-xml';
