import type { AuditSettings, Surroundings } from '../api/settings';
import type { AuditParts } from '../run-parts';
import { prepareTesting } from './prepare-testing';

/** Makes everything an audit works with; throws a HumanError where the settings make none. */
export async function prepareAudit(
  settings: AuditSettings,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<AuditParts> {
  const { testing } = await prepareTesting(settings, surroundings, signal);
  return { ...testing, auditMs: settings.auditMs };
}
