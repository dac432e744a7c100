import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../src/core/api/task';
import { createEmbeddedModel, enumerateEdits } from '../../../src/core/models/mutation';
import { parseReply } from '../../../src/core/patches/parse-reply';
import { REPOSITORY } from '../../support/project';
import { syntax } from '../syntax/support';

const FILES = [
  'examples/jest-inventory/src/reorder.js',
  'examples/mocha-router/lib/pattern.js',
  'examples/pytest-ledger/src/ledger/loans.py',
  'examples/pytest-ledger/src/ledger/postings.py',
  'examples/vitest-scheduler/src/scheduler.ts',
  'src/webview/parts/verdict-details.tsx',
];

describe('the edits of real files', () => {
  for (const file of FILES) {
    const text = readFileSync(join(REPOSITORY, file), 'utf8');
    const language = syntax.languageOf(file)!;

    it(`${file}: every edit is a program and stays in the selection`, async () => {
      for (const { range } of await syntax.functionsIn(text, language)) {
        const edits = await enumerateEdits(syntax.parse, text, language, range);
        assert.ok(edits.length > 0, `lines ${range.first} to ${range.last}`);
        assert.equal(new Set(edits.map((edit) => edit.text)).size, edits.length);
        const lines = text.split('\n');
        for (const edit of edits) {
          const fault = await syntax.syntaxErrors(text, edit.text, language);
          const shown = `${edit.operator}, line ${edit.line}: ${edit.before} → ${edit.after}`;
          assert.equal(fault, undefined, `${shown}: ${fault?.message ?? ''}`);
          const after = edit.text.split('\n');
          assert.deepEqual(after.slice(0, range.first - 1), lines.slice(0, range.first - 1), shown);
          const below = lines.slice(range.last);
          assert.deepEqual(after.slice(after.length - below.length), below, shown);
          assert.ok(edit.line >= range.first && edit.line <= range.last, shown);
        }
      }
    });

    it(`${file}: every reply is read as the edit that it means`, async () => {
      const model = createEmbeddedModel(syntax);
      for (const { range } of await syntax.functionsIn(text, language)) {
        const problem: Problem = {
          task: { file, range },
          language,
          text,
          failing: [],
          attempts: [],
        };
        const edits = await enumerateEdits(syntax.parse, text, language, range);
        for (const [index, edit] of edits.entries()) {
          let answer = '';
          const request = { problem, index, seed: 0 };
          for await (const part of model.sample(request, new AbortController().signal))
            if (part.kind === 'answer') answer += part.text;
          const parsed = parseReply(answer, { path: file, text, range });
          assert.ok(parsed.kind === 'patch', `${parsed.kind}\n${answer}`);
          assert.equal(
            parsed.patch.changes[0]?.after.trimEnd(),
            edit.text.trimEnd(),
            `${edit.operator}: ${edit.before} → ${edit.after}`,
          );
        }
      }
    });
  }
});
