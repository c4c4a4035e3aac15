// The time of now as a live value, so that ages on a screen grow by themselves.
import { createSubscriber } from 'svelte/reactivity';

const STEP = 20_000;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, STEP);
  document.addEventListener('visibilitychange', update);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', update);
  };
});

export const ticking = {
  get now(): number {
    subscribe();
    return Date.now();
  },
};
