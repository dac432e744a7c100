import type { MutantFindings } from '../../core/api/audit';
import type { EventFields } from '../../core/api/events';

export type WriteLine = (text?: string) => void;

/** Survivors shown one by one. */
const MAX_SURVIVORS = 10;
const MAX_STUBS = 2;

/** What an audit found out, the reasons first, then what to look at. */
export function tellAudit(event: EventFields['audit-finished'], line: WriteLine): void {
  const { reasons, stubs, mutants } = event;
  for (const reason of reasons) line(`  audit     ${firstLine(reason)}`);
  for (const { name, diff } of stubs?.passing.slice(0, MAX_STUBS) ?? []) {
    line();
    line(`Every expected test passes with \`${name}\`:`);
    tellDiff(diff, line);
  }
  if (mutants) tellSurvivors(mutants, line);
}

/** The changes that the tests do not notice, each as a small diff. */
export function tellSurvivors({ survivors }: MutantFindings, line: WriteLine): void {
  if (survivors.length === 0) return;
  line();
  line('Your tests would not notice these changes. Either they change nothing that matters,');
  line('or a test is missing:');
  for (const { line: at, description, diff } of survivors.slice(0, MAX_SURVIVORS)) {
    line();
    line(`  line ${at}: ${description}`);
    tellDiff(diff, line);
  }
  const more = survivors.length - MAX_SURVIVORS;
  if (more > 0) line(`\n  … and ${more} more (--json lists them all)`);
}

/** The lines of a diff that differ; its head and its context are left out. */
function tellDiff(diff: string, line: WriteLine): void {
  const changed = diff
    .split('\n')
    .filter((text) => /^[+-]/.test(text) && !/^(\+\+\+|---) /.test(text));
  for (const text of changed) line(`    ${text}`);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
