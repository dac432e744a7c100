import type { Operator } from '../operator';
import { addCondition } from './add-condition';
import { arithmetic } from './arithmetic';
import { assignment } from './assignment';
import { comparator } from './comparator';
import { conditionConstant } from './condition-constant';
import { constants } from './constants';
import { convert } from './convert';
import { copy } from './copy';
import { defaultValue } from './default-value';
import { dropOperand } from './drop-operand';
import { equality } from './equality';
import { freshObject } from './fresh-object';
import { guard } from './guard';
import { lengthBound } from './length-bound';
import { logical } from './logical';
import { loopExit } from './loop-exit';
import { loopKind } from './loop-kind';
import { methodTwin } from './method-twin';
import { missingAwait } from './missing-await';
import { missingElse } from './missing-else';
import { missingNew } from './missing-new';
import { missingReturn } from './missing-return';
import { missingSelf } from './missing-self';
import { missingTerm } from './missing-term';
import { moveStatement } from './move-statement';
import { mutableDefault } from './mutable-default';
import { negateCondition } from './negate-condition';
import { offByOne } from './off-by-one';
import { optionalChaining } from './optional-chaining';
import { propertyName } from './property-name';
import { regex } from './regex';
import { relational } from './relational';
import { removeStatement } from './remove-statement';
import { replaceIdentifier } from './replace-identifier';
import { returnLastValue } from './return-last-value';
import { swapStatements } from './swap-statements';
import { swappedArguments } from './swapped-arguments';
import { swappedNames } from './swapped-names';
import { swappedOperands } from './swapped-operands';
import { ternaryOrder } from './ternary-order';
import { textLiteral } from './text-literal';
import { truthiness } from './truthiness';
import { unwrapCall } from './unwrap-call';
import { update } from './update';
import { wrapInCall } from './wrap-in-call';

/** All repair operators. A new one is a new file and a line here. */
export const operators: readonly Operator[] = [
  addCondition,
  arithmetic,
  assignment,
  comparator,
  conditionConstant,
  constants,
  convert,
  copy,
  defaultValue,
  dropOperand,
  equality,
  freshObject,
  guard,
  lengthBound,
  logical,
  loopExit,
  loopKind,
  methodTwin,
  missingAwait,
  missingElse,
  missingNew,
  missingReturn,
  missingSelf,
  missingTerm,
  moveStatement,
  mutableDefault,
  negateCondition,
  offByOne,
  optionalChaining,
  propertyName,
  regex,
  relational,
  removeStatement,
  replaceIdentifier,
  returnLastValue,
  swapStatements,
  swappedArguments,
  swappedNames,
  swappedOperands,
  ternaryOrder,
  textLiteral,
  truthiness,
  unwrapCall,
  update,
  wrapInCall,
];
