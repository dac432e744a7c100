import { join } from 'node:path';
import type { Surroundings } from '../core/api/settings';
import { stateDirOf } from '../core/store/state-dir';

/** In the editor, settings and secret storage alone say where code is sent and with which key. */
const NOT_READ = ['WINNOW_API_KEY', 'OPENAI_API_KEY', 'WINNOW_BASE_URL', 'OPENAI_BASE_URL'];

/** Where Winnow's own files are; runs are kept in the same place as the command line's. */
export function surroundingsOf(extensionPath: string, env: NodeJS.ProcessEnv): Surroundings {
  return {
    assets: join(extensionPath, 'dist'),
    state: stateDirOf(env),
    env: Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_READ.includes(name))),
  };
}
