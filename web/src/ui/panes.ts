// F6 walks the panes of a screen, as in any desktop program.

const findPanes = () => [...document.querySelectorAll<HTMLElement>('[data-pane]')];

export function focusPane(name: string): void {
  document.querySelector<HTMLElement>(`[data-pane="${name}"]`)?.focus();
}

/** The next pane after the one that holds the focus, or the one before; round at the ends. */
export function walkPanes(step: 1 | -1): void {
  const panes = findPanes();
  if (panes.length === 0) return;
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = at < 0 ? (step === 1 ? 0 : panes.length - 1) : (at + step + panes.length) % panes.length;
  panes[next]?.focus();
}
