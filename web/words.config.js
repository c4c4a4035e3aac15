// How the words are compiled: used by Vite and by `npm run words`.
/** @type {import('@inlang/paraglide-js').CompilerOptions} */
export const words = {
  project: './project.inlang',
  outdir: './src/words/generated',
  strategy: ['localStorage', 'baseLocale'],
  localStorageKey: 'tapak.language',
  isServer: "typeof window === 'undefined'",
  emitReadme: false,
  emitGitIgnore: false,
  emitPrettierIgnore: false,
};
