// What happens on the page around the player.

/** A code to scan fills the screen when it is pressed. */
export function fillScreen({ target }: Event): void {
  const code = target instanceof Element ? target.closest('[data-gdviz="qr"]') : null;
  if (code) void (document.fullscreenElement ? document.exitFullscreen() : code.requestFullscreen());
}

/** The first Escape leaves the full screen, and not what the code stands in, too. */
export function leaveScreen(event: KeyboardEvent): void {
  if (event.key !== "Escape" || !document.fullscreenElement) return;
  event.stopPropagation();
  void document.exitFullscreen();
}

/** Listens, before or after the page's own listeners, until what it returns is called. */
export function listen<Name extends keyof DocumentEventMap>(
  target: Document,
  name: Name,
  listener: (event: DocumentEventMap[Name]) => void,
  isBefore = false,
): () => void {
  target.addEventListener(name, listener, isBefore);
  return () => {
    target.removeEventListener(name, listener, isBefore);
  };
}

/** Calls back when texts have another place: other fonts, or another window. What it returns ends that. */
export function watchRoom(look: () => void): () => void {
  document.fonts.addEventListener("loadingdone", look);
  window.addEventListener("resize", look);
  return () => {
    document.fonts.removeEventListener("loadingdone", look);
    window.removeEventListener("resize", look);
  };
}

const PARTS = ".js-plotly-plot, [data-gdviz]";

/** Calls back when a part of the page that concerns the player was built, or taken away: the one that comes
 *  after it was there before. What it returns ends that.
 */
export function watch(look: () => void): () => void {
  const concerns = (node: Node): boolean =>
    node instanceof HTMLElement && (node.matches(PARTS) || node.querySelector(PARTS) !== null);
  const observer = new MutationObserver((records) => {
    const isOther = records.some(
      ({ target, addedNodes, removedNodes }) =>
        target instanceof HTMLElement &&
        ((addedNodes.length > 0 && target.matches(".js-plotly-plot")) ||
          [...addedNodes, ...removedNodes].some(concerns)),
    );
    if (isOther) look();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
  };
}

const LEAST_WIDTH = 150; // pixels: the page draws no chart narrower, whatever its place

/** Whether a chart's place has another size than the chart was drawn in: then the page draws it anew. */
export function isOutgrown(chart: Element, { width, height }: { width: number; height: number }): boolean {
  const { clientWidth = 0, clientHeight = 0 } = chart.closest(".stPlotlyChart") ?? {};
  const isOther = Math.abs(Math.max(clientWidth, LEAST_WIDTH) - width) > 1 || Math.abs(clientHeight - height) > 1;
  return clientHeight > 0 && isOther;
}
