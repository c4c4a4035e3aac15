// A short tone for hands that are busy: high for done, low twice for look here.

let shared: AudioContext | undefined;

export function beep(kind: 'done' | 'look'): void {
  navigator.vibrate?.(kind === 'done' ? 60 : [90, 60, 90]);
  try {
    const audio = (shared ??= new AudioContext());
    if (kind === 'done') tone(audio, 1320, 0, 0.09);
    else [0, 0.16].forEach((start) => tone(audio, 220, start, 0.12));
  } catch {
    // A device without sound still shows everything.
  }
}

function tone(audio: AudioContext, pitch: number, start: number, length: number): void {
  const oscillator = audio.createOscillator();
  const loudness = audio.createGain();
  oscillator.frequency.value = pitch;
  loudness.gain.value = 0.12;
  oscillator.connect(loudness).connect(audio.destination);
  oscillator.start(audio.currentTime + start);
  oscillator.stop(audio.currentTime + start + length);
}
