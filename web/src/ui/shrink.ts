// Makes a photo small enough for a cheap phone and a slow line, before it is kept.

/** The longest edge in pixels: a bank's receipt is still read at this size. */
const LONGEST = 1600;
const QUALITY = 0.8;

/** WebP, or nothing when the file is no picture. */
export async function shrink(file: Blob): Promise<Uint8Array | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  return new Uint8Array(await small.arrayBuffer());
}
