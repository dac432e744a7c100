import * as vscode from 'vscode';
import type { Outcome } from '../../core/api/events';
import type { Verdict } from '../../core/api/verdict';
import { toneOf, type Tone } from '../../core/view';

const TONES: Readonly<Record<Tone, vscode.ThemeIcon>> = {
  good: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  bad: new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed')),
  odd: new vscode.ThemeIcon('warning', new vscode.ThemeColor('testing.iconErrored')),
  neutral: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('testing.iconSkipped')),
};

const WORKING = new vscode.ThemeIcon('loading~spin');
const UNKNOWN = new vscode.ThemeIcon('circle-outline');

/** A candidate's verdict as an icon; without one it is at work, or was when the run ended. */
export function verdictIcon(verdict: Verdict | undefined, live: boolean): vscode.ThemeIcon {
  if (verdict) return TONES[toneOf(verdict.kind)];
  return live ? WORKING : UNKNOWN;
}

export function outcomeIcon(outcome: Outcome | undefined, live: boolean): vscode.ThemeIcon {
  switch (outcome) {
    case 'winner':
    case 'audited':
      return TONES.good;
    case 'no-winner':
      return TONES.bad;
    case 'unusable-tests':
    case 'model-error':
      return TONES.odd;
    case 'cancelled':
      return TONES.neutral;
    case undefined:
      return live ? WORKING : UNKNOWN;
  }
}
