// The player: takes the charts, the worked step and the table from step to step.
//
// Everything it shows was computed and worded in Python (figures/player.py): a run arrives as
// data, and from then on playing, stepping and scrubbing happen here, without the server.
// The page gives it st.plotly_chart elements by key and places to fill: [data-gdviz="…"].

const SLIDE_MS = 800;
const REST_MS = 400;
const PATIENCE_MS = 1000; // a chart that is still not drawn so long after its time is not waited for
const ADDRESS_MS = 500; // browsers refuse more than about three changes of the address a second
const ROW_PX = 28;
const MARGIN = 0.09; // below and above a line, as a share of its height

let run = null; // the data of the run shown
let at = 0; // the frame shown
let playing = null; // a token while playing; another or none stops the loop that holds it
let variant = "linear";
let panel = null; // the element of the buttons
let tell = () => {}; // sends the server a message: what was clicked, or the step shown if it asked
const drawn = new WeakMap(); // chart element → the scene on it, and the frame at which it rests
const prepared = new WeakSet(); // chart elements that the player listens to
// Chart elements that the page drew anew, say in another size, during a motion: Plotly then leaves the
// axes as long as they were.
const unfitted = new WeakSet();
const turns = new WeakMap(); // chart element → the turn of who draws on it

const place = (name) => document.querySelector(`[data-gdviz="${name}"]`);
const chart = (key) => {
  const element = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  return window.Plotly && element?._fullLayout ? element : null;
};
const scenes = () => run.scenes.filter((scene) => !scene.variant || scene.variant === variant);
const lastFrame = () => run.steps.length - 1;
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// --- Texts -------------------------------------------------------------------------------

// {W} is the number of column W at the step, {W'} at the next step, {(W)} in parentheses if
// it is negative or a power of ten. What a name stands for may itself be a template.
function fill(template, step) {
  return template.replace(/\{(\()?(\w+)\)?('?)\}/g, (_, wrap, name, next) => {
    const text = lookup(name, step, step + (next ? 1 : 0));
    return wrap && /^−|×/.test(text) ? `(${text})` : text;
  });
}

function lookup(name, step, row) {
  if (name === "step") return String(step);
  if (name === "next") return String(step + 1);
  const text = run.columns[name]?.[row] ?? name;
  return text in run.constants ? fill(run.constants[text], step) : text === name ? "" : text;
}

// --- Drawing -----------------------------------------------------------------------------

// A track's points at a frame; a growing one has those of all the frames before it.
function points({ rows, frame: shown, grows }, frame) {
  const row = (i) => rows[rows.length === 1 ? 0 : shown ? shown[i] : i];
  return grows ? Array.from({ length: frame }, (_, i) => row(i)).flat() : row(frame);
}

// Coordinates in a row, x, y, x, y …, as a trace has them; in space there is a z.
function trace(scene, flat, text) {
  const axes = scene.space ? ["x", "y", "z"] : ["x", "y"];
  const data = axes.map((axis, i) => [axis, flat.filter((_, j) => j % axes.length === i)]);
  return { ...Object.fromEntries(data), ...(text && { text }) };
}

// A curve at a frame: how much it has of each basis curve, added up.
function curve({ x, basis, shares, most, gaps }, frame) {
  const height = (_, i) => shares[frame].reduce((sum, share, k) => sum + share * basis[k][i], 0);
  const y = x.map(height).map((y) => Math.min(y, most));
  for (const i of gaps?.[frame] ?? []) y[i] = null;
  return { x, y };
}

// Where all traces of a scene are at a frame, and what they say.
function traceData(scene, frame) {
  const texts = (track) => track.text?.map((text) => fill(text, run.steps[frame]));
  const covered = (track) => isUnknown(frame) && scene.answers?.includes(track.trace);
  return [
    ...scene.tracks.map((track) => trace(scene, covered(track) ? [] : points(track, frame), texts(track))),
    ...scene.curves.map((data) => curve(data, frame)),
    ...(scene.fixed?.lines ?? []).map((line) => trace(scene, pointOf(line, frame))),
    ...scene.keep.map(() => ({})),
  ];
}

// Their numbers. The movers of a scene with lines walk from point to point of them.
function traceNumbers({ tracks, curves, fixed, movers, keep }) {
  return [...tracks, ...curves].map(({ trace }) => trace).concat(fixed?.lines ? movers : [], keep);
}

function pointOf({ x, y, rests }, frame) {
  const i = Math.min(rests ? rests[frame] : frame, x.length - 1);
  return [x[i], y[i]];
}

function legsOf(scene, frame) {
  const lines = scene.fixed?.lines;
  return lines ? [[...lines.flatMap((line) => pointOf(line, frame + 1)), 1]] : scene.legs[frame];
}

// One draws on a chart at a time: whoever comes next takes the turn, and what is under way ends.
function takeTurn(element) {
  turns.get(element)?.end();
  const turn = { element };
  turn.ended = new Promise((end) => (turn.end = end));
  turns.set(element, turn);
  return turn;
}

const holds = (turn) => turns.get(turn.element) === turn && turn.element.isConnected;

async function move(scene, turn, data, traces, duration) {
  if (scene.space) return moveInSpace(turn, data, traces, duration);
  const { element } = turn;
  // Plotly's motion under way goes on beneath a drawing that takes no time, and its end stays drawn:
  // only another motion, however short, ends it.
  const time = Math.max(duration, 1);
  const options = {
    mode: "immediate",
    frame: { duration: time, redraw: false },
    transition: { duration: time, easing: "linear" },
  };
  const shown = (full) => traces.filter((_, i) => data[i].x && Boolean(data[i].x.length) === full);
  setDisplay(element, shown(false), "none");
  // Plotly rejects the promise of a motion that never began, and forgets that of one cut short, or
  // of a chart that the page has taken away.
  const done = window.Plotly.animate(element, { data, traces }, options).catch(() => turn.ended);
  await Promise.race([done, turn.ended, sleep(time + PATIENCE_MS)]);
  if (!holds(turn)) return;
  setDisplay(element, shown(true), "");
  if (unfitted.delete(element)) await window.Plotly.redraw(element);
}

// In such a motion Plotly leaves what a trace showed last where it was when nothing comes after it.
function setDisplay(element, traces, display) {
  for (const trace of traces) {
    const group = element.querySelector(`.scatterlayer .trace${element._fullData[trace]?.uid}`);
    if (group) group.style.display = display;
  }
}

// Plotly has no transitions in space: here the points go on a little with each picture.
async function moveInSpace(turn, data, traces, duration) {
  const { element } = turn;
  const axes = ["x", "y", "z"];
  const put = (places) => {
    const update = Object.fromEntries(axes.map((axis) => [axis, places.map((place) => place[axis])]));
    return window.Plotly.restyle(element, update, traces);
  };
  const starts = duration ? traces.map((i) => element.data[i]) : [];
  const begin = performance.now();
  for (let share = 0; duration && share < 1; ) {
    const now = await new Promise(requestAnimationFrame);
    if (!holds(turn)) return;
    share = Math.min((now - begin) / duration, 1);
    const between = (from, to) => to.map((value, i) => from[i] + share * (value - from[i]));
    put(data.map((to, k) => Object.fromEntries(axes.map((axis) => [axis, between(starts[k][axis], to[axis])]))));
  }
  if (!duration) await put(data);
}

const cameras = {}; // chart → from where the reader looks at it

// What a scene on a chart looks like follows from these: the frame, and how much of the run is known.
const isDrawn = (element, scene) => {
  const { scene: of, frame, known } = drawn.get(element) ?? {};
  return of === scene && frame === at && known === reach();
};

// Whether a chart has the traces of a scene: the page may still be on its way to it, or from it.
const fits = (element, scene) => Math.max(...traceNumbers(scene)) < element._fullData.length;

async function drawScene(scene) {
  const element = chart(scene.chart);
  if (!element) return;
  const turn = takeTurn(element);
  if (!fits(element, scene)) {
    drawn.delete(element);
    return;
  }
  // Where a slide has already put everything in its place there is nothing left to draw.
  if (isDrawn(element, scene)) return;
  const before = drawn.get(element);
  if (!prepared.has(element)) prepare(element, scene);
  const frame = at;
  const known = reach();
  drawn.set(element, { scene });
  // A line of what is to come grows with what is known.
  if (scene.fixed && (before?.scene !== scene || before.known !== known)) await drawFixed(element, scene.fixed);
  if (scene.space && holds(turn)) await keepCamera(element, scene);
  if (!holds(turn)) return;
  drawn.set(element, { scene, known });
  const picture = scene.pictures?.[frame];
  if (picture) setPicture(element, picture);
  await move(scene, turn, traceData(scene, frame), traceNumbers(scene), 0);
  if (holds(turn)) rest(element, frame);
}

// The scene on a chart has come to rest at a frame.
function rest(element, frame) {
  drawn.set(element, { ...drawn.get(element), frame });
  element.dataset.step = run.steps[frame]; // what is drawn, for whoever waits for it
}

function drawFixed(element, { lines = [], layout }) {
  const known = (values) => (run.predict ? values.slice(0, reach() + 1) : values);
  const data = lines.length ? { x: lines.map(({ x }) => known(x)), y: lines.map(({ y }) => known(y)) } : {};
  // Plotly's own choice would make room for the points, and so depend on where they have been.
  const range = layout["yaxis.autorange"] && heights(data.y.flat(), layout["yaxis.type"] === "log");
  const fitted = range ? { "yaxis.autorange": false, "yaxis.range": range } : {};
  return window.Plotly.update(element, data, { ...layout, ...fitted }, lines.map((line) => line.trace));
}

// From below the lowest of losses to above the highest; nothing where there are none, or too large ones.
function heights(losses, isLog) {
  const values = losses.filter((loss) => loss !== null).map(isLog ? Math.log10 : Number);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = MARGIN * (high - low) || 0.9;
  return Number.isFinite(high - low + 2 * margin) ? [low - margin, high + margin] : null;
}

// Straight into the drawing: a change of Plotly's layout would draw the whole chart anew.
function setPicture(element, picture) {
  const image = element.querySelector(".imagelayer image");
  if (!image) return; // the chart of the data before, which has no picture
  image.setAttribute("href", picture);
  element.layout.images[0].source = picture;
}

function prepare(element, scene) {
  prepared.add(element);
  element.setAttribute("role", "img");
  element.on("plotly_afterplot", () => element._transitioning && unfitted.add(element));
  element.on("plotly_click", ({ points: [point] }) => {
    if (scene.clickable && takesStart() && point?.curveNumber === 0) tell("start", [point.x]);
  });
  if (scene.grid) element.addEventListener("click", (event) => startAt(element, scene.grid, event));
  if (scene.space) {
    element.on("plotly_relayout", (change) => {
      const camera = change["scene.camera"];
      if (camera) cameras[scene.chart] = structuredClone(camera);
    });
  }
}

// A chart that is built or drawn anew is seen from where the reader last turned it.
async function keepCamera(element, { chart: key }) {
  const camera = cameras[key];
  if (camera && JSON.stringify(camera) !== JSON.stringify(element.layout.scene.camera)) {
    await window.Plotly.relayout(element, { "scene.camera": structuredClone(camera) });
  }
}

// Whether a click chooses a start: not where that was hidden, and not where it is a guess.
const takesStart = () => !run.locked && !run.predict;

// A click anywhere on a chart: the nearest place at multiples of the grid's steps.
function startAt(element, grid, { clientX, clientY }) {
  if (!takesStart()) return;
  const area = element.querySelector(".nsewdrag").getBoundingClientRect();
  const shares = [(clientX - area.left) / area.width, (area.bottom - clientY) / area.height];
  if (shares.some((share) => share < 0 || share > 1)) return;
  const { xaxis, yaxis } = element._fullLayout;
  const place = [xaxis, yaxis].map(({ range: [low, high] }, i) => {
    const value = low + shares[i] * (high - low);
    return Number((Math.round(value / grid[i]) * grid[i]).toFixed(6));
  });
  tell("start", place);
}

async function slide(frame) {
  const duration = SLIDE_MS / speed();
  await Promise.all(scenes().map((scene) => slideScene(scene, frame, duration)));
}

// The movers go their legs; then, where a scene glides, all that is on it goes to its next place.
async function slideScene(scene, frame, duration) {
  const element = chart(scene.chart);
  if (!element || !isDrawn(element, scene)) return;
  const turn = takeTurn(element);
  drawn.set(element, { ...drawn.get(element), frame: null });
  const size = scene.space ? 3 : 2;
  const { movers, keep } = scene;
  for (const leg of legsOf(scene, frame)) {
    const data = movers.map((_, i) => trace(scene, leg.slice(i * size, (i + 1) * size)));
    await move(scene, turn, [...data, ...keep.map(() => ({}))], [...movers, ...keep], duration * leg.at(-1));
    if (!holds(turn)) return;
  }
  const next = frame + 1;
  if (scene.glides) {
    const data = traceData(scene, next);
    await move(scene, turn, data, traceNumbers(scene), duration * scene.glides[frame]);
  }
  const whole = (scene.glides?.[frame] || scene.fixed?.lines) && !scene.pictures;
  if (whole && holds(turn)) rest(element, next);
}

// --- The step shown ----------------------------------------------------------------------

function show(frame) {
  at = Math.max(0, Math.min(frame, reach()));
  const done = Promise.all(scenes().map(drawScene)).then(tellDrawn);
  showWords();
  nameStep();
  return done;
}

// All of a step but its charts.
function showWords() {
  showPanel();
  showWorked();
  showTable();
  showGraph();
  showGuess();
  showMission();
}

// For whoever waits until all charts are there and drawn.
function tellDrawn() {
  panel?.toggleAttribute("data-drawn", scenes().every(({ chart: key }) => chart(key)?.dataset.step));
}

function showGraph() {
  const box = place("graph");
  if (!box || !run.graph) return;
  const name = fill(run.player.graph, run.steps[at]);
  drawGraph(box, run.graph, at, name, (weight) => tell("weight", weight));
}

function showPanel() {
  if (!panel) return;
  const { player, steps } = run;
  const step = steps[at];
  const position = fill(player.position, step);
  const scrub = panel.querySelector(".gdviz-scrub");
  scrub.max = lastFrame();
  scrub.value = at;
  scrub.setAttribute("aria-valuetext", position);
  panel.querySelector(".gdviz-status").textContent = fill(player.status, step);
  panel.toggleAttribute("data-playing", playing !== null);
  panel.hidden = lastFrame() === 0;
  const play = panel.querySelector(".gdviz-play");
  label(play, playing ? player.pause : player.play);
  for (const name of ["first", "back"]) button(name).disabled = at === 0;
  button("next").disabled = at === lastFrame();
  button("last").disabled = at === reach();
  for (const tool of panel.querySelectorAll(".gdviz-tools button")) {
    const { do: name } = tool.dataset;
    // What can be taken home has all the answers in it.
    const tells = name === "home" && run.predict && !run.predict.skip && quiz.known < lastFrame();
    tool.hidden = tells || !run.tools.includes(name);
  }
  for (const scene of scenes()) {
    chart(scene.chart)?.setAttribute("aria-label", player.alt.replace("{position}", position));
  }
}

const button = (name) => panel.querySelector(`[data-do="${name}"]`);

function label(element, text) {
  element.setAttribute("aria-label", text);
  element.title = text;
}

function showWorked() {
  const box = place("worked");
  if (!box || !run.worked) return;
  const { worked, steps } = run;
  // When a step was guessed it is worked out; of one that is asked for only the slope is told.
  const step = steps[quiz.said?.guess && at === quiz.known ? at - 1 : at];
  const ends = step >= run.last;
  const asked = holdsBack() && step === steps[at];
  const title = document.createElement("h3");
  title.textContent = fill(ends ? worked.end : worked.title, step);
  const list = document.createElement("dl");
  for (const [name, equation, color] of ends || asked ? worked.last : worked.rows) {
    if (!fill(name, step)) continue;
    const term = document.createElement("dt");
    const line = document.createElement("dd");
    term.textContent = fill(name, step);
    if (color) term.style.setProperty("--mark", color);
    // Letters of the formulas are set in italics, as in print.
    const parts = fill(equation, step).split(/([WEη](?![a-z]))/);
    line.append(
      ...parts.map((part, i) =>
        i % 2 ? Object.assign(document.createElement("i"), { textContent: part }) : part,
      ),
    );
    list.append(term, line);
  }
  box.replaceChildren(title, list);
}

// --- The table: only the rows in sight exist, as a run may have 10,000 --------------------

function showTable() {
  const box = place("table");
  if (!box || !run.table) return;
  const { table, last } = run;
  if (box.dataset.run !== run.key) {
    box.dataset.run = run.key;
    box.replaceChildren(...tableParts(table, last + 1));
  }
  const rows = box.querySelector(".gdviz-rows");
  const top = run.steps[at] * ROW_PX;
  if (top < rows.scrollTop || top + ROW_PX > rows.scrollTop + rows.clientHeight) {
    rows.scrollTop = top - rows.clientHeight / 2;
  }
  fillRows(rows);
}

function tableParts(table, count) {
  const head = row(table.columns.map(([name]) => name), "columnheader");
  head.classList.add("gdviz-head");
  const rows = document.createElement("div");
  rows.className = "gdviz-rows";
  rows.tabIndex = 0;
  rows.setAttribute("role", "rowgroup");
  rows.setAttribute("aria-label", table.name);
  rows.onscroll = () => fillRows(rows);
  const spacer = document.createElement("div");
  spacer.className = "gdviz-spacer";
  spacer.style.height = `${count * ROW_PX}px`;
  rows.append(spacer);
  const whole = document.createElement("div");
  whole.className = "gdviz-table";
  whole.style.setProperty("--columns", table.columns.length - 1);
  whole.setAttribute("role", "table");
  whole.setAttribute("aria-label", table.name);
  whole.setAttribute("aria-rowcount", count + 1);
  whole.append(head, rows);
  return [whole];
}

function fillRows(rows) {
  const { columns, table, steps } = run;
  const first = Math.max(0, Math.floor(rows.scrollTop / ROW_PX) - 2);
  const known = run.predict ? steps[reach()] : run.last;
  const last = Math.min(known + 1, first + Math.ceil(rows.clientHeight / ROW_PX) + 6);
  const seen = [];
  for (let step = first; step < last; step++) {
    const covered = (column) => step === known && holdsBack() && column.startsWith("dW");
    const cells = table.columns.map(([, column]) => {
      if (column === "step") return String(step);
      return covered(column) ? "" : (columns[column][step] ?? "").replaceAll(" × ", "×");
    });
    const line = row(cells, "cell");
    line.style.top = `${step * ROW_PX}px`;
    line.setAttribute("aria-rowindex", step + 2);
    if (step === steps[at]) line.setAttribute("aria-current", "step");
    seen.push(line);
  }
  rows.firstChild.replaceChildren(...seen);
}

function row(cells, role) {
  const line = document.createElement("div");
  line.className = "gdviz-row";
  line.setAttribute("role", "row");
  for (const text of cells) {
    const cell = document.createElement("span");
    cell.setAttribute("role", role);
    cell.textContent = text;
    line.append(cell);
  }
  return line;
}

// --- The address names the state and the step shown ---------------------------------------

let naming = null; // the timer until the address is written
let following = null; // the timer until the server is told
let named = false; // whether the address that the page was opened with has been completed

function nameStep() {
  if (!run.link) return; // a file on its own has no address to share
  // Something on this page is drawn by the server for the step at which the reader pauses.
  if (run.follows && !playing) {
    clearTimeout(following);
    following = setTimeout(tellStep, ADDRESS_MS);
  }
  if (named) naming ??= setTimeout(writeAddress, ADDRESS_MS);
  else writeAddress();
}

function tellStep() {
  const step = String(run.steps[at]);
  if (!playing && step !== run.link.step) tell("shown", step);
}

function writeAddress() {
  naming = null;
  const address = new URL(location.href);
  const link = { ...run.link, step: String(run.steps[at]) };
  const wrong = Object.keys(link).filter((key) => address.searchParams.get(key) !== link[key]);
  // The server names each new state. Only the step is ours, and the first address; another
  // difference means that the reader went on or back, and that state is still on its way here.
  const ours = !named || String(wrong) === "step";
  named = true;
  if (!wrong.length || !ours) return;
  address.search = new URLSearchParams(link);
  history.replaceState(history.state, "", address);
  // On Streamlit Community Cloud the page is a frame: its parent shows the address.
  if (window.parent !== window) {
    const message = { stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: address.search };
    window.parent.postMessage(message, "*");
  }
}

// --- Controls ----------------------------------------------------------------------------

const speed = () => Number(panel?.querySelector(".gdviz-speed").value ?? 1) * (run.pace ?? 1);

function pause() {
  playing = null;
  showPanel();
}

async function play() {
  if (holdsBack()) return ask();
  const token = {};
  playing = token;
  // A slide begins where the step before it is drawn.
  await show(at === lastFrame() ? 0 : at);
  while (playing === token && at < reach()) {
    if (still()) await sleep(SLIDE_MS / speed());
    else await slide(at);
    if (playing !== token) return;
    await Promise.all([show(at + 1), sleep(REST_MS / speed())]);
  }
  if (playing === token) pause();
}

function jump(frame) {
  playing = null;
  show(frame);
}

const actions = {
  first: () => jump(0),
  back: () => jump(at - 1),
  play: () => (playing ? jump(at) : play()),
  next: () => (holdsBack() ? ask() : jump(at + 1)),
  last: () => jump(lastFrame()),
  picture: savePicture,
  home: () => open("home"),
  share: () => open("share"),
};

// What the server opens is about the step shown.
const open = (tool) => tell("panel", { tool, step: run.steps[at] });

const keys = { Home: "first", ArrowLeft: "back", " ": "play", ArrowRight: "next", End: "last" };
const takesKeys =
  "input, textarea, select, [contenteditable], [role=slider], [role=combobox], [role=listbox]," +
  " [role=radio], [role=option], [role=menuitem]";

document.addEventListener("keydown", (event) => {
  const action = keys[event.key];
  if (!run || !panel?.isConnected) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.composedPath()[0];
  if (target.closest?.(takesKeys) && target.className !== "gdviz-scrub") return;
  if (!target.closest?.("button, a, summary, [role=dialog]") && keyOfGuess(event)) {
    event.preventDefault();
    return;
  }
  if (!action || event.shiftKey) return;
  // A focused button, link or list keeps its own space bar; the scrubber has no use for one.
  if (event.key === " " && target.closest?.("button, a, summary, select")) return;
  event.preventDefault();
  actions[action]();
});

function showScale() {
  const box = place("scale");
  if (!box) return;
  const buttons = ["linear", "log"].map((name) => {
    const choice = document.createElement("button");
    choice.type = "button";
    choice.textContent = run.player[name];
    choice.setAttribute("aria-pressed", variant === name);
    choice.onclick = () => {
      variant = name;
      showScale();
      jump(at);
      box.querySelector('[aria-pressed="true"]').focus();
    };
    return choice;
  });
  const group = document.createElement("div");
  group.className = "gdviz-scale";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", run.player.scale);
  group.replaceChildren(...buttons);
  box.replaceChildren(group);
}

function dressPanel() {
  if (!panel || !run) return;
  const { player } = run;
  panel.setAttribute("aria-label", player.name);
  panel.querySelector(".gdviz-keys").textContent = player.keys;
  for (const name of ["first", "back", "next", "last"]) label(button(name), player[name]);
  label(panel.querySelector(".gdviz-scrub"), player.scrub);
  label(panel.querySelector(".gdviz-speed"), player.speed);
  for (const tool of panel.querySelectorAll(".gdviz-tools button")) tool.textContent = player[tool.dataset.do];
}

// --- A mission, a picture, a code to scan -------------------------------------------------

function showMission() {
  const box = place("mission");
  if (!box || !run.mission) return;
  const { name, task, state, solved } = run.mission;
  box.toggleAttribute("data-solved", solved);
  const parts = [["strong", name], ["p", task], ["p", state]].map(([tag, text]) =>
    Object.assign(document.createElement(tag), { textContent: text }),
  );
  parts[2].setAttribute("role", "status");
  box.replaceChildren(...parts);
}

// The chart at the step shown, or the drawing of the network where there is no chart, as a PNG.
async function savePicture() {
  const name = `gdviz-${run.steps[at]}`;
  const element = run.scenes.length ? chart(run.scenes[0].chart) : null;
  if (element) {
    const { width, height } = element._fullLayout;
    await window.Plotly.downloadImage(element, { format: "png", filename: name, width, height, scale: 2 });
    return;
  }
  const svg = place("graph")?.querySelector("svg");
  if (svg) save(name, await pictureOf(svg));
}

async function pictureOf(svg) {
  const copy = svg.cloneNode(true);
  const { width, height } = svg.viewBox.baseVal;
  const originals = svg.querySelectorAll("*");
  for (const [i, part] of copy.querySelectorAll("*").entries()) {
    const { fill, stroke, strokeWidth, strokeDasharray, opacity, font, textAnchor } = getComputedStyle(originals[i]);
    Object.assign(part.style, { fill, stroke, strokeWidth, strokeDasharray, opacity, font, textAnchor });
  }
  copy.setAttribute("width", 2 * width);
  copy.setAttribute("height", 2 * height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  const paper = canvas.getContext("2d");
  paper.fillStyle = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0);
  return canvas.toDataURL("image/png");
}

function save(name, href) {
  Object.assign(document.createElement("a"), { download: `${name}.png`, href }).click();
}

// A code to scan fills the screen when it is pressed.
document.addEventListener("click", ({ target }) => {
  const code = target.closest?.('[data-gdviz="qr"]');
  if (code && document.fullscreenElement) document.exitFullscreen();
  else code?.requestFullscreen?.();
});

// --- A run arrives -----------------------------------------------------------------------

function load() {
  const data = window.gdvizRun;
  if (!data) return;
  const text = new TextDecoder().decode(data);
  if (text === run?.text) return;
  const next = JSON.parse(text);
  // The same run in other words keeps its place, and goes on playing.
  const same = next.run === run?.run;
  if (!same) playing = null;
  run = { ...next, text, key: `${next.run} ${next.table?.name}` };
  newQuiz(same);
  dressPanel();
  showScale();
  show(same ? at : run.start);
}

// Charts come after the data at first, and anew, or emptied, when the page rebuilds them.
function isLost(scene) {
  const element = chart(scene.chart);
  if (!drawn.has(element)) return Boolean(element) && fits(element, scene);
  if (!(drawn.get(element).frame >= 0)) return false; // someone is drawing on it
  const numbers = traceNumbers(scene);
  const lost = traceData(scene, at).some(({ x }, i) => x?.length && !element.data[numbers[i]]?.x?.length);
  if (lost) drawn.delete(element);
  return lost;
}

// A motion makes Plotly forget that a chart's place or margins have changed since it was drawn, and
// part of it stays cut off.
function isCut(element) {
  const clip = element.querySelector('clipPath[id$="xyplot"] rect');
  return clip && Math.abs(clip.getAttribute("width") - element._fullLayout.xaxis._length) > 1;
}

// Nothing tells the player that the page has rebuilt a part of itself: it looks.
setInterval(() => {
  if (!run) return;
  for (const { chart: key } of scenes()) {
    const element = chart(key);
    if (element?.dataset.step && !playing && isCut(element)) window.Plotly.redraw(element);
  }
  if (place("scale") && !place("scale").firstChild) showScale();
  const lost = scenes().filter(isLost);
  const empty = ["worked", "table", "graph", "mission"].some((name) => place(name) && !place(name).firstChild);
  if (lost.length) Promise.all(lost.map(drawScene)).then(tellDrawn);
  if (lost.length || empty) showWords();
  else placeGhost();
}, 200);

window.addEventListener("gdviz-run", load);

function mount({ parentElement, setTriggerValue }) {
  tell = setTriggerValue;
  panel = parentElement.querySelector(".gdviz-player");
  panel.onclick = ({ target }) => actions[target.closest("[data-do]")?.dataset.do]?.();
  panel.querySelector(".gdviz-scrub").oninput = ({ target }) => jump(Number(target.value));
  dressPanel();
  if (!run) load();
  else {
    showPanel();
    showGuess();
  }
}

export default mount;
