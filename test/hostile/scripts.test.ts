import { checkCandidates } from './check';
import { scriptProjects } from './projects';
import { honestScripts } from './candidates/honest-scripts';
import { hostileScripts } from './candidates/scripts';

for (const project of scriptProjects) checkCandidates(project, hostileScripts, honestScripts);
