// The language of the words: Indonesian unless the person chose English; changes without a reload.
import { baseLocale, getLocale, overwriteGetLocale, setLocale, type Locale } from '../words/generated/runtime.js';

export type Language = Locale;

class LanguageChoice {
  current = $state<Language>(remembered());

  choose(language: Language): void {
    this.current = language;
    document.documentElement.lang = language;
    void setLocale(language, { reload: false });
  }
}

function remembered(): Language {
  try {
    return getLocale();
  } catch {
    return baseLocale;
  }
}

export const language = new LanguageChoice();

/** Every message asks for the language as it is drawn, so a change redraws them all. */
export function startLanguage(): void {
  overwriteGetLocale(() => language.current);
  document.documentElement.lang = language.current;
}
