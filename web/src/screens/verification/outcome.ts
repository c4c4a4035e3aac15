// What an amount makes of a payment, to name the button by; the core judges it again.

export function amountIn(typed: string): number {
  return Number(typed.replace(/,-$|,00$/, '').replace(/\D/g, '')) || 0;
}

export function outcomeOf(amount: number, due: number): 'paid' | 'short' | 'over' {
  if (amount === due) return 'paid';
  return amount < due ? 'short' : 'over';
}
