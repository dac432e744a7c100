import type { ProjectFiles, TestPlan } from '../../api/framework';
import { planOf, type DetectableFramework } from '../framework';
import { planFromScripts } from './script-plan';

/** The plan of one framework for one folder, from its surest sign there. */
export async function detectAlone(
  framework: DetectableFramework,
  project: ProjectFiles,
  folder: string,
): Promise<TestPlan | undefined> {
  const fromScripts = await planFromScripts(project, folder, [framework]);
  if (fromScripts) return fromScripts;
  const clue =
    (await framework.clues.inConfig(project, folder)) ??
    (await framework.clues.inFiles(project, folder));
  return clue && planOf(framework.id, folder, clue);
}
