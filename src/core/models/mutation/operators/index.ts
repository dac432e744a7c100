import type { Operator } from '../operator';
import { missingAwait } from './missing-await';
import { offByOne } from './off-by-one';
import { relational } from './relational';
import { swappedArguments } from './swapped-arguments';
import { wrapInCall } from './wrap-in-call';

/** All repair operators. A new one is a new file and a line here. */
export const operators: readonly Operator[] = [
  missingAwait,
  offByOne,
  relational,
  swappedArguments,
  wrapInCall,
];
