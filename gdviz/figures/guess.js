// Say first, then see: before a step is shown, the reader says where it will lead.
//
// The guess is a ring on the chart, moved by mouse, thumb or arrow keys, or a number typed. It is
// compared here, in the browser, and neither the guess nor the tally goes anywhere else.

const ROUGHLY = 4 / 3; // sizes that differ by less than this factor are about the same
const STRAIGHT = 0.95; // the cosine of an angle that counts as the right direction

const norm = (vector) => Math.hypot(...vector);
const sum = (one, other, share = 1) => one.map((value, i) => value + share * other[i]);
const dot = (one, other) => one.reduce((total, value, i) => total + value * other[i], 0);

// Half a unit in the second digit of a vector's length.
function twoDigits(vector) {
  const length = norm(vector);
  return length ? 0.5 * 10 ** (Math.floor(Math.log10(length)) - 1) * (1 + 1e-9) : 0;
}

// What a guess assumed of a step from `weights` by `update` down `slope`: the name of its sentence.
function kindOf(guess, { weights, slope, update, rate }) {
  const truth = sum(weights, update, -1);
  const off = norm(sum(guess, truth, -1));
  const is = (place, size) => norm(size) > 0 && norm(sum(guess, place, -1)) <= twoDigits(size);
  if (off <= Math.min(2e-6 * norm(truth) + 1e-12, 0.005 * norm(update))) return "exact";
  if (off <= twoDigits(update)) return "right";
  const plain = slope.map((value) => rate * value);
  const hasMemory = norm(sum(update, plain, -1)) > 1e-9 * norm(update);
  // Of a rule with a memory the step is not η times the slope.
  const forgotten = hasMemory
    ? [["forgot-memory", sum(weights, plain, -1), plain]]
    : [
        ["forgot-rate", sum(weights, slope, -1), slope],
        ["forgot-both", sum(weights, slope), slope],
        ["slope-only", slope, slope],
      ];
  const meant = [
    ["stayed", weights, update],
    ["forgot-minus", sum(weights, update), update],
    ...forgotten,
    ["change-only", update, update],
    ...weights.map((_, k) => ["one-only", truth.map((w, i) => (i === k ? w : weights[i])), update]),
  ].find(([, place, size]) => is(place, size));
  if (meant && !(meant[0] === "one-only" && weights.length === 1)) return meant[0];
  const way = sum(guess, weights, -1);
  const ratio = norm(way) / norm(update);
  const cosine = -dot(way, update) / (norm(way) * norm(update));
  const sizeIsRight = ratio < ROUGHLY && ratio > 1 / ROUGHLY;
  if (cosine > STRAIGHT) return sizeIsRight ? "close" : ratio > 1 ? "too-long" : "too-short";
  // A rule with a memory may go uphill itself.
  if (dot(update, slope) <= 0) return "astray";
  if (sizeIsRight) return "wrong-direction";
  return dot(way, slope) > 0 ? "uphill" : "astray";
}

// To so many significant digits, as 1.2345e-6. JavaScript rounds a half up, Python to the even digit.
function rounded(value, digits) {
  const [exact, exponent] = Math.abs(value).toExponential(100).split("e");
  const isHalf = /^50*$/.test(exact.replace(".", "").slice(digits));
  const down = exact.slice(0, digits > 1 ? digits + 1 : 1);
  const text = isHalf && down.at(-1) % 2 === 0 ? `${down}e${exponent}` : Math.abs(value).toExponential(digits - 1);
  return value < 0 ? `-${text}` : text;
}

// A number as the page writes it, just as gdviz/numbers.py does: six significant digits, no idle
// zeros, and a × 10ⁿ below 10⁻⁴ and from 10⁶ on.
function say(value, digits = 6) {
  if (!Number.isFinite(value)) return "∞";
  const [mantissa, exponent] = rounded(value, digits).split("e");
  const power = Number(exponent);
  const isPlain = power >= -4 && power < digits;
  const text = isPlain ? Number(`${mantissa}e${power}`).toFixed(digits - 1 - power) : mantissa;
  const shown = (text.includes(".") ? text.replace(/\.?0+$/, "") : text).replace("-", "−");
  const raised = [...String(power)].map((c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]);
  return isPlain ? shown : `${shown} × 10${raised.join("")}`;
}

// To two significant digits, for what is about so large: 120, 6.2 × 10⁶.
const about = (value) => say(Number(rounded(value, 2)));

// What was typed as a number: full-width digits, a minus sign, a decimal comma and a power of ten as
// the page writes it are as good.
function read(text) {
  const plain = text
    .replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, "10^$1")
    .normalize("NFKC")
    .replace(/[−–‐ー]/g, "-")
    .replace(",", ".")
    .replace(/\s*[×x*]\s*10\^/i, "e")
    .trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

// --- What is known, and what is asked -----------------------------------------------------

const quiz = {
  run: "", // the run that is asked about
  known: 0, // the last frame that has been shown
  regime: false, // whether it was asked what the rate will do
  said: null, // what came of the last question, until the next one is asked
  ghost: [], // where the ring is
  tally: { count: 0, right: 0, distance: 0 },
};

// The furthest frame that may be shown.
const reach = () => (run.predict ? quiz.known : lastFrame());
// Whether the step from a frame is not shown yet, and whether that is the one at which the reader is.
const isUnknown = (frame) => Boolean(run.predict) && frame >= quiz.known && frame < lastFrame();
const holdsBack = () => isUnknown(at);
const asksRegime = () => holdsBack() && Boolean(run.predict.regime) && !quiz.regime;
const asksStep = () => holdsBack() && !asksRegime() && !quiz.said;

function newQuiz(same) {
  if (same && quiz.run === run.run) return;
  Object.assign(quiz, { run: run.run, known: run.start, regime: run.start > 0, said: null });
  quiz.ghost = [];
}

function facts() {
  const step = run.steps[at];
  const { weights, slopes, updates, rate } = run.predict;
  return { weights: weights[step], slope: slopes[step], update: updates[step], rate };
}

// Held back at a question, play and "one step on" open the next one.
function ask() {
  quiz.said = null;
  quiz.ghost = [];
  show(at);
  document.querySelector(".gdviz-ring")?.focus({ preventScroll: true });
}

async function answerStep(guess) {
  const here = facts();
  const kind = kindOf(guess, here);
  const truth = sum(here.weights, here.update, -1);
  const distance = norm(sum(guess, truth, -1));
  const size = norm(here.update);
  const ratio = norm(sum(guess, here.weights, -1)) / size;
  quiz.tally.count += 1;
  quiz.tally.right += isGood(kind);
  quiz.tally.distance += size ? distance / size : 0;
  const numbers = { guess: told(guess), truth: told(truth), distance: say(distance) };
  await reveal({ kind, guess, numbers: { ...numbers, times: about(Math.max(ratio, 1 / ratio)) } });
}

const isGood = (kind) => ["exact", "right", "regime_right"].includes(kind);

// A sentence of the present language, with its numbers.
const sentence = (key, numbers = {}) =>
  run.predict.texts[key].replace(/\{(\w+)\}/g, (whole, name) => numbers[name] ?? whole);

const told = (place) => (place.length === 1 ? say(place[0]) : `(${place.map((w) => say(w)).join(", ")})`);

async function reveal(said) {
  quiz.known += 1;
  quiz.said = said;
  const token = (playing = {});
  await show(at);
  if (playing === token && !still()) await slide(at);
  if (playing !== token) return;
  playing = null;
  show(at + 1);
}

function answerRegime(zone) {
  quiz.regime = true;
  if (zone === null) return ask();
  quiz.said = { kind: zone === run.predict.regime.is ? "regime_right" : "regime_wrong" };
  show(at);
}

// --- The form -----------------------------------------------------------------------------

function showGuess() {
  const root = document.documentElement;
  const open = { ruler: quiz.regime || !run.predict?.regime, verdict: quiz.known >= lastFrame() };
  root.dataset.gdvizTold = Object.keys(open).filter((name) => run.predict && open[name]).join(" ");
  root.toggleAttribute("data-gdviz-asks", asksStep());
  const box = panel?.querySelector(".gdviz-guess");
  if (!box) return;
  const kind = asksRegime() ? "regime" : asksStep() ? "step" : quiz.said && at === quiz.known ? "said" : "";
  box.hidden = !run.predict || !kind;
  const key = `${run.key} ${at} ${kind} ${quiz.tally.count} ${quiz.said?.kind}`;
  if (box.dataset.key !== key || (asksStep() && !quiz.ghost.length)) {
    box.dataset.key = key;
    box.setAttribute("aria-label", run.predict?.texts.name ?? "");
    box.replaceChildren(...(kind ? parts(kind) : []));
  }
  placeGhost();
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function parts(kind) {
  const { texts, skip } = run.predict;
  const line = (text, className = "") => make("p", { textContent: text, className });
  const press = (text, onclick, className = "") => make("button", { type: "button", textContent: text, onclick, className });
  if (kind === "regime") {
    const zones = run.predict.regime.zones.map(([zone, name]) => press(name, () => answerRegime(zone)));
    const pass = skip ? [press(texts.skip, () => answerRegime(null), "gdviz-quiet")] : [];
    return [line(sentence("regime", run.predict)), make("div", {}, ...zones, ...pass)];
  }
  return kind === "said" ? outcome(line) : [formOf(texts, skip, press)];
}

// What came of the last question.
function outcome(line) {
  const { kind, guess, numbers } = quiz.said;
  const { count, right, distance } = quiz.tally;
  const mean = (100 * distance) / Math.max(count, 1);
  const tally = { count, right, distance: mean < 1000 ? `${about(mean)} %` : `${about(mean / 100)} ×` };
  const className = isGood(kind) ? "gdviz-good" : "gdviz-bad";
  return [
    ...(guess ? [line(sentence(kind === "exact" ? "hit" : "result", numbers), className)] : []),
    ...(kind ? [line(sentence(kind, { ...numbers, told: run.predict.regime?.told }), className)] : []),
    ...(count ? [line(sentence("tally", tally), "gdviz-quiet")] : []),
    ...(at < lastFrame() ? [line(run.predict.texts.next, "gdviz-quiet")] : []),
  ];
}

function formOf(texts, skip, press) {
  const { letters, weights } = run.predict;
  if (!quiz.ghost.length) quiz.ghost = [...weights[run.steps[at]]];
  const inputs = letters.map((letter, i) =>
    make("input", { type: "text", autocomplete: "off", ariaLabel: letter, value: say(quiz.ghost[i]) }),
  );
  const complaint = make("p", { className: "gdviz-bad", role: "alert" });
  for (const [i, input] of inputs.entries()) {
    input.oninput = () => {
      const value = read(input.value);
      if (!Number.isFinite(value)) return;
      quiz.ghost[i] = value;
      placeGhost();
    };
  }
  const rule = { rule: run.predict.rule, letter: letters[0] };
  const question = sentence(letters.length === 1 ? "ask" : "ask_many", rule);
  const form = make(
    "form",
    { noValidate: true },
    make("p", { textContent: question }),
    ...letters.map((letter, i) => make("label", {}, `${letter} = `, inputs[i])),
    make("button", { type: "submit", textContent: texts.guess }),
    ...(skip ? [press(texts.skip, () => reveal({}), "gdviz-quiet")] : []),
    complaint,
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const guess = inputs.map((input) => read(input.value));
    if (guess.every(Number.isFinite)) answerStep(guess);
    else complaint.textContent = texts["not-a-number"];
  };
  return form;
}

// --- The ring on the chart ----------------------------------------------------------------

const ground = () => run.scenes.find((scene) => scene.clickable || scene.grid);

// The ring is where the reader has it; when the step was shown it stays at the guess.
function placeGhost() {
  const scene = ground();
  const element = run.predict && scene ? chart(scene.chart) : null;
  const place = asksStep() ? quiz.ghost : at === quiz.known ? quiz.said?.guess : null;
  let ring = document.querySelector(".gdviz-ring");
  if (!element || !place?.length) {
    ring?.remove();
    return;
  }
  const box = element.querySelector(".svg-container");
  if (ring?.parentElement !== box) {
    ring?.remove();
    ring = make("div", { className: "gdviz-ring", tabIndex: 0, role: "img" });
    box.append(ring);
  }
  if (!element.dataset.guessable) makeGuessable(element);
  const { xaxis, yaxis } = element._fullLayout;
  const held = ({ range: [low, high] }, value) => Math.max(low, Math.min(value, high));
  const x = held(xaxis, place[0]);
  const y = held(yaxis, place.length > 1 ? place[1] : heightAt(element, x));
  ring.style.left = `${xaxis._offset + xaxis.l2p(x)}px`;
  ring.style.top = `${yaxis._offset + yaxis.l2p(y)}px`;
  ring.toggleAttribute("data-still", !asksStep());
  ring.setAttribute("aria-label", `${run.predict.texts.name}: ${told(place)}`);
}

function heightAt(element, x) {
  const points = element.calcdata[0];
  const next = points.findIndex((point) => point.x >= x);
  const [a, b] = [points[Math.max(next - 1, 0)], points[next < 0 ? points.length - 1 : next]];
  const share = b.x > a.x ? Math.min(Math.max((x - a.x) / (b.x - a.x), 0), 1) : 0;
  return a.y + share * (b.y - a.y);
}

// The smallest way that the ring goes: 1, 2 or 5 × 10ⁿ, about a 240th of the chart.
function grain(span) {
  const unit = 10 ** Math.floor(Math.log10(span / 240));
  return [1, 2, 5, 10].map((n) => n * unit).find((n) => n >= span / 240);
}

function putGhost(place) {
  const { spans } = run.predict;
  const rounded = (value, unit) => Number((Math.round(value / unit) * unit).toPrecision(12));
  quiz.ghost = place.map((value, i) => rounded(value, grain(spans[i])));
  for (const [i, input] of panel.querySelectorAll(".gdviz-guess input").entries()) {
    input.value = say(quiz.ghost[i]);
  }
  placeGhost();
}

function makeGuessable(element) {
  element.dataset.guessable = "yes";
  const area = element.querySelector(".nsewdrag");
  const move = (event) => {
    const box = area.getBoundingClientRect();
    const { xaxis, yaxis } = element._fullLayout;
    const between = ([low, high], share) => low + Math.min(Math.max(share, 0), 1) * (high - low);
    const place = [
      between(xaxis.range, (event.clientX - box.left) / box.width),
      between(yaxis.range, (box.bottom - event.clientY) / box.height),
    ];
    putGhost(place.slice(0, run.predict.spans.length));
  };
  element.addEventListener("pointerdown", (event) => {
    if (!asksStep() || !event.isPrimary) return;
    element.setPointerCapture(event.pointerId);
    move(event);
    const stop = () => element.removeEventListener("pointermove", move);
    element.addEventListener("pointermove", move);
    for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, stop, { once: true });
  });
}

const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

// While a step is asked for, the arrow keys are the ring's, and Enter is the guess.
function keyOfGuess(event) {
  if (!asksStep()) return false;
  const way = ways[event.key];
  if (event.key === "Enter") panel.querySelector(".gdviz-guess form")?.requestSubmit();
  else if (!way || (way[1] && quiz.ghost.length < 2)) return false;
  else putGhost(quiz.ghost.map((value, i) => value + (event.shiftKey ? 10 : 1) * way[i] * grain(run.predict.spans[i])));
  return true;
}
