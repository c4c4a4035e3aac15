// The service worker.
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };
const shell = self.__WB_MANIFEST;
self.addEventListener('message', () => shell.length);
export {};
