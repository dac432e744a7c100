import { checkCandidates } from './check';
import { pythonProject } from './projects';
import { honestPython, hostilePython } from './candidates/python';

checkCandidates(pythonProject, hostilePython, honestPython);
