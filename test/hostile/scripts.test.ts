import { honestScripts } from './candidates/honest-scripts';
import { pleasingScripts } from './candidates/pleasing-scripts';
import { hostileScripts } from './candidates/scripts';
import { checkCandidates } from './check';
import { scriptProjects } from './projects';

for (const project of scriptProjects)
  checkCandidates(project, {
    candidates: hostileScripts,
    pleasing: pleasingScripts.filter(
      ({ frameworks }) => frameworks?.includes(project.name) !== false,
    ),
    honest: honestScripts,
  });
