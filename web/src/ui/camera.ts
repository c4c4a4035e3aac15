// The camera of the device, opened for a while: its picture, its lamp where it has one, and why it did not open.

export type CameraTrouble = 'refused' | 'absent' | 'busy' | 'insecure';

export interface OpenCamera {
  stream: MediaStream;
  /** Switches the lamp, if there is one. */
  lamp: ((on: boolean) => Promise<void>) | undefined;
  close: () => void;
}

export class CameraError extends Error {
  constructor(readonly trouble: CameraTrouble) {
    super(trouble);
  }
}

/** Browsers name the trouble in their own words. */
const TROUBLES: Record<string, CameraTrouble> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** The one at the back; bars are thin, so it should see sharply. */
const WANTED: MediaTrackConstraints = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };

export async function openCamera(): Promise<OpenCamera> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new CameraError('insecure');
  const stream = await devices.getUserMedia({ video: WANTED, audio: false }).catch(explain);
  const [track] = stream.getVideoTracks();
  return {
    stream,
    lamp: track && hasLamp(track) ? (on) => shine(track, on) : undefined,
    close: () => stream.getTracks().forEach((one) => one.stop()),
  };
}

function explain(error: unknown): never {
  throw new CameraError(TROUBLES[error instanceof Error ? error.name : ''] ?? 'busy');
}

/** Not every browser can say what its camera has. */
function hasLamp(track: MediaStreamTrack): boolean {
  const able = track.getCapabilities?.() as { torch?: boolean } | undefined;
  return able?.torch === true;
}

async function shine(track: MediaStreamTrack, on: boolean): Promise<void> {
  await track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}
