import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const recorded = v.object({
  task_id: v.string(),
  entry_point: v.string(),
  prompt: v.string(),
  test: v.string(),
  solution_samples: v.array(v.string()),
});

/** A HumanEval task with recorded replies of a model, and its tests taken apart. */
export interface RecordedTask {
  readonly id: string;
  readonly entryPoint: string;
  readonly prompt: string;
  readonly test: string;
  readonly asserts: readonly string[];
  readonly replies: readonly string[];
}

/**
 * Reads a file of recorded tasks, one JSON object a line: tasks of openai/human-eval with the replies
 * that microsoft/CodeT published. Tasks without asserts that stand by themselves are left out.
 */
export function readTasks(file: string): readonly RecordedTask[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines
    .map((line) => v.parse(recorded, JSON.parse(line)))
    .map((task) => ({
      id: task.task_id,
      entryPoint: task.entry_point,
      prompt: task.prompt,
      test: task.test,
      asserts: assertsOf(task.test),
      replies: task.solution_samples.map((body) => task.prompt + ownBody(body)),
    }))
    .filter(({ asserts }) => asserts.length > 0);
}

function assertsOf(test: string): readonly string[] {
  const script = join(__dirname, 'split_asserts.py');
  const printed = execFileSync('python3', [script], { input: test, encoding: 'utf8' });
  return v.parse(v.array(v.string()), JSON.parse(printed));
}

/** The recorded text runs on after the function: what follows its indented lines is no part of it. */
function ownBody(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => /^\S/.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trimEnd() + '\n';
}
