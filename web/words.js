// Compiles src/words/messages to src/words/generated, for checks and tests that run without Vite.
import { compile } from '@inlang/paraglide-js';
import { words } from './words.config.js';

await compile(words);
