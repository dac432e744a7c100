import { HumanError } from '../../core/util/human-error';

/** A value in the settings that makes no sense: its message says which, and the user can go there. */
export class SettingError extends HumanError {
  constructor(
    /** The setting's whole name. */
    readonly setting: string,
    why: string,
  ) {
    super(`The setting ${setting} is not valid: ${why}. Correct it, then run again.`);
  }
}
