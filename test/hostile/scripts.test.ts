import type { Candidate } from './candidate';
import { changingJudges } from './candidates/changing-judges';
import { honestScripts } from './candidates/honest-scripts';
import { pleasingScripts } from './candidates/pleasing-scripts';
import { hostileScripts } from './candidates/scripts';
import { checkCandidates, isQuick } from './check';
import { scriptProjects } from './projects';

for (const project of scriptProjects) {
  const meant = (candidates: readonly Candidate[]) =>
    candidates.filter(({ frameworks }) => frameworks?.includes(project.name) !== false);
  // How a process ends is the same everywhere; how assertions are changed is not.
  const running = isQuick(project) || project.name === 'mocha' ? hostileScripts : changingJudges;
  checkCandidates(project, {
    hostile: meant(hostileScripts),
    free: meant(running).filter(({ unfenced }) => unfenced !== undefined),
    pleasing: isQuick(project) ? meant(pleasingScripts) : [],
    honest: honestScripts,
  });
}
