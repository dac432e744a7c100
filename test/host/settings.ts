/** The contents of a settings.json. */
export type UserSettings = Readonly<Record<string, unknown>>;

/** Settings that keep VS Code quiet and its windows alike on every machine. */
export const QUIET_SETTINGS: UserSettings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'window.confirmBeforeClose': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Folders are trusted without a question, or opened in Restricted Mode without one. */
export function trustSettings(trusted: boolean): UserSettings {
  return trusted
    ? { 'security.workspace.trust.enabled': false }
    : {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      };
}
