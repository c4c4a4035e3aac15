// The roles that have screens in this app, as choices.
import { roleWords } from '../../words/names.ts';

const ROLES = ['cs', 'warehouse', 'finance', 'owner'];

export function roleChoices(): { value: string; label: string }[] {
  return ROLES.map((value) => ({ value, label: roleWords(value) }));
}
