// Reads and writes one leaf of a form by its path, such as `address.postal_code` or `lines.0.size`.

type Tree = Record<string, unknown>;

export function get(form: object, path: string): unknown {
  return path.split('.').reduce<unknown>((at, part) => (isTree(at) ? at[part] : undefined), form);
}

export function set(form: object, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  const holder = parts.length === 0 ? form : get(form, parts.join('.'));
  if (isTree(holder)) holder[last] = value;
}

function isTree(at: unknown): at is Tree {
  return typeof at === 'object' && at !== null;
}
