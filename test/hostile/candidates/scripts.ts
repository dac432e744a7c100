import type { Candidate } from '../candidate';
import { leavingEarly } from './leaving-early';
import { changingJudges } from './changing-judges';
import { reachingOut } from './reaching-out';
import { neverEnding } from './never-ending';
import { sayingYes } from './saying-yes';

/** Candidates for JavaScript, written as ES modules. */
export const hostileScripts: readonly Candidate[] = [
  ...leavingEarly,
  ...changingJudges,
  ...reachingOut,
  ...neverEnding,
  ...sayingYes,
];
