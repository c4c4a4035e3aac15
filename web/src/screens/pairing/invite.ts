// Finds the code in an invite, and a first name for this device.

/** From a whole link, from what follows its `#`, or from the code alone. */
export function codeIn(text: string): string {
  const said = text.trim();
  const at = said.lastIndexOf('#');
  const code = at < 0 ? said : said.slice(at + 1);
  return /[\s/:]/.test(code) ? '' : code;
}

const guesses: [pattern: RegExp, name: string][] = [
  [/iPad|Tablet/i, 'Tablet'],
  [/iPhone/i, 'iPhone'],
  [/Android.*Mobile/i, 'HP Android'],
  [/Android/i, 'Tablet'],
  [/Windows|Macintosh|Linux|CrOS/i, 'Laptop'],
];

export function deviceGuess(agent: string = navigator.userAgent): string {
  return guesses.find(([pattern]) => pattern.test(agent))?.[1] ?? '';
}
