#!/usr/bin/env node
// A stand-in for the `code` program: run-time TypeScript, so that it can be spawned as it is.
import { register } from 'tsx/cjs/api';
import { createRequire } from 'node:module';

register();
const { launch } = createRequire(import.meta.url)('./launcher.ts');
process.exitCode = await launch(process.argv.slice(2));
