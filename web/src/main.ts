// The first lines of the app that run in a tab.
import { mount } from 'svelte';
import './style/tokens.css';
import './style/base.css';
import App from './app/App.svelte';
import { startForeseeing } from './app/foresee.ts';
import { startLanguage } from './app/language.svelte.ts';
import { startRouter } from './app/router.svelte.ts';
import { startTheme } from './app/theme.svelte.ts';
import { registerServiceWorker } from './app/update.svelte.ts';
import { startEngine } from './engine/client.ts';

startEngine();
startLanguage();
startRouter();
startForeseeing();
startTheme();
mount(App, { target: document.getElementById('app') ?? document.body });
void registerServiceWorker();
