// How far down each place was left.

const scrolls = new Map<number, number>();

export function leave(place: number): void {
  scrolls.set(place, window.scrollY);
}

export function scrollOf(place: number): number {
  return scrolls.get(place) ?? 0;
}
