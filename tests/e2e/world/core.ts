// What the app's own screens ask of the core, asked past them: as somebody would who wants more than he is shown.
import type { Page } from '@playwright/test';

const CHANNEL = 'tapak-engine';

/** The answer of the core to one call. */
export async function askCore(page: Page, ask: Record<string, unknown>): Promise<unknown> {
  return page.evaluate(
    ([channelName, ask]) => {
      const channel = new BroadcastChannel(channelName);
      const answered = new Promise<unknown>((done) => {
        channel.onmessage = ({ data }) => data.kind === 'answer' && data.tab === 'a stranger' && done(data.value);
      });
      channel.postMessage({ kind: 'call', tab: 'a stranger', id: 1, ask });
      return answered.finally(() => channel.close());
    },
    [CHANNEL, ask] as const,
  );
}
