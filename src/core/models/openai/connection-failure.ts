import type { ModelFailure } from '../../api/model';
import { firstOf, type Environment } from './environment';
import { always, once, WHERE_ADDRESS } from './failure-words';
import { isCertificateError, isLasting, isProtocolError, type Trouble } from './trouble';

/** Puts into words that there is no connection. */
export function ofConnection(
  { code, detail }: Extract<Trouble, { kind: 'connection' }>,
  server: string,
  env: Environment = {},
): ModelFailure {
  const why = code === '' ? detail : code;
  if (code === 'ECONNREFUSED')
    return always(
      'unreachable',
      `No server answers at ${server} (connection refused). Start it, or correct the address ${WHERE_ADDRESS}.${proxyHint(env)}`,
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      kind: 'unreachable',
      message: `The host of ${server} cannot be found (${why}). Check the address ${WHERE_ADDRESS} and your network.`,
      fatal: isLasting(code),
    };
  if (isCertificateError(code))
    return always(
      'unreachable',
      `The certificate of ${server} is not trusted (${why}). If it is your organisation's own, name its file in NODE_EXTRA_CA_CERTS and start again.`,
    );
  if (isProtocolError(code))
    return always(
      'unreachable',
      `${server} does not speak TLS as expected (${why}). If it is a local server, write http:// in the address ${WHERE_ADDRESS}.`,
    );
  return once(
    'unreachable',
    `${server} cannot be reached (${why}). Check the address ${WHERE_ADDRESS}, your network and proxy.`,
  );
}

function proxyHint(env: Environment): string {
  const names = [
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'http_proxy',
    'https_proxy',
    'all_proxy',
  ];
  const set = names.find((name) => firstOf(env, name) !== undefined);
  return set === undefined ? '' : ` It may be the proxy in ${set} that does not answer.`;
}

/** Puts into words which time limit a request reached. */
export function ofTimeout(
  { phase, ms }: Extract<Trouble, { kind: 'timed-out' }>,
  server: string,
): ModelFailure {
  const seconds = `${Math.round(ms / 100) / 10} s`;
  const message = {
    connect: `${server} did not accept a connection within ${seconds}. Check the address ${WHERE_ADDRESS}, your network and proxy.`,
    'first-byte': `${server} did not begin its reply within ${seconds}. It may be overloaded, or still loading the model.`,
    idle: `${server} fell silent for ${seconds} in the middle of a reply.`,
  }[phase];
  return once('timed-out', message);
}
