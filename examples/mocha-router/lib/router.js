'use strict';

const { compile, match } = require('./pattern');
const { parseQuery } = require('./query');

/**
 * @typedef {{ method: string, path: string, params: object, query: object }} Context
 * @typedef {(context: Context, next: () => Promise<unknown>) => unknown} Handler
 */

/** Finds the handlers of a request and calls them one inside the other. */
class Router {
  #routes = [];
  #middleware = [];

  /**
   * Adds a handler that runs before every route, in order of addition.
   *
   * @param {Handler} handler
   */
  use(handler) {
    this.#middleware.push(handler);
    return this;
  }

  /**
   * Adds a route. The first route added wins where several match.
   *
   * @param {string} method
   * @param {string} pattern
   * @param {Handler} handler
   */
  on(method, pattern, handler) {
    this.#routes.push({ method: method.toUpperCase(), segments: compile(pattern), handler });
    return this;
  }

  /** The methods that a path answers to, for the `Allow` header. */
  allowed(path) {
    const methods = this.#routes
      .filter((route) => match(route.segments, path) !== undefined)
      .map((route) => route.method);
    return [...new Set(methods)].sort();
  }

  /**
   * Answers a request.
   *
   * @param {string} method
   * @param {string} url path and query
   * @returns {Promise<{ status: number, body?: unknown, allow?: string[] }>}
   */
  async handle(method, url) {
    const [path, ...queries] = url.split('?');
    const found = this.#find(method.toUpperCase(), path);
    if (!found) {
      const allow = this.allowed(path);
      return allow.length > 0 ? { status: 405, allow } : { status: 404 };
    }
    const context = { method, path, params: found.params, query: parseQuery(queries.join('?')) };
    return { status: 200, body: await this.#run([...this.#middleware, found.handler], context) };
  }

  #find(method, path) {
    for (const route of this.#routes) {
      if (route.method !== method) continue;
      const params = match(route.segments, path);
      if (params) return { handler: route.handler, params };
    }
    return undefined;
  }

  async #run(handlers, context) {
    const [handler, ...rest] = handlers;
    if (!handler) return undefined;
    return handler(context, () => this.#run(rest, context));
  }
}

module.exports = { Router };
