/**
 * Makes Ctrl-C and a polite kill end what a program has started before the program itself ends.
 * `stop` may be called at most once this way; a second signal does not wait for it.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  const endings = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const;
  for (const [signal, code] of endings)
    process.once(signal, () => {
      void stop().finally(() => process.exit(code));
    });
}
