// Tells the printer which paper a screen wants, for as long as the screen is open.
import type { Attachment } from 'svelte/attachments';

/** `size` and `margin` as CSS has them, such as `100mm 150mm` and `0`. */
export function paper(size: string, margin: string): Attachment {
  return () => {
    // One rule for the whole document: a page with a name begins with an empty one without it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${size}; margin: ${margin} }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet));
  };
}
