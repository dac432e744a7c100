import { join } from 'node:path';
import type { ProjectFiles } from '../api/framework';
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
