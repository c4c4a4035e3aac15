// Moves to another page of the app without loading it anew.

/** The router listens to `popstate`, so a move by hand and a move by code take one road. */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(history.state, '', path);
  window.dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
}
