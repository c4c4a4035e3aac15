// The text of a file, in the alphabet it was written in.

/** Excel here writes Windows-1252 unless it is told otherwise; what is valid UTF-8 is UTF-8. */
export async function readText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
