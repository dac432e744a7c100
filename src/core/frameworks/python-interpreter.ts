import { join } from 'node:path';
import type { ProjectFiles } from '../api/framework';
import { filesBelow } from './scripts/globs';
import { joinPath } from './scripts/manifest';
import { foldersUpwards } from './detect/folders';

/** Where virtual environments are kept; poetry and uv use the first when they keep them in the project. */
const ENVIRONMENTS = ['.venv', 'venv', 'env', '.env', 'virtualenv'];
const PROGRAMS = ['bin/python', 'Scripts/python.exe'];

export interface Interpreter {
  readonly program: string;
  /** Its virtual environment, relative to the snapshot's root; undefined for the system's own. */
  readonly environment: string | undefined;
}

/**
 * The interpreter that a package's owner would use: of the nearest virtual environment, by its
 * absolute path, since a sandbox need not hold it; else whatever `python3` is on the path.
 */
export async function findInterpreter(project: ProjectFiles, folder: string): Promise<Interpreter> {
  for (const place of foldersUpwards(folder))
    for (const environment of ENVIRONMENTS) {
      const home = joinPath(place, environment);
      if (!(await project.exists(`${home}/pyvenv.cfg`))) continue;
      for (const program of PROGRAMS)
        if (await project.exists(`${home}/${program}`))
          return { program: join(project.root, home, program), environment: home };
    }
  const program = process.platform === 'win32' ? 'python' : 'python3';
  return { program, environment: undefined };
}

/** How Python is called for a package: its interpreter, and the environment it needs. */
export interface PythonCall {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** Its virtual environment, relative to the snapshot's root. */
  readonly environment: string | undefined;
}

export async function pythonIn(project: ProjectFiles, folder: string): Promise<PythonCall> {
  const { program, environment } = await findInterpreter(project, folder);
  const sources = filesBelow(project.files, joinPath(folder, 'src'));
  // An editable install leads to the user's own tree. Of a virtual environment the sandbox knows
  // what is installed in it; of the system's interpreter nobody does, so its sources go first.
  const ahead = environment === undefined && sources.some((file) => file.endsWith('.py'));
  return { program, env: ahead ? { PYTHONPATH: 'src' } : {}, environment };
}

/** Files that stand at the top of a Python project. */
const PROJECT = [
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'requirements.txt',
  'tox.ini',
  'conftest.py',
  'Pipfile',
  'noxfile.py',
];

/** Whether a folder is where the tests of a Python project would be run. */
export function isPythonTop(project: ProjectFiles, folder: string): boolean {
  return folder === '' || PROJECT.some((name) => project.files.includes(joinPath(folder, name)));
}
