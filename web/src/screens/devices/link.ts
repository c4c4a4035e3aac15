// The address a camera or a message opens: the code stands after the `#`, so no server ever sees it.

export function linkOf(code: string, origin: string = location.origin): string {
  return `${origin}/pasang#${code}`;
}
