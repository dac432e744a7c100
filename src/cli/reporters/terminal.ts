import type { Behaviour } from '../../core/api/behaviour';
import type { EventFields, RunEvent } from '../../core/api/events';
import { example } from '../../core/select/agreement';
import { tellAudit, tellSurvivors, type WriteLine } from './audit-report';
import { describeVerdict } from './verdict-line';

/** Tells a run to a person, line by line. Reasoning is left to the sidebar and to `--json`. */
export function createTerminalReporter(out: NodeJS.WritableStream): (event: RunEvent) => void {
  const line = (text = '') => void out.write(text + '\n');
  return (event) => {
    switch (event.type) {
      case 'run-started':
        line(
          `Winnow ${event.mode === 'audit' ? 'audit ' : ''}${event.task.file}:${event.task.range.first}-${event.task.range.last}`,
        );
        if (event.mode === 'audit') break;
        line(
          `  model     ${event.model.name}, ${event.strategy}, at most ${event.budget.samples} samples`,
        );
        break;
      case 'plan-detected':
        line(`  tests     ${event.display}`);
        break;
      case 'baseline-finished':
        tellBaseline(event, line);
        break;
      case 'audit-finished':
        tellAudit(event, line);
        break;
      case 'winner-audited':
        tellSurvivors(event.mutants, line);
        break;
      case 'warning':
        line(`  note      ${event.message}`);
        break;
      case 'verdict':
        line(`  ${(event.candidate ?? event.sample).padEnd(9)} ${describeVerdict(event.verdict)}`);
        break;
      case 'selection-finished':
        if (event.behaviour) tellBehaviour(event.behaviour, line);
        break;
      case 'winner-confirmed':
        line(`  ${event.candidate.padEnd(9)} confirmed in a fresh sandbox`);
        break;
      case 'run-finished':
        tellEnding(event, line);
        break;
      default:
    }
  };
}

function tellBaseline(event: EventFields['baseline-finished'], line: WriteLine): void {
  const { targets, guards, skipped, flaky, unrelated, durationMs } = event;
  const extras = [
    skipped > 0 ? `${skipped} skipped` : '',
    flaky.length > 0 ? `${flaky.length} flaky, left out` : '',
    unrelated.length > 0 ? `${unrelated.length} failing whatever the selection does, left out` : '',
  ].filter((text) => text !== '');
  line(
    `  baseline  ${targets.length} failing, ${guards} passing in ${seconds(durationMs)}` +
      (extras.length > 0 ? ` (${extras.join('; ')})` : ''),
  );
  if (event.measuredAt !== undefined)
    line('            (nothing changed since they ran; --no-cache runs them again)');
  for (const target of targets.slice(0, 5)) line(`            ✗ ${target.id}`);
  if (targets.length > 5) line(`            … and ${targets.length - 5} more`);
  for (const id of flaky) line(`            ? flaky: ${id}`);
}

function tellBehaviour(behaviour: Behaviour, line: WriteLine): void {
  const { inputs, clusters, skipped } = behaviour;
  if (skipped !== undefined) {
    line(`  behaviour not compared: ${skipped}`);
    return;
  }
  const groups = clusters.map(({ candidates }) => candidates.join(' '));
  line(
    clusters.length === 1
      ? `  behaviour ${groups.join()} alike on ${inputs} inputs`
      : `  behaviour ${clusters.length} kinds on ${inputs} inputs: ${groups.join(' | ')}`,
  );
  const shown = example(behaviour);
  if (shown !== undefined) line(`            ${shown}`);
}

function tellEnding(event: EventFields['run-finished'], line: WriteLine): void {
  const { outcome, reason, evidence, diff, spending } = event;
  line();
  line(outcome === 'winner' || outcome === 'audited' ? reason : `${outcome}: ${reason}`);
  if (evidence) {
    const [low, high] = evidence.passRate.map((rate) => Math.round(rate * 100));
    line(`Evidence: ${evidence.grade}`);
    for (const fact of evidence.reasons) line(`  - ${fact}`);
    line(
      `  - pass rate under your tests: ${evidence.passed} of ${evidence.verified} (95 % interval ${low ?? 0} to ${high ?? 100} %)`,
    );
  }
  if (diff !== undefined) line(`\n${diff}`);
  const samples = outcome === 'audited' ? '' : `${spending.samples} samples, `;
  line(samples + seconds(spending.elapsedMs));
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
