'use strict';

const assert = require('node:assert/strict');
const { Router } = require('../lib/router');

describe('Router', () => {
  const echo = ({ params, query }) => ({ params, query: { ...query } });

  it('calls the handler of the route', async () => {
    const router = new Router().on('GET', '/users/:id', echo);
    assert.deepEqual(await router.handle('GET', '/users/42?full=1'), {
      status: 200,
      body: { params: { id: '42' }, query: { full: '1' } },
    });
  });

  it('takes methods in any case', async () => {
    const router = new Router().on('get', '/', () => 'home');
    assert.equal((await router.handle('Get', '/')).body, 'home');
  });

  it('prefers the route that was added first', async () => {
    const router = new Router()
      .on('GET', '/users/me', () => 'me')
      .on('GET', '/users/:id', () => 'other');
    assert.equal((await router.handle('GET', '/users/me')).body, 'me');
  });

  it('answers 404 for an unknown path', async () => {
    assert.deepEqual(await new Router().handle('GET', '/'), { status: 404 });
  });

  it('answers 405 for an unknown method', async () => {
    const router = new Router().on('GET', '/users', echo).on('DELETE', '/users', echo);
    assert.deepEqual(await router.handle('POST', '/users'), {
      status: 405,
      allow: ['DELETE', 'GET'],
    });
  });

  it('runs middleware around the handler', async () => {
    const calls = [];
    const router = new Router()
      .use(async (context, next) => {
        calls.push('before');
        const body = await next();
        calls.push('after');
        return body;
      })
      .on('GET', '/', () => calls.push('handler'));
    await router.handle('GET', '/');
    assert.deepEqual(calls, ['before', 'handler', 'after']);
  });

  it('lets middleware answer by itself', async () => {
    const router = new Router().use(() => 'closed').on('GET', '/', () => 'open');
    assert.equal((await router.handle('GET', '/')).body, 'closed');
  });
});
