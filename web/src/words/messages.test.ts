// Both languages say the same things about the same values.
import { expect, it } from 'vitest';
import en from './messages/en.json';
import id from './messages/id.json';

type Messages = Record<string, unknown>;

function valuesIn(message: unknown): string[] {
  const found = JSON.stringify(message).match(/\{[a-z_]+\}/g) ?? [];
  return [...new Set(found)].sort();
}

it('no sentence is missing in either language', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
});

it('a sentence names the same values in both', () => {
  const indonesian: Messages = id;
  for (const [key, message] of Object.entries(en as Messages)) {
    expect([key, ...valuesIn(message)]).toEqual([key, ...valuesIn(indonesian[key])]);
  }
});
