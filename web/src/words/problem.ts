// Why pairing did not work, and why the app cannot work here: what happened, what is safe, what to do.
import { m } from './generated/messages.js';

export interface Problem {
  title: string;
  text: string;
}

const pairing: Record<string, () => Problem> = {
  invite_used: () => ({ title: m.pair_used_title(), text: m.pair_used_text() }),
  invite_expired: () => ({ title: m.pair_expired_title(), text: m.pair_expired_text() }),
  invite_unknown: () => ({ title: m.pair_unknown_title(), text: m.pair_unknown_text() }),
  update_the_app: outdated,
  revoked: () => ({ title: m.pair_revoked_title(), text: m.pair_revoked_text() }),
  unknown_device: () => ({ title: m.pair_stranger_title(), text: m.pair_stranger_text() }),
  wiped: () => ({ title: m.pair_wiped_title(), text: m.pair_wiped_text() }),
  wrong_shop: () => ({ title: m.pair_stranger_title(), text: m.pair_stranger_text() }),
  invite_damaged: damagedInvite,
  invite_not_a_code: damagedInvite,
  invite_bad_role: damagedInvite,
  invite_too_new: outdated,
};

function damagedInvite(): Problem {
  return { title: m.pair_damaged_title(), text: m.pair_damaged_text() };
}

function outdated(): Problem {
  return { title: m.pair_update_title(), text: m.pair_update_text() };
}

const faults: Record<string, () => Problem> = {
  opfs_refused: () => ({ title: m.fault_opfs_title(), text: m.fault_opfs_text() }),
  disk_full: () => ({ title: m.fault_full_title(), text: m.fault_full_text() }),
  no_wasm: () => ({ title: m.fault_wasm_title(), text: m.fault_wasm_text() }),
  update_the_app: () => ({ title: m.fault_newer_title(), text: m.fault_newer_text() }),
  worker_died: () => ({ title: m.fault_died_title(), text: m.fault_died_text() }),
};

export function pairingProblem(code: string): Problem {
  return pairing[code]?.() ?? { title: m.pair_other_title(), text: m.pair_other_text({ code }) };
}

export function faultProblem(code: string): Problem {
  return faults[code]?.() ?? { title: m.fault_other_title(), text: m.fault_other_text({ code }) };
}

const setAside: Record<string, () => string> = {
  not_your_role: m.aside_not_your_role,
  revoked: m.aside_revoked,
  bad_signature: m.aside_bad_signature,
  unknown_device: m.aside_revoked,
  too_large: m.aside_too_large,
  missing_dependency: m.aside_missing_dependency,
  purged: m.aside_purged,
};

export function setAsideWords(code: string): string {
  return setAside[code]?.() ?? m.aside_other({ code });
}

const safe: Record<string, () => string> = {
  opfs_refused: m.fault_opfs_safe,
  disk_full: m.fault_full_safe,
  no_wasm: m.fault_wasm_safe,
};

export function safeWords(code: string): string {
  return (safe[code] ?? m.fault_other_safe)();
}

const todos: Record<string, () => string[]> = {
  opfs_refused: () => [m.fault_opfs_do_1(), m.fault_opfs_do_2(), m.fault_opfs_do_3()],
  disk_full: () => [m.fault_full_do_1(), m.fault_full_do_2()],
  no_wasm: () => [m.fault_wasm_do_1(), m.fault_wasm_do_2()],
};

export function todoWords(code: string): string[] {
  return todos[code]?.() ?? [m.fault_other_do_1(), m.fault_other_do_2()];
}
