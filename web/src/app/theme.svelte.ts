// Light or dark: as the device wishes, unless the person chose. `public/theme.js` does the first paint.

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'tapak.theme';

class ThemeChoice {
  current = $state<Theme>(remembered());

  choose(theme: Theme): void {
    this.current = theme;
    remember(theme);
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    paintBrowser();
  }
}

function remembered(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

/** Where nothing may be stored the choice lasts as long as the page. */
function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    return;
  }
}

export const theme = new ThemeChoice();

export function startTheme(): void {
  paintBrowser();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paintBrowser);
}

/** The bars of the phone take the colour of the page. */
function paintBrowser(): void {
  const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
}
