// The lints of the app, and the law of its rooms.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What a room may not import, and why. */
function law(files, rules) {
  const patterns = rules.map(([group, message]) => ({ group, message }));
  return { files, ignores: ['**/*.test.ts'], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const CORE = [['**/core/**'], 'Only the worker loads the core.'];
const MADE = [['**/office/made/**'], 'Ask office/office for a file.'];
const WORKER = [['**/engine/worker/**'], 'Only the leading tab starts the worker.'];
const INNER_ENGINE = [
  ['**/engine/**', '!**/engine/client', '!**/engine/client.ts', '!**/engine/types', '!**/engine/types.ts'],
  'Talk to the engine through engine/client.',
];

export default ts.config(
  { ignores: ['dist', 'src/core', 'src/office/made', 'src/words/generated', 'node_modules', 'gallery/dist', 'dev-dist'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      complexity: ['error', 10],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Our addresses are plain paths; there is no SvelteKit here to resolve them.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.test.ts', 'src/{engine,office}/types.ts', 'gallery/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['*.config.ts', '*.js', 'gallery/**'], languageOptions: { globals: { ...globals.node } } },
  { files: ['public/*.js'], rules: { 'no-var': 'off' } },
  law(['src/ui/**'], [
    [['**/screens/**', '**/app/**', '**/engine/**'], 'A ui part knows no noun and no engine.'],
    CORE,
  ]),
  law(['src/screens/**'], [INNER_ENGINE, CORE, MADE]),
  law(['src/app/**'], [INNER_ENGINE, CORE, MADE]),
  law(['src/office/**'], [[['**/screens/**', '**/app/**', '**/ui/**', '**/words/**', '**/engine/**'], 'The writer of spreadsheets is handed everything.'], CORE]),
  law(['src/words/**'], [
    [['**/screens/**', '**/app/**', '**/ui/**'], 'Words know no screen.'],
    [['**/engine/**', '!**/engine/types', '!**/engine/types.ts'], 'Words know the engine by its types alone.'],
    CORE,
  ]),
  law(['src/engine/*.ts'], [[['**/screens/**', '**/app/**', '**/ui/**', '**/words/**'], 'The engine knows no screen.'], WORKER, CORE]),
  law(['src/engine/worker/**'], [[['**/screens/**', '**/app/**', '**/ui/**', '**/words/**', '**/*.svelte*'], 'The worker knows no screen.']]),
  law(['src/sw/**'], [[['../**'], 'The service worker stands alone.']]),
);
