// Timing in the page itself, from the event of a person's finger to the frame that shows what came of it.

/** When a page first shows this, since it was asked for: `window.first`. */
export const awaitFirst = (page, selector) =>
  page.addInitScript((wanted) => {
    window.first = new Promise((seen) => {
      const look = () => (document.querySelector(wanted) ? seen(performance.now()) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
  }, selector);

/** From the next such event until this is shown; what it answers with says how many milliseconds that took. */
export const arm = async (page, event, selector) => {
  await page.evaluate(
    ({ event, selector }) => {
      window.took = new Promise((seen) => {
        const begin = ({ timeStamp }) => {
          const look = () =>
            document.querySelector(selector) ? seen(performance.now() - timeStamp) : requestAnimationFrame(look);
          requestAnimationFrame(look);
        };
        addEventListener(event, begin, { capture: true, once: true });
      });
    },
    { event, selector },
  );
  return () => page.evaluate(() => window.took);
};
