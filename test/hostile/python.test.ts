import { honestPython, hostilePython, pleasingPython } from './candidates/python';
import { checkCandidates } from './check';
import { pythonProject } from './projects';

checkCandidates(pythonProject, {
  candidates: hostilePython,
  pleasing: pleasingPython,
  honest: honestPython,
});
