import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** A notification whose text contains this; progress notifications included. */
export function notification({ page }: Workbench, text: string | RegExp): Locator {
  return page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
}

/** The texts of all notifications that are shown. */
export function notificationTexts({ page }: Workbench): Promise<string[]> {
  return page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
}

/** Presses a button of a notification; Cancel is one of progress notifications. */
export async function pressNotification(
  workbench: Workbench,
  text: string | RegExp,
  button: string,
): Promise<void> {
  await notification(workbench, text)
    .locator('.notification-list-item-buttons-container a, .monaco-button', { hasText: button })
    .first()
    .click();
}

/** A dialog in the middle of the window. */
export function dialog({ page }: Workbench): Locator {
  return page.locator('.monaco-dialog-box');
}
