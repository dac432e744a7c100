import { checkCandidates } from './check';
import { pythonProject } from './projects';
import { honestPython, pythonCandidates } from './python-candidates';

checkCandidates(pythonProject, pythonCandidates, honestPython);
