'use strict';

const assert = require('node:assert/strict');
const { formatQuery, parseQuery, readInteger } = require('../lib/query');

describe('query', () => {
  describe('parseQuery', () => {
    it('reads pairs', () => {
      assert.deepEqual({ ...parseQuery('?q=router&page=2') }, { q: 'router', page: '2' });
    });

    it('decodes keys and values', () => {
      assert.deepEqual({ ...parseQuery('first+name=J%C3%B6rg') }, { 'first name': 'Jörg' });
    });

    it('collects repeated keys', () => {
      assert.deepEqual({ ...parseQuery('tag=a&tag=b&tag=c') }, { tag: ['a', 'b', 'c'] });
    });

    it('takes a key without a value', () => {
      assert.deepEqual({ ...parseQuery('debug&x=') }, { debug: '', x: '' });
    });

    it('reads nothing from nothing', () => {
      assert.deepEqual({ ...parseQuery('') }, {});
      assert.deepEqual({ ...parseQuery('?&') }, {});
    });
  });

  describe('formatQuery', () => {
    it('encodes', () => assert.equal(formatQuery({ q: 'a&b', page: 2 }), 'q=a%26b&page=2'));

    it('repeats the key of a list', () => {
      assert.equal(formatQuery({ tag: ['a', 'b'] }), 'tag=a&tag=b');
    });

    it('leaves out undefined values', () => {
      assert.equal(formatQuery({ q: undefined, page: 1 }), 'page=1');
    });
  });

  describe('readInteger', () => {
    const limits = { fallback: 20, min: 1, max: 100 };

    it('reads a number', () => assert.equal(readInteger('50', limits), 50));

    it('stays within the limits', () => {
      assert.equal(readInteger('0', limits), 1);
      assert.equal(readInteger('500', limits), 100);
    });

    it('falls back', () => {
      assert.equal(readInteger(undefined, limits), 20);
      assert.equal(readInteger('ten', limits), 20);
      assert.equal(readInteger(['1', '2'], limits), 20);
    });
  });
});
