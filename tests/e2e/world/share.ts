// The phone's own sheet for sharing: hands over what the manifest says this app takes, as Android does.
import type { Device } from './device.ts';

interface ShareTarget {
  action: string;
  method: string;
  enctype: string;
  params: { title: string; text: string; url: string; files: { name: string; accept: string[] }[] };
}

export interface Sharing {
  text?: string;
  files?: { name: string; mimeType: string; buffer: Buffer }[];
}

/** The manifest is read while there is a network; what is shared needs none. */
export async function shareTarget(device: Device): Promise<ShareTarget> {
  await device.page.evaluate(() => navigator.serviceWorker.ready);
  await device.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return device.page.evaluate(async () => {
    const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    const read = (await (await fetch(manifest?.href ?? '')).json()) as { share_target: ShareTarget };
    return read.share_target;
  });
}

export async function share(device: Device, target: ShareTarget, { text = '', files = [] }: Sharing): Promise<void> {
  const { page } = device;
  await page.evaluate(
    ({ target, text }) => {
      const form = Object.assign(document.createElement('form'), { id: 'share', ...target });
      const words = Object.assign(document.createElement('textarea'), { name: target.params.text, value: text });
      const picker = Object.assign(document.createElement('input'), { type: 'file', multiple: true, name: target.params.files[0]?.name ?? '' });
      form.append(words, picker);
      document.body.append(form);
    },
    { target, text },
  );
  if (files.length > 0) await page.locator('#share input').setInputFiles(files);
  else await page.evaluate(() => document.querySelector('#share input')?.remove());
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => document.querySelector<HTMLFormElement>('#share')?.submit())]);
}
