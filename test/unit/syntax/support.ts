import { join } from 'node:path';
import { createSyntax } from '../../../src/core/syntax/syntax';
import { REPOSITORY } from '../../support/project';

/** Syntax over the built grammars. */
export const syntax = createSyntax(join(REPOSITORY, 'dist'));
