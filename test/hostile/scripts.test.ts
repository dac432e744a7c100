import { checkCandidates } from './check';
import { scriptProjects } from './projects';
import { honestScripts, scriptCandidates } from './script-candidates';

for (const project of scriptProjects) checkCandidates(project, scriptCandidates, honestScripts);
