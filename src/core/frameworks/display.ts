import type { PlannedCommand, TestPlan } from '../api/framework';

/** Words of a command that are shown before the rest is counted. */
const WORDS_SHOWN = 12;

/** A command as a person would type it. */
export function commandLine({ argv, env }: PlannedCommand): string {
  const words = [
    ...Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`),
    ...argv.map(quote),
  ];
  const shown = words.slice(0, WORDS_SHOWN).join(' ');
  const more = words.length - WORDS_SHOWN;
  return more > 0 ? `${shown} … and ${more} more` : shown;
}

/** A plan in one line: the framework, what is run, where, and why. */
export function displayOf(plan: TestPlan): string {
  const command =
    plan.framework === 'command' && /^(sh|cmd\.exe)$/.test(plan.command.argv[0])
      ? (plan.command.argv.at(-1) ?? '')
      : commandLine(plan.command);
  const steps = [...plan.prepare.map(commandLine), command].join(' && ');
  const name = plan.framework === 'command' ? '' : `${plan.framework}: `;
  return `${name}${steps}${plan.cwd === '' ? '' : ` in ${plan.cwd}`} (${plan.reason})`;
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
