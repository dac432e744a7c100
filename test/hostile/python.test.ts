import { honestPython, hostilePython, pleasingPython } from './candidates/python';
import { checkCandidates } from './check';
import { pythonProject } from './projects';

checkCandidates(pythonProject, {
  hostile: hostilePython,
  free: hostilePython.filter(({ unfenced }) => unfenced !== undefined),
  pleasing: pleasingPython,
  honest: honestPython,
});
