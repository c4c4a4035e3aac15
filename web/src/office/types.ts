// What is handed to the writer of spreadsheets; written from the Rust types by `cargo xtask map`.

export type Apart = {
  line: string,
  rows: Array<Array<Cell>>,
};

/** One cell. Moments are milliseconds since 1970 UTC and are written in the shop's time zone. */
export type Cell =
  | { "cell": "empty" }
  | { "cell": "text", "of": string }
  | { "cell": "number", "of": number }
  | { "cell": "moment", "of": number };

export type Column = {
  heading: string,
  kind: Kind,
};

/** What a column holds, and how a spreadsheet shows it. */
export type Kind = "text" | "long" | "count" | "money" | "moment";

/** One claim of a batch. Money is whole rupiah, times are milliseconds since 1970 UTC. */
export type RecapClaim = {
  number: string,
  claimed_at: number,
  buyer_name: string,
  contents: string,
  /** As people call it. */
  courier: string,
  total: number,
  amount: number,
  bank: string,
  payer: string,
  /** When the buyer paid, as the buyer said it. */
  paid_at: string,
  /** `paid`, `short`, `over` or `rejected`; nothing before anybody looked. */
  outcome: string | null,
  /** What finance found on the account for it. */
  received: number,
  /** What of that went back to the buyer. */
  refunded: number,
  /** The line of the bank it was found on: its day as `2025-11-24`, empty while it is not posted, and what it says. */
  bank_date: string,
  bank_text: string,
  cash: boolean,
  late: boolean,
  /** The order is not known here any more. */
  erased: boolean,
};

export type RecapColumns = {
  place: string,
  number: string,
  claimed_at: string,
  buyer_name: string,
  contents: string,
  courier: string,
  total: string,
  amount: string,
  bank: string,
  payer: string,
  paid_at: string,
  outcome: string,
  received: string,
  refunded: string,
  found: string,
  remark: string,
};

/** A batch, ready to become a sheet. */
export type RecapFile = {
  /** When it was frozen. */
  at: number,
  /** What stands above the table: the title, the period, who froze it. */
  lines: Array<string>,
  claims: Array<RecapClaim>,
  /** Claims that an earlier batch counts: they stand below and count here in no sum. */
  again: Array<RecapClaim>,
  words: RecapWords,
};

export type RecapOutcomes = {
  waiting: string,
  paid: string,
  short: string,
  over: string,
  rejected: string,
};

/** Every word of the sheet. */
export type RecapWords = {
  name: string,
  summary: string,
  columns: RecapColumns,
  outcomes: RecapOutcomes,
  cash: string,
  late: string,
  erased: string,
  again: string,
  sum: string,
  count: string,
};

export type Sheet = {
  /** What the tab says. */
  name: string,
  /** What its file says of when it was made, in milliseconds since 1970 UTC. */
  at: number,
  /** Lines above the table, the first of them its title. */
  lines: Array<string>,
  columns: Array<Column>,
  rows: Array<Array<Cell>>,
  /** The word before the sums under the rows; empty when nothing is added up. */
  sum: string,
  /** Rows that stand in the sheet and count in no sum, and the line above them. */
  apart: Apart | null,
  /** A second tab that counts and adds up the rows by what a column says. */
  summary: Summary | null,
};

export type Summary = {
  name: string,
  /** The column by which the rows are grouped. */
  by: number,
  /** What that column may say, in the sequence in which it is listed. */
  groups: Array<string>,
  /** The heading over how many rows there are. */
  count: string,
};
