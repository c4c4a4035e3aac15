// Where the guide box of a viewfinder lies in the camera's own picture.

interface Size {
  width: number;
  height: number;
}

/** What the box takes of what is shown: wide, because bars are. */
const WIDE = 0.88;
const HIGH = 0.6;

/** The part of the picture inside the box, when the picture covers what is shown and is cut at its edges. */
export function inGuide(picture: Size, shown: Size): { x: number; y: number } & Size {
  const scale = Math.max(shown.width / picture.width, shown.height / picture.height);
  const width = Math.round((shown.width / scale) * WIDE);
  const height = Math.round((shown.height / scale) * HIGH);
  return { x: Math.round((picture.width - width) / 2), y: Math.round((picture.height - height) / 2), width, height };
}
