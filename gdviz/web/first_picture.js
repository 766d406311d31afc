// Holds the first picture where the page lays out its chart, and takes it away once that is drawn.
((picture) => {
  const follow = () => {
    const place = document.querySelector(`.st-key-${picture.dataset.chart}`);
    const isAtRest = document.querySelector('.stApp[data-test-script-state="notRunning"]');
    if (document.querySelector(".gdviz-player[data-drawn]") || (isAtRest && !place)) {
      picture.remove();
      return;
    }
    if (place) {
      const { left, top, width, height } = place.getBoundingClientRect();
      Object.assign(picture.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    }
    requestAnimationFrame(follow);
  };
  follow();
})(document.querySelector(".gdviz-first"));
