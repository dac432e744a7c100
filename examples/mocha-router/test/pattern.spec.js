'use strict';

const assert = require('node:assert/strict');
const { build, compile, match } = require('../lib/pattern');

/** Compiles and matches in one go. */
function params(pattern, path) {
  return match(compile(pattern), path);
}

describe('pattern', () => {
  describe('compile', () => {
    it('reads text, parameters and the rest', () => {
      assert.deepEqual(compile('/users/:id/*path'), [
        { kind: 'text', name: 'users' },
        { kind: 'param', name: 'id' },
        { kind: 'rest', name: 'path' },
      ]);
    });

    it('reads the root', () => assert.deepEqual(compile('/'), []));

    it('refuses a missing name', () => {
      assert.throws(() => compile('/users/:'), /a name is missing/);
    });

    it('refuses anything after the rest', () => {
      assert.throws(() => compile('/*path/edit'), /nothing may follow \*path/);
    });
  });

  describe('match', () => {
    it('captures a parameter', () => {
      assert.deepEqual(params('/users/:id', '/users/42'), { id: '42' });
    });

    it('ignores slashes at the end', () => {
      assert.deepEqual(params('/users/:id', '/users/42/'), { id: '42' });
    });

    it('decodes a parameter', () => {
      assert.deepEqual(params('/tags/:name', '/tags/caf%C3%A9'), { name: 'café' });
    });

    it('keeps a broken escape', () => {
      assert.deepEqual(params('/tags/:name', '/tags/100%'), { name: '100%' });
    });

    it('captures the rest', () => {
      assert.deepEqual(params('/files/*path', '/files/a/b%20c'), { path: 'a/b c' });
      assert.deepEqual(params('/files/*path', '/files'), { path: '' });
    });

    it('compares decoded text', () => {
      assert.deepEqual(params('/über/:id', '/%C3%BCber/1'), { id: '1' });
    });

    it('refuses other text and other lengths', () => {
      assert.equal(params('/users/:id', '/groups/42'), undefined);
      assert.equal(params('/users/:id', '/users'), undefined);
      assert.equal(params('/users/:id', '/users/42/edit'), undefined);
    });
  });

  describe('build', () => {
    it('encodes the parameters', () => {
      assert.equal(build(compile('/tags/:name'), { name: 'a/b' }), '/tags/a%2Fb');
    });

    it('keeps the slashes of the rest', () => {
      assert.equal(build(compile('/files/*path'), { path: 'a/b c' }), '/files/a/b%20c');
    });

    it('asks for every parameter', () => {
      assert.throws(() => build(compile('/users/:id'), {}), /parameter id is missing/);
    });
  });
});
