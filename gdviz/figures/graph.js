// Draws a network, as figures/graph.py describes it: lines for weights, circles for neurons.
//
// A weight's sign is its colour and dash, its size the width of its line; a neuron's bias is the
// ring around it. Between frames the browser itself goes from width to width.

const GRAPH = { width: 600, margin: 34 };

function makeSvg(name, attributes, parent) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent?.append(element);
  return element;
}

// Where each neuron stands: a column for each layer.
function placeNeurons({ sizes, height }) {
  const { width, margin } = GRAPH;
  return sizes.map((size, layer) =>
    Array.from({ length: size }, (_, i) => ({
      x: margin + (layer / (sizes.length - 1)) * (width - 2 * margin),
      y: (height / size) * (i + 0.5),
    })),
  );
}

// A line from the edge of one neuron to that of another.
function between(from, to, radius) {
  const share = radius / Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [share * (to.x - from.x), share * (to.y - from.y)];
  return { x1: from.x + dx, y1: from.y + dy, x2: to.x - dx, y2: to.y - dy };
}

// The parts of the drawing in the order of the flat vector: layer by layer weights, then biases.
function buildGraph(box, graph, choose) {
  const { width } = GRAPH;
  const { height } = graph;
  const svg = makeSvg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" });
  const lines = makeSvg("g", {}, svg);
  const places = placeNeurons(graph);
  const radius = Math.min(28, height / Math.max(...graph.sizes) / 2 - 1);
  const parts = [];
  const rings = places.map((layer) =>
    layer.map(({ x, y }) => makeSvg("circle", { cx: x, cy: y, r: radius, class: "gdviz-neuron" }, svg)),
  );
  const labels = places.flat().map(({ x, y }) => {
    const text = makeSvg("text", { x, y: y + 6, "text-anchor": "middle", class: "gdviz-output" }, svg);
    text.style.fontSize = `${Math.min(18, radius)}px`;
    return text;
  });
  for (let layer = 1; layer < places.length; layer++) {
    for (const from of places[layer - 1]) {
      for (const to of places[layer]) {
        const ends = between(from, to, radius);
        const line = makeSvg("line", { ...ends, class: "gdviz-weight" }, lines);
        // A thin line is hard to hit.
        const target = makeSvg("line", { ...ends, class: "gdviz-target" }, lines);
        parts.push({ shape: line, target });
      }
    }
    parts.push(...rings[layer].map((ring) => ({ shape: ring, target: ring })));
  }
  parts.forEach(({ shape, target }, i) => {
    makeSvg("title", {}, target).textContent = graph.names[i];
    target.onclick = () => choose(i);
    shape.toggleAttribute("data-chosen", graph.chosen.includes(i));
  });
  box.replaceChildren(svg);
  box.drawing = { graph, svg, parts, labels };
}

function drawGraph(box, graph, frame, name, choose) {
  if (box.drawing?.graph !== graph || !box.firstChild) buildGraph(box, graph, choose);
  const { svg, parts, labels } = box.drawing;
  svg.setAttribute("aria-label", name);
  const weights = graph.weights[Math.min(frame, graph.weights.length - 1)];
  const marks = graph.marks?.[frame];
  parts.forEach(({ shape }, i) => {
    const width = 0.6 + (5 * Math.abs(weights[i])) / graph.finest;
    shape.style.strokeWidth = graph.chosen.includes(i) ? width + 2 : width;
    shape.toggleAttribute("data-negative", weights[i] < 0);
    shape.toggleAttribute("data-marked", Boolean(marks?.includes(i)));
    shape.toggleAttribute("data-quiet", Boolean(marks?.length) && !marks.includes(i));
  });
  const texts = graph.labels[Math.min(frame, graph.labels.length - 1)];
  labels.forEach((label, i) => (label.textContent = texts[i]));
}
