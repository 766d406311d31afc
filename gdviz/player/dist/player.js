// src/expression.ts
var OPERATIONS = {
  "+": (...values) => values.reduce((a, b) => a + b),
  "-": (a = 0, ...b) => b.length ? a - (b[0] ?? 0) : -a,
  "*": (...values) => values.reduce((a, b) => a * b),
  "/": (a = 0, b = 1) => a / b,
  "^": (a = 0, b = 1) => power(a, b),
  sqrt: (x = 0) => Math.sqrt(x),
  exp: (x = 0) => Math.exp(x),
  log: (x = 0) => Math.log(x),
  sin: (x = 0) => Math.sin(x),
  cos: (x = 0) => Math.cos(x),
  tan: (x = 0) => Math.tan(x),
  tanh: (x = 0) => Math.tanh(x),
  abs: (x = 0) => Math.abs(x),
  sign: (x = 0) => Math.sign(x),
  sigmoid: (x = 0) => 1 / (1 + Math.exp(-x)),
  step: (x = 0) => x > 0 ? 1 : 0,
  max: (a = 0, b = 0) => Math.max(a, b),
  min: (a = 0, b = 0) => Math.min(a, b)
};
function power(base, exponent) {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 16) return base ** exponent;
  let product = 1;
  for (let i = 0; i < Math.abs(exponent); i += 1) product *= base;
  return exponent < 0 ? 1 / product : product;
}
function evaluate(tree, letters) {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return letters[tree] ?? NaN;
  const [name, ...parts2] = tree;
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : void 0;
  return operation ? operation(...parts2.map((part) => evaluate(part, letters))) : NaN;
}

// src/descent.ts
var lettersOf = ({ letters }, weights) => Object.fromEntries(letters.map((letter, i) => [letter, weights[i] ?? NaN]));
function pointAt(hand, weights) {
  const letters = lettersOf(hand, weights);
  return {
    weights,
    loss: evaluate(hand.value, letters),
    slopes: hand.slopes.map((slope) => evaluate(slope, letters))
  };
}
function updatesOf(rule, rate, count) {
  const memories = Array.from({ length: count }, () => ({}));
  let t = 0;
  return (slopes) => {
    t += 1;
    return memories.map((memory, i) => update(rule, rate, t, slopes[i] ?? NaN, memory));
  };
}
function descend(hand, rule, start, rate, most) {
  const updates = updatesOf(rule, rate, start.length);
  return walk(hand, start, most, ({ weights, slopes }) => {
    const change2 = updates(slopes);
    return weights.map((weight, i) => weight - (change2[i] ?? NaN));
  });
}
function walk(hand, start, most, next) {
  const points2 = [pointAt(hand, start)];
  while (points2.length <= most) {
    const last = points2.at(-1);
    const point = last && pointAt(hand, next(last));
    if (!point || ![...point.weights, point.loss].every(Number.isFinite)) break;
    points2.push(point);
  }
  return points2;
}
function update({ lines, constants }, rate, t, slope, memory) {
  const known2 = { ...constants, "η": rate, g: slope, t };
  for (const [letter, isRemembered] of lines) if (isRemembered) known2[letter] = memory[letter] ?? 0;
  let change2 = NaN;
  for (const [letter, isRemembered, tree] of lines) {
    change2 = evaluate(tree, known2);
    known2[letter] = change2;
    if (isRemembered) memory[letter] = change2;
  }
  return change2;
}

// src/numbers.ts
function rounded(value, digits) {
  const [exact = "", exponent = ""] = Math.abs(value).toExponential(100).split("e");
  const isHalf = /^50*$/.test(exact.replace(".", "").slice(digits));
  const down = exact.slice(0, digits > 1 ? digits + 1 : 1);
  const isEven = Number(down.at(-1)) % 2 === 0;
  const text = isHalf && isEven ? `${down}e${exponent}` : Math.abs(value).toExponential(digits - 1);
  return value < 0 ? `-${text}` : text;
}
function say(value, digits = 6) {
  if (!Number.isFinite(value)) return "∞";
  const [mantissa = "", exponent] = rounded(value, digits).split("e");
  const power2 = Number(exponent);
  const isPlain = power2 >= -4 && power2 < digits;
  const text = isPlain ? Number(`${mantissa}e${power2}`).toFixed(digits - 1 - power2) : mantissa;
  const shown = (text.includes(".") ? text.replace(/\.?0+$/, "") : text).replace("-", "−");
  const raised = Array.from(String(power2), (c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)]);
  return isPlain ? shown : `${shown} × 10${raised.join("")}`;
}
var about = (value) => say(Number(rounded(value, 2)));
var sayPlace = (place) => {
  const texts = place.map((weight) => say(weight));
  return texts.length === 1 ? texts.join() : `(${texts.join(", ")})`;
};
function read(text) {
  const plain = text.replace(/10\^?([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, "10^$1").normalize("NFKC").replace(/[−–‐ー]/g, "-").replace(",", ".").replace(/\s*[×x*]\s*10\^/i, "e").trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

// src/judge.ts
var ROUGHLY = 4 / 3;
var STRAIGHT = 0.95;
var norm = (vector) => Math.hypot(...vector);
var sum = (one2, other, share = 1) => one2.map((value, i) => value + share * (other[i] ?? NaN));
var dot = (one2, other) => one2.reduce((total, value, i) => total + value * (other[i] ?? NaN), 0);
var ahead = ({ weights, update: update2 }) => sum(weights, update2, -1);
function twoDigits(vector) {
  const length = norm(vector);
  return length ? 0.5 * 10 ** (Math.floor(Math.log10(length)) - 1) * (1 + 1e-9) : 0;
}
function kindOf(guess, step) {
  const { weights, slope, update: update2 } = step;
  const truth = ahead(step);
  const off = norm(sum(guess, truth, -1));
  const is = (place, size2) => norm(size2) > 0 && norm(sum(guess, place, -1)) <= twoDigits(size2);
  const isSaidTheSame = sayPlace(guess) === sayPlace(truth);
  if (isSaidTheSame && off <= 5e-3 * norm(update2) + 1e-12 * (1 + norm(truth))) return "exact";
  if (off <= twoDigits(update2)) return "right";
  if (!norm(update2)) return "rests";
  if (is(weights, update2)) return "stayed";
  const [fitting, ...more] = mistakes(step).filter(([, place, size2]) => is(place, size2));
  if (fitting && !more.length) return fitting[0];
  const way = sum(guess, weights, -1);
  const ratio = norm(way) / norm(update2);
  const cosine = -dot(way, update2) / (norm(way) * norm(update2));
  const sizeIsRight = ratio < ROUGHLY && ratio > 1 / ROUGHLY;
  if (cosine > STRAIGHT) return sizeIsRight ? "close" : ratio > 1 ? "too-long" : "too-short";
  if (sizeIsRight) return "wrong-direction";
  return dot(update2, slope) > 0 && dot(way, slope) > 0 ? "uphill" : "astray";
}
function mistakes(step) {
  const { weights, slope, update: update2, rate } = step;
  const truth = ahead(step);
  const plain = slope.map((value) => rate * value);
  const isPlain = norm(sum(update2, plain, -1)) <= 1e-9 * norm(update2);
  const ofRule = isPlain ? [
    ["forgot-rate", sum(weights, slope, -1), slope],
    ["forgot-both", sum(weights, slope), slope],
    ["slope-only", slope, slope]
  ] : [["forgot-memory", sum(weights, plain, -1), plain]];
  const oneOnly = weights.length > 1 ? weights.map((_, k) => weights.map((w, i) => i === k ? truth[k] ?? NaN : w)) : [];
  return [
    ...ofRule,
    ["forgot-minus", sum(weights, update2), update2],
    ["change-only", update2, update2],
    ...oneOnly.map((place) => ["one-only", place, update2])
  ];
}
var isGood = (kind) => kind !== null && ["exact", "right", "regime_right"].includes(kind);

// src/overlay.ts
var SVG = "http://www.w3.org/2000/svg";
var FARTHEST = 1e5;
var Overlay = class {
  #svg = document.createElementNS(SVG, "svg");
  constructor() {
    this.#svg.classList.add("gdviz-preview");
  }
  /** Draws over a chart; nothing is seen beyond its axes. */
  draw(chart, parts2) {
    this.#svg.replaceChildren(...parts2);
    if (this.#svg.parentElement !== chart.overlay) chart.overlay.append(this.#svg);
    const [[left, right], [low, high]] = chart.ranges();
    const [[x0, y0], [x1, y1]] = [chart.pixelsOf(left, high), chart.pixelsOf(right, low)];
    this.#svg.setAttribute("viewBox", [x0, y0, x1 - x0, y1 - y0].join(" "));
    Object.assign(this.#svg.style, { left: `${x0}px`, top: `${y0}px`, width: `${x1 - x0}px`, height: `${y1 - y0}px` });
  }
  clear() {
    this.#svg.remove();
  }
};
function pixelsOf(chart, { weights, loss }) {
  const [x = NaN, y = NaN] = weights.length === 1 ? [...weights, loss] : weights;
  const [left, top] = chart.pixelsOf(x, y);
  return [within(left), within(top)];
}
var within = (pixel) => Math.max(-FARTHEST, Math.min(pixel, FARTHEST));
function ghostOf(chart, run, color = "") {
  const places = run.map((point) => pixelsOf(chart, point));
  const style = color ? { stroke: color, fill: color } : {};
  const dots = places.map(([cx, cy]) => shape("circle", "gdviz-ghost-dot", { cx, cy, r: 4, ...style }));
  return [shape("polyline", "gdviz-ghost", { points: places.map((at) => at.join(",")).join(" "), ...style }), ...dots];
}
function shape(name, kind, attributes) {
  const element = document.createElementNS(SVG, name);
  element.setAttribute("class", kind);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
var line = (kind, from = [], to = []) => shape("line", kind, { x1: from[0] ?? 0, y1: from[1] ?? 0, x2: to[0] ?? 0, y2: to[1] ?? 0 });

// src/mistake.ts
var LONGEST = 60;
var SOON = 3;
var APART = 0.05;
var EVERY_MS = 600;
var minus = (one2, other, times = 1) => one2.map((value, i) => value - times * (other[i] ?? NaN));
function ruleOf(kind, guess, { rate, weights }, step) {
  const from = weights[step] ?? [];
  const moved2 = guess.map((value, i) => value !== from[i]);
  const rules = {
    "forgot-rate": (w, slopes) => minus(w, slopes),
    "forgot-minus": (w, _, update2) => minus(w, update2, -1),
    "forgot-both": (w, slopes) => minus(w, slopes, -1),
    "forgot-memory": (w, slopes) => minus(w, slopes, rate),
    "slope-only": (_, slopes) => [...slopes],
    "change-only": (_w, _s, update2) => [...update2],
    "one-only": (w, _, update2) => minus(w, update2.map((value, i) => moved2[i] ? value : 0))
  };
  return rules[kind] ?? null;
}
function mistaken(kind, guess, predict, step) {
  const { hand, weights, slopes } = predict;
  const rule = ruleOf(kind, guess, predict, step);
  const given = hand?.rules[0];
  if (!hand || !rule || !given) return [];
  const updates = updatesOf(given, predict.rate, hand.letters.length);
  slopes.slice(0, step).forEach(updates);
  const most = Math.min(hand.steps - step, LONGEST);
  return walk(hand, weights[step] ?? [], most, (point) => rule(point.weights, point.slopes, updates(point.slopes)));
}
function parts(points2, { weights, spans }, step) {
  const soon = points2.slice(1, SOON + 1);
  return soon.some(({ weights: wrong }, k) => {
    const right = weights[step + k + 1];
    return right && wrong.some((w, i) => !(Math.abs(w - (right[i] ?? NaN)) <= APART * (spans[i] ?? NaN)));
  });
}
var told = (points2) => points2.slice(0, SOON + 1).map(({ weights }) => sayPlace(weights)).join(" → ");
function mistakeOf(state) {
  const { run, outcome, known: known2 } = state;
  if (!run.predict || !outcome?.guess || !outcome.kind) return [];
  const points2 = mistaken(outcome.kind, outcome.guess, run.predict, known2 - 1);
  return parts(points2, run.predict, known2 - 1) ? points2 : [];
}
var Mistake = class {
  #overlay = new Overlay();
  #timer;
  play(chart, points2, isStill) {
    this.clear();
    let shown = isStill ? points2.length : 2;
    const draw = () => {
      const walked = points2.slice(0, shown);
      const [cx, cy] = pixelsOf(chart, walked.at(-1) ?? { weights: [], loss: NaN, slopes: [] });
      this.#overlay.draw(chart, [...ghostOf(chart, walked), shape("circle", "gdviz-mistake", { cx, cy, r: 9 })]);
      if (shown >= points2.length) clearInterval(this.#timer);
      shown += 1;
    };
    draw();
    if (!isStill) this.#timer = setInterval(draw, EVERY_MS);
  }
  clear() {
    clearInterval(this.#timer);
    this.#overlay.clear();
  }
};

// src/dom.ts
var placeOf = (name) => document.querySelector(`[data-gdviz="${name}"]`);
var all = (root, what) => [...root.querySelectorAll(what)];
function one(root, what) {
  const found = root.querySelector(what);
  if (!found) throw new Error(`no ${what}`);
  return found;
}
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
function label(element, text) {
  element.setAttribute("aria-label", text);
  element.title = text;
}
function unlessScrolled(slider) {
  let before = slider.value;
  slider.addEventListener("pointerdown", () => before = slider.value);
  slider.addEventListener("pointercancel", () => {
    slider.value = before;
    for (const name of ["input", "change"]) slider.dispatchEvent(new Event(name, { bubbles: true }));
  });
}

// src/places.ts
function put(all2, one2, settle) {
  const known2 = all2.find(({ place }) => place === one2.place);
  if (known2) Object.assign(known2, one2);
  else all2.push(one2);
  settle();
  return () => {
    const at = all2.findIndex(({ place }) => place === one2.place);
    if (at >= 0) all2.splice(at, 1);
    settle();
  };
}
var lastOf = (all2) => all2.filter(({ place }) => place.isConnected).at(-1);

// src/template.ts
function fill(run, template, step) {
  return template.replace(/\{(\()?(\w+)\)?('?)\}/g, (_, wrap, name, next) => {
    const text = lookup(run, name, step, step + (next ? 1 : 0));
    return wrap && /^−|×/.test(text) ? `(${text})` : text;
  });
}
function lookup(run, name, step, row2) {
  if (name === "step") return String(step);
  if (name === "next") return String(step + 1);
  const text = run.columns[name]?.[row2] ?? name;
  const constant = Object.hasOwn(run.constants, text) ? run.constants[text] : void 0;
  if (constant !== void 0) return fill(run, constant, step);
  return text === name ? "" : text;
}

// src/scene.ts
function ofFrame(list, frame) {
  const found = list[Math.min(frame, list.length - 1)];
  if (found === void 0) throw new RangeError(`no frame ${frame}`);
  return found;
}
function points({ rows, frame: shown, grows }, frame) {
  const row2 = (i) => rows[rows.length === 1 ? 0 : shown ? shown[i] ?? 0 : i] ?? [];
  return grows ? Array.from({ length: frame }, (_, i) => row2(i)).flat() : row2(frame);
}
function trace({ space }, flat, text) {
  const size2 = space ? 3 : 2;
  const along = (axis) => flat.filter((_, i) => i % size2 === axis);
  return { x: along(0), y: along(1), ...space && { z: along(2) }, ...text && { text } };
}
function curve({ x, basis, shares, most, gaps }, frame) {
  const here = ofFrame(shares, frame);
  const height = (i) => here.reduce((sum2, share, k) => sum2 + share * (basis[k]?.[i] ?? 0), 0);
  const y = x.map((_, i) => Math.min(height(i), most));
  for (const i of gaps?.[frame] ?? []) y[i] = null;
  return { x, y };
}
function pointOf({ x, y, rests }, frame) {
  const i = Math.min(rests ? ofFrame(rests, frame) : frame, x.length - 1);
  return [x[i] ?? null, y[i] ?? null];
}
function traceData({ run, scene, frame, known: known2 }) {
  const step = ofFrame(run.steps, frame);
  const isAsked = Boolean(run.predict) && frame >= known2 && frame < run.steps.length - 1;
  const ofTrack = (track) => {
    const isCovered = isAsked && scene.answers?.includes(track.trace);
    const text = track.text?.map((template) => isCovered ? "" : fill(run, template, step));
    return trace(scene, isCovered ? [] : points(track, frame), text);
  };
  return [
    ...scene.tracks.map(ofTrack),
    ...scene.curves.map((data) => curve(data, frame)),
    ...(scene.fixed?.lines ?? []).map((line3) => trace(scene, pointOf(line3, frame))),
    ...scene.keep.map(() => ({}))
  ];
}
function traceNumbers({ tracks, curves, fixed, movers, keep }) {
  return [...tracks, ...curves].map(({ trace: trace2 }) => trace2).concat(fixed?.lines ? movers : [], keep);
}
function legs({ scene, frame }) {
  const { movers, keep, fixed } = scene;
  const size2 = scene.space ? 3 : 2;
  const ways = fixed?.lines ? [[...fixed.lines.flatMap((line3) => pointOf(line3, frame + 1)), 1]] : scene.legs?.[frame] ?? [];
  return ways.map((way) => ({
    data: [
      ...movers.map((_, i) => trace(scene, way.slice(i * size2, (i + 1) * size2))),
      ...keep.map(() => ({}))
    ],
    traces: [...movers, ...keep],
    share: way.at(-1) ?? 0
  }));
}
function slidesAllTheWay({ scene, frame }) {
  const isGliding = Boolean(scene.glides?.[frame]);
  return (isGliding || scene.fixed?.lines !== void 0) && !scene.pictures;
}
var MARGIN = 0.09;
function heights(losses, isLog) {
  const values = losses.filter((loss) => loss !== null).map((loss) => isLog ? Math.log10(loss) : loss);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = MARGIN * (high - low) || 0.9;
  return Number.isFinite(high - low + 2 * margin) ? [low - margin, high + margin] : null;
}

// src/store.ts
var lastFrame = ({ run }) => run.steps.length - 1;
var stepOf = ({ run, frame }) => ofFrame(run.steps, frame);
var reach = (state) => state.run.predict ? state.known : lastFrame(state);
var holdsBack = (state) => Boolean(state.run.predict) && state.frame >= state.known && state.frame < lastFrame(state);
var asksRegime = ({ run, saidRegime }) => Boolean(run.predict?.regime) && !saidRegime;
function question(state) {
  if (holdsBack(state)) {
    if (asksRegime(state)) return "regime";
    if (!state.outcome) return "step";
  }
  return state.outcome && state.frame === state.known ? "outcome" : null;
}
function exactStep(state, { weights, slopes, updates, rate }) {
  const step = stepOf(state);
  const of = (rows) => rows[step] ?? [];
  return { weights: of(weights), slope: of(slopes), update: of(updates), rate };
}
function ringPlace(state) {
  const { predict } = state.run;
  if (!predict) return null;
  if (question(state) === "step") return state.ring ?? exactStep(state, predict).weights;
  return state.frame === state.known ? state.outcome?.guess ?? null : null;
}
var scenes = ({ run, variant }) => run.scenes.filter((scene) => !scene.variant || scene.variant === variant);
var picture = (state, scene, frame = state.frame) => ({
  run: state.run,
  scene,
  frame,
  known: reach(state)
});
var atFirst = {
  playing: null,
  variant: "linear",
  speed: 1,
  sound: false,
  outcome: null,
  ring: null,
  asked: 0,
  tally: { count: 0, right: 0, distance: 0 }
};
var Store = class {
  state = null;
  /** The tally that a first run goes on from. */
  tally = null;
  /** From where the reader looks at a chart in space, by the chart's name. */
  cameras = /* @__PURE__ */ new Map();
  /** Whether the address that the page was opened with has been completed. */
  isAddressed = false;
  #source = "";
  #listeners = /* @__PURE__ */ new Set();
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  /** A run as it is sent; null if it is the one that came last. */
  receive(source) {
    if (source === this.#source) return null;
    this.#source = source;
    return JSON.parse(source);
  }
  /** The same run in other words keeps its place, and goes on playing. */
  load(run) {
    const before = this.state;
    if (before?.run.run === run.run) this.#set({ ...before, run });
    else {
      const quiz = { known: run.start, seen: false, saidRegime: run.start > 0, outcome: null, ring: null };
      const tally = this.tally && !before ? { tally: this.tally } : {};
      this.#set({ ...atFirst, ...tally, ...before, ...quiz, run, frame: run.start, playing: null });
    }
  }
  /** A run that is another one from the frame shown on. */
  resume(run) {
    this.#change(() => ({ run, seen: false, playing: null }));
  }
  /** A frame, or the nearest that may be shown. */
  goTo(frame) {
    this.#change(() => ({ frame }));
  }
  /** The same, and what plays stops. */
  jump(frame) {
    this.#change(() => ({ frame, playing: null }));
  }
  /** Who begins to play, from a frame. */
  begin(frame) {
    const playing = /* @__PURE__ */ Symbol("playing");
    this.#change(() => ({ frame, playing }));
    return playing;
  }
  pause() {
    this.#change(() => ({ playing: null }));
  }
  choose(variant) {
    this.#change(() => ({ variant, playing: null }));
  }
  setSpeed(speed) {
    this.#change(() => ({ speed }));
  }
  setSound(sound) {
    this.#change(() => ({ sound }));
  }
  /** Opens the next question. */
  ask() {
    this.#change(({ asked }) => ({ outcome: null, ring: null, asked: asked + 1 }));
  }
  moveRing(ring2) {
    this.#change(() => ({ ring: ring2 }));
  }
  /** What the learning rate will do; null skips the question. */
  sayRegime(zone) {
    this.#change(({ run, asked }) => {
      if (zone === null) return { saidRegime: true, outcome: null, ring: null, asked: asked + 1 };
      const kind = zone === run.predict?.regime?.is ? "regime_right" : "regime_wrong";
      return { saidRegime: true, outcome: { kind, guess: null, numbers: {} } };
    });
  }
  /** A guess of the step from the frame shown, null for none; the step is known from here on. */
  sayStep(guess) {
    const playing = /* @__PURE__ */ Symbol("playing");
    this.#change((state) => {
      const { known: known2, tally, run } = state;
      const shown = { known: known2 + 1, playing };
      if (!guess || !run.predict) return { ...shown, outcome: { kind: null, guess: null, numbers: {} } };
      const step = exactStep(state, run.predict);
      const [kind, truth, size2] = [kindOf(guess, step), ahead(step), norm(step.update)];
      const distance = norm(sum(guess, truth, -1));
      const ratio = norm(sum(guess, step.weights, -1)) / size2;
      const numbers = {
        guess: sayPlace(guess),
        truth: sayPlace(truth),
        distance: say(distance),
        times: about(Math.max(ratio, 1 / ratio))
      };
      return {
        ...shown,
        outcome: { kind, guess, numbers },
        tally: {
          count: tally.count + 1,
          right: tally.right + Number(isGood(kind)),
          distance: tally.distance + (size2 ? distance / size2 : 0)
        }
      };
    });
    return playing;
  }
  #change(change2) {
    if (this.state) this.#set({ ...this.state, ...change2(this.state) });
  }
  #set(next) {
    const before = this.state;
    const frame = Math.max(0, Math.min(next.frame, reach(next)));
    this.state = { ...next, frame, seen: next.seen || frame === lastFrame(next) };
    for (const listener of this.#listeners) listener(this.state, before);
  }
};

// src/address.ts
var WAIT_MS = 500;
var Address = class {
  /** `follow` tells the server of a step at which the reader rests, where it draws something for it. */
  constructor(store2, follow) {
    this.store = store2;
    this.follow = follow;
  }
  store;
  follow;
  #naming = null;
  // the timer until the address is written
  #following;
  // the timer until the server is told
  #state = null;
  show(state) {
    if (!state.run.link) return;
    this.#state = state;
    if (state.run.follows && !state.playing) {
      clearTimeout(this.#following);
      this.#following = setTimeout(this.#tell, WAIT_MS);
    }
    if (this.store.isAddressed) this.#naming ??= setTimeout(this.#write, WAIT_MS);
    else this.#write();
  }
  destroy() {
    clearTimeout(this.#naming ?? void 0);
    clearTimeout(this.#following);
  }
  #tell = () => {
    if (!this.#state || this.#state.playing) return;
    const step = String(stepOf(this.#state));
    if (step !== this.#state.run.link?.step) this.follow(step);
  };
  #write = () => {
    this.#naming = null;
    if (!this.#state) return;
    const address = new URL(location.href);
    const link2 = { ...this.#state.run.link, step: String(stepOf(this.#state)) };
    const wrong = Object.entries(link2).filter(([key, value]) => address.searchParams.get(key) !== value);
    const isOurs = !this.store.isAddressed || wrong.every(([key]) => key === "step");
    this.store.isAddressed = true;
    if (!wrong.length || !isOurs) return;
    address.search = new URLSearchParams(link2).toString();
    history.replaceState(history.state, "", address);
    if (window.parent !== window) {
      const message = { stCommVersion: 1, type: "SET_QUERY_PARAM", queryParams: address.search };
      window.parent.postMessage(message, "*");
    }
  };
};

// src/sealing.ts
var LONGEST2 = 2 ** 20;
function opened(data) {
  if (data[0] !== 0) return data;
  let state = 1;
  return data.subarray(1).map((byte, i) => {
    if (i % LONGEST2 === 0) state = 1;
    state = Math.imul(state, 1664525) + 1013904223 >>> 0;
    return byte ^ state >>> 24;
  });
}

// src/channel.ts
var ARRIVED = "gdviz-run";
function carry(place, run, change2) {
  return put(window.gdvizCarriers ??= [], { place, run, change: change2 }, deliver);
}
function deliver() {
  const last = lastOf(window.gdvizCarriers ?? []);
  if (!last) return;
  window.gdvizChange = last.change;
  if (window.gdvizRun === last.run) return;
  window.gdvizRun = last.run;
  window.dispatchEvent(new Event(ARRIVED));
}
var change = (name, value) => window.gdvizChange?.(name, value);
function delivered() {
  return window.gdvizRun ? new TextDecoder().decode(opened(window.gdvizRun)) : null;
}
function onDelivery(listen2) {
  window.addEventListener(ARRIVED, listen2);
  return () => {
    window.removeEventListener(ARRIVED, listen2);
  };
}

// src/clock.ts
var SLIDE_MS = 800;
var REST_MS = 400;
var STEP_MS = SLIDE_MS + REST_MS;
var SLOW_STEPS = 3;
var RUN_MS = 1e4;
function pace(state) {
  const quick = lastFrame(state) - SLOW_STEPS;
  const isSlow = state.frame < SLOW_STEPS;
  return state.speed * (isSlow ? 1 : Math.max(1, quick * STEP_MS / (RUN_MS - SLOW_STEPS * STEP_MS)));
}
var Clock = class {
  constructor(store2, stage, surroundings2) {
    this.store = store2;
    this.stage = stage;
    this.surroundings = surroundings2;
  }
  store;
  stage;
  surroundings;
  #isStopped = false;
  /** From the frame shown, or from the first once the last is. */
  async play() {
    const { state } = this.store;
    if (state) await this.goOn(this.store.begin(state.frame === lastFrame(state) ? 0 : state.frame));
  }
  /** Plays for as long as nobody else does. */
  async goOn(token) {
    await this.stage.settle();
    for (let state = this.#played(token); state && state.frame < reach(state); state = this.#played(token)) {
      if (this.surroundings.isStill()) await this.surroundings.sleep(SLIDE_MS / pace(state));
      else await this.stage.slide(SLIDE_MS / pace(state));
      state = this.#played(token);
      if (!state) return;
      this.store.goTo(state.frame + 1);
      await Promise.all([this.stage.settle(), this.surroundings.sleep(REST_MS / pace(state))]);
    }
    if (this.#played(token)) this.store.pause();
  }
  /** Shows the step that was just said. */
  async reveal(guess) {
    const token = this.store.sayStep(guess);
    await this.stage.settle();
    const state = this.#played(token);
    if (!state) return;
    if (!this.surroundings.isStill()) await this.stage.slide(SLIDE_MS / state.speed);
    if (this.#played(token)) this.store.jump(state.frame + 1);
  }
  /** What plays goes on no more here. */
  stop() {
    this.#isStopped = true;
  }
  // The state, if it is still this token's to play it.
  #played(token) {
    const { state } = this.store;
    return !this.#isStopped && state?.playing === token ? state : null;
  }
};

// src/graph.ts
var MARGIN2 = 34;
var ROOM = 16;
var FROM = 0.4;
var Graph = class {
  constructor(choose) {
    this.choose = choose;
  }
  choose;
  #drawing = null;
  #box = null;
  #svg = null;
  #parts = [];
  #labels = [];
  #maps = [];
  show(box, drawing, frame, name) {
    if (this.#drawing !== drawing || this.#box !== box || !box.firstChild) this.#build(box, drawing);
    this.#svg?.setAttribute("aria-label", name);
    const weights = ofFrame(drawing.weights, frame);
    const marks = drawing.marks?.[frame] ?? [];
    const [values, slopes] = [drawing.values, drawing.slopes].map((texts2) => texts2 ? ofFrame(texts2, frame) : []);
    this.#parts.forEach(({ shape: shape2, value, slope }, i) => {
      const weight = weights[i] ?? 0;
      const width = 0.6 + 5 * Math.abs(weight) / drawing.finest;
      const isQuiet = marks.length > 0 && !marks.includes(i);
      shape2.style.strokeWidth = String(drawing.chosen.includes(i) ? width + 2 : width);
      shape2.toggleAttribute("data-negative", weight < 0);
      shape2.toggleAttribute("data-marked", marks.includes(i));
      for (const part of [shape2, value, slope]) part.toggleAttribute("data-quiet", isQuiet);
      value.textContent = values?.[i] ?? "";
      slope.textContent = slopes?.[i] ?? "";
    });
    this.#svg?.setAttribute("data-way", drawing.ways?.[frame] ?? "");
    const texts = drawing.labels ? ofFrame(drawing.labels, frame) : [];
    this.#labels.forEach((label2, i) => label2.textContent = texts[i] ?? "");
    const map = drawing.maps ? ofFrame(drawing.maps, frame) : "";
    for (const image of this.#maps) image.setAttribute("href", map);
  }
  // The parts of the drawing in the order of the flat vector: layer by layer weights, then biases.
  #build(box, drawing) {
    const { sizes, names, chosen } = drawing;
    const [width = 0, height = 0] = drawing.size;
    const svg = makeSvg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" });
    defineArrows(svg);
    const lines = makeSvg("g", {}, svg);
    const places = placeNeurons(drawing);
    const between3 = (width - 2 * MARGIN2) / (sizes.length - 1);
    const radius = Math.min(28, height / Math.max(...sizes) / 2 - 1, between3 / 4);
    const rings = places.map((layer) => layer.map((place) => ring(place, radius, Boolean(drawing.maps), svg)));
    this.#maps = drawing.maps ? drawMaps(places.flat(), radius, svg) : [];
    this.#labels = places.flat().map(({ x, y }) => {
      const label2 = write(x, y + 6, "gdviz-output", svg);
      label2.style.fontSize = `${Math.min(18, radius)}px`;
      return label2;
    });
    nameNeurons(drawing, places, radius, height, svg);
    const numbers = makeSvg("g", { class: "gdviz-numbers" }, svg);
    this.#parts = rings.slice(1).flatMap((layer, i) => [
      ...joined(places[i] ?? [], places[i + 1] ?? [], radius, lines, numbers),
      ...layer.map((shape2, j) => {
        const { x, y } = places[i + 1]?.[j] ?? { x: 0, y: 0 };
        const below = y + radius + ROOM - 2;
        const [value, slope] = [
          write(x, below, "gdviz-value", numbers),
          write(x, below + 15, "gdviz-edge-slope", numbers)
        ];
        return { shape: shape2, target: shape2, value, slope };
      })
    ]);
    this.#parts.forEach(({ shape: shape2, target }, i) => {
      makeSvg("title", {}, target).textContent = names[i] ?? "";
      target.onclick = () => {
        this.choose(i);
      };
      shape2.toggleAttribute("data-chosen", chosen.includes(i));
    });
    box.replaceChildren(svg);
    [this.#drawing, this.#box, this.#svg] = [drawing, box, svg];
  }
};
function ring({ x, y }, radius, isSquare, parent) {
  const shape2 = isSquare ? { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, rx: 3 } : { cx: x, cy: y, r: radius };
  return makeSvg(isSquare ? "rect" : "circle", { ...shape2, class: "gdviz-neuron" }, parent);
}
function drawMaps(places, radius, parent) {
  return places.map(({ x, y }, i) => {
    const size2 = { width: 2 * radius, height: 2 * radius };
    const view = { ...size2, x: x - radius, y: y - radius, viewBox: `${i} 0 1 1`, class: "gdviz-map" };
    const all2 = { width: places.length, height: 1, preserveAspectRatio: "none" };
    return makeSvg("image", all2, makeSvg("svg", view, parent));
  });
}
function nameNeurons(drawing, places, radius, height, parent) {
  let i = 0;
  for (const layer of places) {
    const isFree = height / layer.length - 2 * radius > 2 * ROOM;
    for (const { x, y } of layer) {
      const name = drawing.neurons[i++] ?? "";
      if (isFree) write(x, y - radius - 6, "gdviz-name", parent).textContent = name;
      else if (!drawing.maps && !drawing.labels && radius > 15)
        write(x, y + 5, "gdviz-name", parent).textContent = name;
    }
  }
}
function write(x, y, name, parent) {
  return makeSvg("text", { x, y, "text-anchor": "middle", class: name }, parent);
}
function defineArrows(svg) {
  const definitions = makeSvg("defs", {}, svg);
  for (const [way, orient] of [
    ["forward", "auto"],
    ["backward", "auto-start-reverse"]
  ]) {
    const shape2 = { viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 14, markerHeight: 14 };
    const marker = makeSvg(
      "marker",
      { id: `gdviz-${way}`, ...shape2, markerUnits: "userSpaceOnUse", orient },
      definitions
    );
    makeSvg("path", { d: "M0 0L10 5L0 10z", class: `gdviz-${way}` }, marker);
  }
}
function makeSvg(name, attributes, parent) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent?.append(element);
  return element;
}
function placeNeurons({ sizes, size: [width = 0, height = 0] }) {
  return sizes.map(
    (count, layer) => Array.from({ length: count }, (_, i) => ({
      x: MARGIN2 + layer / (sizes.length - 1) * (width - 2 * MARGIN2),
      y: height / count * (i + 0.5)
    }))
  );
}
function joined(layer, next, radius, lines, numbers) {
  return layer.flatMap(
    (from) => next.map((to) => {
      const ends = between(from, to, radius);
      const shape2 = makeSvg("line", { ...ends, class: "gdviz-weight" }, lines);
      const target = makeSvg("line", { ...ends, class: "gdviz-target" }, lines);
      const along = next.length > 1 ? FROM : 0.5;
      const [x, y] = [from.x + along * (to.x - from.x), from.y + along * (to.y - from.y)];
      return { shape: shape2, target, ...numbersAt(x, y, Math.sign(Math.round(to.y - from.y)), numbers) };
    })
  );
}
function numbersAt(x, y, falls, parent) {
  const value = write(x + 7 * falls, y - 5, "gdviz-value", parent);
  const slope = write(x - 7 * falls, y + 16, "gdviz-edge-slope", parent);
  const anchors = ["end", "middle", "start"];
  value.setAttribute("text-anchor", anchors[1 + falls] ?? "middle");
  slope.setAttribute("text-anchor", anchors[1 - falls] ?? "middle");
  return { value, slope };
}
function between(from, to, radius) {
  const share = radius / Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [share * (to.x - from.x), share * (to.y - from.y)];
  return { x1: from.x + dx, y1: from.y + dy, x2: to.x - dx, y2: to.y - dy };
}

// src/guess.ts
var Guess = class {
  // as the inputs have it
  constructor(box, answers) {
    this.box = box;
    this.answers = answers;
  }
  box;
  answers;
  #key = "";
  #inputs = [];
  #ring = null;
  show(state) {
    const { run, frame, outcome, asked, tally, seen } = state;
    const asks = question(state);
    const page = document.documentElement;
    page.toggleAttribute("data-gdviz-seen", seen);
    if (run.link?.lang) page.lang = run.link.lang;
    page.toggleAttribute("data-gdviz-asks", asks === "step");
    this.box.hidden = !run.predict || !asks;
    this.box.parentElement?.toggleAttribute("data-predicts", Boolean(run.predict));
    const words = run.predict?.texts.name ?? "";
    const key = [run.run, words, frame, asks, asked, tally.count, outcome?.kind].join(" ");
    if (this.#key !== key) {
      this.#key = key;
      this.box.setAttribute("aria-label", words);
      this.box.replaceChildren(...run.predict && asks ? this.#parts(state, run.predict, asks) : []);
    }
    if (asks === "step") this.#write(ringPlace(state) ?? []);
  }
  submit() {
    this.box.querySelector("form")?.requestSubmit();
  }
  // The ring was moved: the entries follow it, but what is typed stays as it was typed.
  #write(ring2) {
    const before = this.#ring ?? ring2;
    this.#ring = ring2;
    this.#inputs.forEach((input, i) => {
      const value = ring2[i] ?? NaN;
      if (value !== before[i] && read(input.value) !== value) input.value = say(value);
    });
  }
  #parts(state, predict, asks) {
    if (asks === "outcome") return [...outcomeOf(state, predict), ...this.#mistake(state, predict)];
    if (asks === "step") return [this.#form(state, predict)];
    const { texts, skip, rule, regime } = predict;
    const zones = regime?.zones.map(
      ([zone, name]) => press(name, () => {
        this.answers.sayRegime(zone);
      })
    );
    const pass = press(
      texts.skip,
      () => {
        this.answers.sayRegime(null);
      },
      "gdviz-quiet"
    );
    return [line2(sentence(texts, "regime", { rule })), make("div", {}, ...zones ?? [], ...skip ? [pass] : [])];
  }
  // What follows from a mistake is offered where it is soon seen.
  #mistake(state, { texts }) {
    const points2 = mistakeOf(state);
    if (!points2.length) return [];
    const way = make("p", { role: "status" });
    const play2 = press(texts.mistake, () => {
      way.textContent = sentence(texts, "mistaken", { way: told(points2) });
      this.answers.playMistake(points2);
    });
    return [play2, way];
  }
  #form(state, predict) {
    const { texts, letters, skip, rule } = predict;
    const ring2 = ringPlace(state) ?? [];
    this.#ring = ring2;
    this.#inputs = letters.map(
      (letter, i) => make("input", { type: "text", autocomplete: "off", ariaLabel: letter, value: say(ring2[i] ?? NaN) })
    );
    const guess = () => this.#inputs.map((input) => read(input.value));
    for (const [i, input] of this.#inputs.entries()) {
      input.oninput = () => {
        const value = read(input.value);
        if (Number.isFinite(value)) this.answers.moveRing((this.#ring ?? []).map((w, k) => k === i ? value : w));
      };
    }
    const asked = sentence(texts, letters.length === 1 ? "ask" : "ask_many", { rule, letter: letters[0] ?? "" });
    const complaint = make("p", { className: "gdviz-bad", role: "alert" });
    const pass = press(
      texts.skip,
      () => {
        this.answers.sayStep(null);
      },
      "gdviz-quiet"
    );
    const form = make(
      "form",
      { noValidate: true },
      ...asked ? [line2(asked)] : [],
      ...letters.map((letter, i) => make("label", {}, `${letter} = `, this.#inputs[i] ?? "")),
      make("button", { type: "submit", textContent: texts.guess ?? "" }),
      ...skip ? [pass] : [],
      complaint
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      if (guess().every(Number.isFinite)) this.answers.sayStep(guess());
      else complaint.textContent = texts["not-a-number"] ?? "";
    };
    return form;
  }
};
function outcomeOf(state, { texts, regime }) {
  const { outcome, tally, frame } = state;
  if (!outcome) return [];
  const { kind, guess, numbers } = outcome;
  const { count, right, distance } = tally;
  const mean = 100 * distance / Math.max(count, 1);
  const told3 = {
    count: String(count),
    right: String(right),
    distance: mean < 1e3 ? `${about(mean)} %` : `${about(mean / 100)} ×`
  };
  const className = isGood(kind) ? "gdviz-good" : "gdviz-bad";
  return [
    ...guess ? [line2(sentence(texts, kind === "exact" ? "hit" : "result", numbers), className)] : [],
    ...kind ? [line2(sentence(texts, kind, { told: regime?.told ?? "", ...numbers }), className)] : [],
    ...count ? [line2(sentence(texts, "tally", told3), "gdviz-quiet")] : [],
    ...frame < lastFrame(state) ? [line2(sentence(texts, "next"), "gdviz-quiet")] : []
  ];
}
var sentence = (texts, key, numbers = {}) => (texts[key] ?? "").replace(/\{(\w+)\}/g, (whole, name) => numbers[name] ?? whole);
var line2 = (textContent, className = "") => make("p", { textContent, className });
var press = (text, onclick, className = "") => make("button", { type: "button", textContent: text ?? "", onclick, className });

// src/ring.ts
var FINENESS = 240;
function grain(span) {
  const unit2 = 10 ** Math.floor(Math.log10(span / FINENESS));
  return [1, 2, 5, 10].map((n) => n * unit2).find((n) => n >= span / FINENESS) ?? 10 * unit2;
}
var snapped = (place, spans) => place.slice(0, spans.length).map((value, i) => {
  const unit2 = grain(spans[i] ?? 1);
  return Number((Math.round(value / unit2) * unit2).toPrecision(12));
});
var held = (value, [low, high]) => Math.max(low, Math.min(value, high));
var WAYS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1]
};
var Ring = class {
  constructor(move) {
    this.move = move;
  }
  move;
  #element = make("div", { className: "gdviz-ring", tabIndex: 0, role: "img" });
  #chart = null;
  #listening = new AbortController();
  #state = null;
  /** The ring is where the reader has it; when the step was shown it stays at the guess. */
  show(state, chart) {
    this.#state = state;
    const { predict } = state.run;
    const place = ringPlace(state);
    if (this.#chart !== chart) this.#listen(chart);
    if (!predict || !chart || !place?.length) {
      this.#element.remove();
      return;
    }
    const [across, up] = chart.ranges();
    const x = held(place[0] ?? NaN, across);
    const y = held(place[1] ?? chart.heightAt(x), up);
    const [left, top] = chart.pixelsOf(x, y);
    Object.assign(this.#element.style, { left: `${left}px`, top: `${top}px` });
    this.#element.toggleAttribute("data-still", question(state) !== "step");
    this.#element.setAttribute("aria-label", `${predict.texts.name ?? ""}: ${sayPlace(place)}`);
    if (this.#element.parentElement !== chart.overlay) chart.overlay.append(this.#element);
  }
  focus() {
    this.#element.focus({ preventScroll: true });
  }
  /** Whether a key moved it: while a step is asked for, the arrow keys are the ring's. */
  takesKey({ key, shiftKey }) {
    const way = WAYS[key];
    const state = this.#state;
    const place = state && question(state) === "step" ? ringPlace(state) : null;
    if (!state?.run.predict || !way || !place || way[1] && place.length < 2) return false;
    const { spans } = state.run.predict;
    const count = shiftKey ? 10 : 1;
    const further = place.map((value, i) => value + count * (way[i] ?? 0) * grain(spans[i] ?? 1));
    this.move(snapped(further, spans));
    return true;
  }
  destroy() {
    this.#listening.abort();
    this.#element.remove();
  }
  #listen(chart) {
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#chart = chart;
    const options = { signal: this.#listening.signal };
    const { element } = chart ?? {};
    let pointer = null;
    const follow = ({ clientX, clientY, pointerId }) => {
      const spans = this.#state?.run.predict?.spans;
      if (!chart || !spans || pointerId !== pointer) return;
      const ranges2 = chart.ranges();
      const place = chart.placeAt(clientX, clientY).map((value, i) => held(value, ranges2[i === 0 ? 0 : 1]));
      this.move(snapped(place, spans));
    };
    const end = () => {
      pointer = null;
    };
    element?.addEventListener(
      "pointerdown",
      (event) => {
        if (!this.#state || question(this.#state) !== "step" || !event.isPrimary) return;
        element.setPointerCapture(event.pointerId);
        pointer = event.pointerId;
        follow(event);
      },
      options
    );
    element?.addEventListener("pointermove", follow, options);
    element?.addEventListener("pointerup", end, options);
    element?.addEventListener("pointercancel", end, options);
  }
};

// src/hand.ts
var SHOWN = 300;
var WAIT_MS2 = 400;
var DIGITS = 4;
var WAYS2 = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1]
};
var Hand = class {
  /** `choose` is told where the point was left. */
  constructor(choose) {
    this.choose = choose;
    const options = { signal: this.#listening.signal };
    const handle = this.#handle;
    handle.addEventListener("pointerdown", this.#take, options);
    handle.addEventListener("pointermove", this.#drag, options);
    handle.addEventListener("pointerup", this.#leave, options);
    handle.addEventListener("pointercancel", this.#cancel, options);
    handle.addEventListener("keydown", this.#onKey, options);
  }
  choose;
  #handle = make("div", { className: "gdviz-handle", tabIndex: 0, role: "slider" });
  #told = make("div", { className: "gdviz-told" });
  #overlay = new Overlay();
  #listening = new AbortController();
  #chart = null;
  #state = null;
  #place = null;
  // where it is held
  #shown = "";
  // the run that was there when something was drawn over it
  #timer;
  /** The handle lies on the point that is shown, where nothing moves. */
  show(state, chart) {
    this.#state = state;
    this.#chart = chart;
    const { hand, run, locked } = state.run;
    if (this.#shown && this.#shown !== run) this.clear();
    const place = hand && !locked && !state.playing && chart ? pointShown(state, chart) : null;
    if (!hand || !chart || !place) {
      this.#handle.remove();
      return;
    }
    if (this.#place) return;
    this.#handle.ariaLabel = hand.texts.name ?? "";
    this.#put(chart, place);
  }
  /** Draws the run with another rate, from its start; null ends that. */
  tryRate(rate) {
    const hand = this.#state?.run.hand;
    if (!hand || hand.rules.length > 1) return;
    if (rate === null) return;
    this.#draw(hand, hand.start, rate);
  }
  /** Moves the start of one weight by so many of its steps; gives it, or null where it cannot be moved. */
  nudge(count) {
    const hand = this.#state?.run.hand;
    if (!hand || !this.#chart || this.#state?.playing || this.#state?.run.locked) return null;
    this.#hold((this.#place ?? hand.start).map((w, i) => w + count * unit(hand, i)));
    return this.#place && say(this.#place[0] ?? NaN);
  }
  /** Makes what was moved to the start. */
  release() {
    this.#leave();
  }
  clear() {
    this.#shown = "";
    this.#place = null;
    this.#overlay.clear();
    this.#told.remove();
    this.#chart?.fade(false);
  }
  destroy() {
    clearTimeout(this.#timer);
    this.#listening.abort();
    this.clear();
    this.#handle.remove();
  }
  // --- The hand ---
  #take = (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    this.#handle.setPointerCapture(event.pointerId);
    this.#place = this.#state?.run.hand?.start ?? null;
    this.#drag(event);
  };
  #drag = ({ clientX, clientY }) => {
    if (this.#place && this.#chart) this.#hold(this.#chart.placeAt(clientX, clientY));
  };
  #leave = () => {
    if (this.#place) this.#choose(this.#place);
  };
  #cancel = () => {
    this.clear();
    if (this.#state) this.show(this.#state, this.#chart);
  };
  #onKey = (event) => {
    const way = WAYS2[event.key];
    const hand = this.#state?.run.hand;
    if (!way || !hand || event.altKey || event.ctrlKey || event.metaKey) return;
    if (way[1] && hand.domain.length < 2) return;
    event.preventDefault();
    const count = event.shiftKey ? 10 : 1;
    this.#hold((this.#place ?? hand.start).map((w, i) => w + count * (way[i] ?? 0) * unit(hand, i)));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#leave, WAIT_MS2);
  };
  #hold(place) {
    const hand = this.#state?.run.hand;
    if (!hand || !this.#chart) return;
    const held2 = hand.domain.map(([low = 0, high = 0], i) => {
      const nearest = Math.round((place[i] ?? 0) / unit(hand, i)) * unit(hand, i);
      return Number(Math.max(low, Math.min(nearest, high)).toPrecision(12));
    });
    this.#place = held2;
    this.#draw(hand, held2, null);
    const { loss } = pointAt(hand, held2);
    this.#put(this.#chart, held2.length === 1 ? [...held2, loss] : held2);
  }
  #choose(place) {
    this.#place = null;
    const start = this.#state?.run.hand?.start ?? [];
    if (place.every((w, i) => w === start[i])) this.#cancel();
    else this.choose(place);
  }
  // --- What is drawn ---
  #put(chart, [x = NaN, y = NaN]) {
    const [left, top] = chart.pixelsOf(x, y);
    Object.assign(this.#handle.style, { left: `${left}px`, top: `${top}px` });
    this.#handle.ariaValueText = say(x);
    this.#handle.ariaValueNow = String(x);
    if (this.#handle.parentElement !== chart.overlay) chart.overlay.append(this.#handle);
  }
  // The run of each rule from a place, the tangent or the gradient there, and the first step.
  #draw(hand, start, rate) {
    const chart = this.#chart;
    if (!chart || !this.#state) return;
    this.#shown = this.#state.run.run;
    chart.fade(true);
    const most = Math.min(hand.steps, SHOWN);
    const runs = hand.rules.map((rule) => descend(hand, rule, start, rate ?? rule.constants["η"] ?? NaN, most));
    const parts2 = runs.flatMap((run, i) => ghostOf(chart, run, hand.rules[i]?.color));
    const [first, next] = runs[0] ?? [];
    if (first) parts2.push(...this.#firstStep(chart, hand, first, hand.rules.length === 1 ? next : void 0));
    this.#told.textContent = first ? told2(hand, first, hand.rules.length === 1 ? next : void 0) : "";
    this.#overlay.draw(chart, parts2);
    if (this.#told.parentElement !== chart.overlay) chart.overlay.append(this.#told);
  }
  #firstStep(chart, hand, first, next) {
    const at = pixelsOf(chart, first);
    const parts2 = [];
    if (hand.domain.length === 1) {
      const [[left, right]] = chart.ranges();
      const slope = first.slopes[0] ?? NaN;
      const [w = NaN] = first.weights;
      const ends = [left, right].map((x) => chart.pixelsOf(x, first.loss + slope * (x - w)));
      parts2.push(line("gdviz-tangent-line", ends[0], ends[1]));
    } else {
      const [dx, dy] = first.slopes.map((slope) => -slope);
      const towards = pixelsOf(chart, { ...first, weights: first.weights.map((w, i) => w + ([dx, dy][i] ?? 0)) });
      const [x, y] = [towards[0] - at[0], towards[1] - at[1]];
      const length = Math.hypot(x, y) || 1;
      parts2.push(line("gdviz-tangent-line", at, [at[0] + 60 * x / length, at[1] + 60 * y / length]));
    }
    if (next) {
      const to = pixelsOf(chart, next);
      parts2.push(line("gdviz-step-line", at, [to[0], at[1]]), line("gdviz-step-line", [to[0], at[1]], to));
      parts2.push(shape("circle", "gdviz-next", { cx: to[0], cy: to[1], r: 7 }));
    }
    parts2.push(shape("circle", "gdviz-held", { cx: at[0], cy: at[1], r: 9 }));
    return parts2;
  }
};
var unit = ({ domain }, i) => grain((domain[i]?.[1] ?? 1) - (domain[i]?.[0] ?? 0));
function pointShown(state, chart) {
  const scene = scenes(state).find(({ chart: name }) => chart.element.closest(`.st-key-${name}`));
  if (!scene || scene.space) return null;
  const mover = traceNumbers(scene).indexOf(scene.movers[0] ?? -1);
  const { x, y } = traceData(picture(state, scene))[mover] ?? {};
  const place = [x?.[0] ?? NaN, y?.[0] ?? NaN];
  return place.every(Number.isFinite) ? place : null;
}
function told2({ names, texts }, first, next) {
  const number = (value) => {
    const text = say(value, DIGITS);
    const isExact = Math.abs(Number(value.toPrecision(DIGITS)) - value) <= 1e-12 * Math.abs(value);
    return `${isExact ? "=" : "≈"} ${text}`;
  };
  return names.map((name, i) => {
    const w = first.weights[i] ?? NaN;
    const step = next ? ` · Δ${name} ${number(w - (next.weights[i] ?? NaN))}` : "";
    return `${name} ${number(w)} · ${texts.slope ?? ""} ${number(first.slopes[i] ?? NaN)}${step}`;
  }).join("\n");
}

// src/keyboard.ts
var RATE = ".gdviz-track input, .st-key-eta input";
var PLAYER = ".gdviz-play";
var OPENED = "[data-testid=stPopoverBody]";
var Keyboard = class {
  #links = make("nav", { className: "gdviz-skip" });
  constructor() {
    document.body.prepend(this.#links);
  }
  /** Names what is here in the page's language. */
  show({ player }) {
    if (this.#links.ariaLabel !== player.skip) {
      this.#links.ariaLabel = player.skip;
      this.#links.replaceChildren(link("rate", player.to_rate, RATE), link("player", player.to_player, PLAYER));
    }
  }
  destroy() {
    this.#links.remove();
  }
  /** Into what a button has opened, which Streamlit puts at the end of the page, many stops away. */
  takesKey(event) {
    if (event.key !== "Tab" || event.shiftKey) return false;
    const isOpener = document.activeElement?.matches("[data-testid=stPopoverButton][aria-expanded=true]");
    const first = isOpener && document.querySelector(`${OPENED} :is(button, input, [tabindex="0"])`);
    if (!first) return false;
    first.focus();
    event.preventDefault();
    return true;
  }
};
function link(name, text, target) {
  const made = make("a", { href: "#", textContent: text, className: `gdviz-to-${name}` });
  made.onclick = (event) => {
    event.preventDefault();
    document.querySelector(target)?.focus();
  };
  return made;
}
function letKeysScroll() {
  for (const part of document.querySelectorAll(".st-key-figure, .katex-display")) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  }
}

// src/keys.ts
var KEYS = {
  Home: "first",
  ArrowLeft: "back",
  " ": "play",
  ArrowRight: "next",
  End: "last",
  p: "look"
};
var TAKES_KEYS = "input, textarea, select, [contenteditable], [role=slider], [role=combobox], [role=listbox], [role=radio], [role=option], [role=menuitem]";
var CLOSED = "[role=combobox][aria-expanded=false]";
var NOT_OF_A_LIST = /^(?:Arrow(?:Left|Right)|Home|End| )$/;
function onKey(event, taker) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const target = event.composedPath()[0];
  const isIn = (what) => target instanceof Element && target.closest(what) !== null;
  const isTaken = isIn(TAKES_KEYS) && !(isIn(CLOSED) && NOT_OF_A_LIST.test(event.key));
  if (isTaken && !isIn(".gdviz-scrub")) return;
  if (target instanceof HTMLElement && /^Arrow(Left|Right)$/.test(event.key) && scrollsSideways(target)) return;
  if (!isIn("button, a, summary, [role=dialog]") && taker.takesKey(event)) {
    event.preventDefault();
    return;
  }
  const action = KEYS[event.key];
  if (!action || event.shiftKey) return;
  if (event.key === " " && isIn("button, a, summary, select")) return;
  event.preventDefault();
  taker.act(action);
}
function scrollsSideways(part) {
  const place = part.closest(".gdviz-table") ?? part;
  return part.matches("[tabindex='0']") && place.scrollWidth > place.clientWidth;
}

// src/mission.ts
function showMission(box, { name, task, state, solved }) {
  box.toggleAttribute("data-solved", solved);
  box.replaceChildren(
    make("strong", { textContent: name }),
    make("p", { textContent: task }),
    make("p", { textContent: state, role: "status" })
  );
}

// src/names.ts
var ATTRIBUTES = ["aria-label", "placeholder"];
var NAMED = ATTRIBUTES.map((attribute) => `[${attribute}]`).join();
var WRITTEN = "[data-testid=InputInstructions] span, [data-testid$=Dropdown] span, [role=log] div";
var ENGLISH = [
  ["increment", /^Increment$/],
  ["decrement", /^Decrement$/],
  ["open", /^Open$/],
  ["close", /^(?:Close|Dismiss)$/],
  ["choose", /^Choose an option$/],
  ["chosen", /^Selected values$/],
  ["clear", /^Clear all$/],
  ["copy", /^Copy to clipboard$/],
  ["help", /^Help for (.*)$/],
  ["remove", /^Remove (.*)$/],
  ["none", /^No results$/],
  ["count", /^(\d+) options? available\.$/],
  ["apply", /^Press (.*Enter) to apply$/]
];
function named(text, words) {
  for (const [key, english] of ENGLISH) {
    const found = english.exec(text);
    if (found) return (words[key] ?? text).replace("{what}", () => found[1] ?? "");
  }
  return text;
}
var known = /* @__PURE__ */ new WeakMap();
var Names = class {
  #words = {};
  #observer = new MutationObserver((records) => {
    for (const { target, addedNodes, type } of records) {
      if (target instanceof Text) this.#write(target);
      else if (type === "attributes") this.#name(target);
      else for (const node of addedNodes) if (node instanceof HTMLElement) this.#nameAll(node);
    }
  });
  constructor() {
    const attributeFilter = [...ATTRIBUTES];
    const all2 = { childList: true, subtree: true, characterData: true, attributeFilter };
    this.#observer.observe(document.body, all2);
  }
  show({ player: { names } }) {
    const isKnown = Object.entries(names).every(([key, text]) => this.#words[key] === text);
    this.#words = names;
    if (!isKnown) this.#nameAll(document.body);
  }
  destroy() {
    this.#observer.disconnect();
  }
  #nameAll(part) {
    for (const element of [part, ...part.querySelectorAll(NAMED)]) this.#name(element);
    for (const { firstChild } of [part, ...part.querySelectorAll(WRITTEN)]) {
      if (firstChild instanceof Text) this.#write(firstChild);
    }
  }
  #write(text) {
    if (!text.parentElement?.matches(WRITTEN)) return;
    put2(text.data, named(text.data, this.#words), (to) => {
      text.data = to;
    });
  }
  #name(element) {
    for (const attribute of ATTRIBUTES) {
      const now = element.getAttribute(attribute);
      if (now === null) continue;
      const [before, ours] = known.get(element) ?? [];
      const english = before !== void 0 && now === ours ? before : now;
      const name = named(english, this.#words);
      if (name === english && now === english) continue;
      known.set(element, [english, name]);
      put2(now, name, (to) => {
        element.setAttribute(attribute, to);
      });
    }
  }
};
function put2(now, to, write2) {
  if (now !== to) write2(to);
}

// src/page.ts
function fillScreen({ target }) {
  const code = target instanceof Element ? target.closest('[data-gdviz="qr"]') : null;
  if (code) void (document.fullscreenElement ? document.exitFullscreen() : code.requestFullscreen());
}
function leaveScreen(event) {
  if (event.key !== "Escape" || !document.fullscreenElement) return;
  event.stopPropagation();
  void document.exitFullscreen();
}
function listen(target, name, listener, isBefore = false) {
  target.addEventListener(name, listener, isBefore);
  return () => {
    target.removeEventListener(name, listener, isBefore);
  };
}
function watchRoom(look) {
  document.fonts.addEventListener("loadingdone", look);
  window.addEventListener("resize", look);
  return () => {
    document.fonts.removeEventListener("loadingdone", look);
    window.removeEventListener("resize", look);
  };
}
var PARTS = ".js-plotly-plot, [data-gdviz]";
function watch(look) {
  const concerns = (node) => node instanceof HTMLElement && (node.matches(PARTS) || node.querySelector(PARTS) !== null);
  const observer = new MutationObserver((records) => {
    const isOther = records.some(
      ({ target, addedNodes, removedNodes }) => target instanceof HTMLElement && (addedNodes.length > 0 && target.matches(".js-plotly-plot") || [...addedNodes, ...removedNodes].some(concerns))
    );
    if (isOther) look();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
  };
}

// src/panel.ts
var NAMED2 = ["first", "back", "next", "last", "sound"];
var positionOf = (state) => fill(state.run, state.run.player.position, stepOf(state));
var Panel = class {
  // the run with which the stop came
  constructor(root, controls) {
    this.root = root;
    this.controls = controls;
    this.#scrub = one(root, ".gdviz-scrub");
    this.#speed = one(root, ".gdviz-speed");
    root.onclick = ({ target }) => {
      const pressed = target.closest("[data-do]");
      if (pressed) controls.act(pressed.dataset.do);
    };
    this.#scrub.oninput = () => {
      controls.seek(Number(this.#scrub.value));
    };
    unlessScrolled(this.#scrub);
    this.#speed.onchange = () => {
      controls.setSpeed(Number(this.#speed.value));
    };
  }
  root;
  controls;
  #scrub;
  #speed;
  #dressed = null;
  #stop = "";
  #arrived = "";
  show(state) {
    const { run, frame, playing } = state;
    if (this.#dressed !== run) this.#dress(run);
    this.#scrub.max = String(lastFrame(state));
    this.#scrub.value = String(frame);
    this.#scrub.setAttribute("aria-valuetext", positionOf(state));
    this.#speed.value = String(state.speed);
    one(this.root, ".gdviz-status").textContent = fill(run, run.player.status, stepOf(state));
    if (!playing) one(this.root, ".gdviz-said").textContent = this.#told(state);
    this.#showEnd(state);
    this.root.toggleAttribute("data-playing", playing !== null);
    this.root.hidden = lastFrame(state) === 0;
    label(this.#button("play"), playing ? run.player.pause : run.player.play);
    for (const name of ["first", "back"]) this.#button(name).disabled = frame === 0;
    this.#button("next").disabled = frame === lastFrame(state);
    this.#button("last").disabled = frame === reach(state);
    const sound = this.#button("sound");
    sound.ariaPressed = String(state.sound);
    sound.hidden = !run.sound;
    for (const tool of all(this.root, ".gdviz-tools button:not([data-do=sound])")) {
      const name = tool.dataset.do ?? "";
      const tells = name === "home" && run.predict && !run.predict.skip && state.known < lastFrame(state);
      tool.hidden = Boolean(tells) || !run.tools.includes(name);
    }
  }
  // Where the run is, and what is new with it: the stop of the story it was sent for, and how it ended.
  #told(state) {
    const { run, frame, seen } = state;
    const stop = run.link?.stop ?? "";
    if (stop !== this.#stop) [this.#stop, this.#arrived] = [stop, run.run];
    const isNew = this.#arrived === run.run && frame === run.start;
    const story = isNew ? (run.story ?? []).map(([text]) => text).join("") : "";
    const end = seen && frame === lastFrame(state) ? run.player.verdict : "";
    return [story, positionOf(state), end].filter(Boolean).join(" ");
  }
  // On the projector, where no worked step has room for it, the end is said in the line below the buttons.
  #showEnd(state) {
    const { run, frame, seen } = state;
    const end = seen && frame === lastFrame(state) && !placeOf("worked") ? run.player.verdict : "";
    const line3 = one(this.root, ".gdviz-keys");
    line3.classList.toggle("gdviz-ended", Boolean(end));
    line3.textContent = end || (run.link ? run.player.keys + run.player.look : run.player.keys);
  }
  // For whoever waits until all charts are there and drawn.
  markDrawn(isDrawn) {
    this.root.toggleAttribute("data-drawn", isDrawn);
  }
  destroy() {
    this.root.onclick = this.#scrub.oninput = this.#speed.onchange = null;
  }
  #button(name) {
    return one(this.root, `[data-do="${name}"]`);
  }
  // The words of a language.
  #dress(run) {
    const { player } = run;
    this.#dressed = run;
    this.root.setAttribute("aria-label", player.name);
    for (const name of NAMED2) label(this.#button(name), player[name]);
    label(this.#scrub, player.scrub);
    label(this.#speed, player.speed);
    const status = one(this.root, ".gdviz-status");
    status.style.minWidth = "";
    status.textContent = fill(run, player.status, ofFrame(run.steps, run.steps.length - 1));
    status.style.minWidth = `${status.getBoundingClientRect().width}px`;
    for (const name of ["picture", "home", "share"]) this.#button(name).textContent = player[name];
  }
};

// src/rate.ts
var APART2 = 0.13;
var WAIT_MS3 = 150;
var RateTrack = class {
  /** `move` follows the thumb, null when it was let go; `choose` is told where. */
  constructor(move, choose) {
    this.move = move;
    this.choose = choose;
  }
  move;
  choose;
  #shown = "";
  #box = null;
  #isHeld = false;
  #timer;
  show(box, state) {
    const { rate: whole } = state.run;
    const rate = whole && asksRegime(state) ? { ...whole, zones: [], ticks: [] } : whole;
    const key = JSON.stringify(rate);
    if (!rate || this.#isHeld || this.#shown === key && this.#box === box && box.firstChild) return;
    const hadFocus = box.contains(document.activeElement);
    [this.#shown, this.#box] = [key, box];
    const parts2 = this.#parts(rate);
    box.replaceChildren(...parts2);
    if (hadFocus) box.querySelector("input")?.focus({ preventScroll: true });
  }
  /** Moves the thumb by so many of its places; gives the rate there, or null where there is no track. */
  nudge(count) {
    const input = this.#box?.isConnected ? this.#box.querySelector("input") : null;
    if (!input) return null;
    input.value = String(Number(input.value) + count);
    input.dispatchEvent(new Event("input"));
    return input.ariaValueText;
  }
  /** Lets go of the thumb. */
  release() {
    this.#box?.querySelector("input")?.dispatchEvent(new Event("change"));
  }
  destroy() {
    clearTimeout(this.#timer);
  }
  #parts({ name, value, rates, zones, ticks, earlier, restart, locked }) {
    const told3 = make("output", { textContent: `η = ${say(value)}` });
    const input = make("input", {
      type: "range",
      min: "0",
      max: String(rates.length - 1),
      step: "1",
      ariaLabel: name,
      ariaValueText: say(value),
      disabled: locked
    });
    input.value = String(rates.indexOf(value));
    const chosen = () => rates[Number(input.value)] ?? value;
    input.oninput = () => {
      this.#isHeld = true;
      told3.textContent = `η = ${say(chosen())}`;
      input.ariaValueText = say(chosen());
      this.move(chosen());
    };
    input.onchange = () => {
      this.#isHeld = false;
      this.move(null);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.choose(chosen());
      }, WAIT_MS3);
    };
    unlessScrolled(input);
    const strip = make("div", { className: "gdviz-strip", ariaHidden: "true" });
    for (const [zone, start, end] of zones) {
      const part = make("span", { className: `gdviz-${zone}` });
      Object.assign(part.style, { left: percent(start), width: percent(end - start) });
      strip.append(part);
    }
    const scale = make("div", { className: "gdviz-ticks", ariaHidden: "true" });
    const [first = 0, second = 1] = ticks.map(([, share]) => share);
    for (const [i, [text, share]] of ticks.entries()) {
      const className = ticks.length < 2 || second - first > APART2 ? "" : i ? "gdviz-after" : "gdviz-before";
      const tick = make("small", { textContent: text, className });
      tick.style.left = percent(share);
      scale.append(tick);
    }
    const onclick = () => {
      this.choose(value);
    };
    const before = make("button", { type: "button", className: "gdviz-earlier", textContent: `${earlier} ✕`, title: restart, ariaLabel: `${earlier}. ${restart}`, onclick });
    return [
      make("div", { className: "gdviz-rate-name" }, make("span", { textContent: name }), ...earlier ? [before] : [], told3),
      make("div", { className: "gdviz-track" }, strip, input),
      scale
    ];
  }
};
var percent = (share) => `${(100 * share).toFixed(2)}%`;

// src/resume.ts
var MOST = 7;
function resumption(state, run) {
  if (!state?.playing || !run.resumes) return null;
  const [before, after] = [state.run.link, run.link];
  const eta = after?.eta;
  const step = stepOf(state);
  if (!before?.eta || !eta || eta === before.eta || step === 0 || !isSameBut(before, after)) return null;
  const rates = [...before.schedule?.split(",") ?? [], `${before.eta}@${step}`];
  return rates.length > MOST ? null : { schedule: rates.join(","), eta };
}
var isResumed = ({ link: link2 }, { schedule, eta }) => link2?.schedule === schedule && link2.eta === eta;
var APART3 = /* @__PURE__ */ new Set(["eta", "schedule", "step"]);
function isSameBut(one2, other) {
  const rest = (link2) => JSON.stringify(Object.entries(link2).filter(([name]) => !APART3.has(name)));
  return rest(one2) === rest(other);
}

// src/save.ts
var STYLES = ["fill", "stroke", "strokeWidth", "strokeDasharray", "opacity", "font", "textAnchor"];
async function saveSvg(svg, name) {
  const link2 = Object.assign(document.createElement("a"), { download: `${name}.png`, href: await pictureOf(svg) });
  link2.click();
}
async function pictureOf(svg) {
  const copy = svg.cloneNode(true);
  const { width, height } = svg.viewBox.baseVal;
  const copies = copy.querySelectorAll("*");
  svg.querySelectorAll("*").forEach((original, i) => {
    const seen = getComputedStyle(original);
    const style = copies[i]?.style;
    if (style) for (const name of STYLES) style[name] = seen[name];
  });
  copy.setAttribute("width", String(2 * width));
  copy.setAttribute("height", String(2 * height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  const paper = canvas.getContext("2d");
  if (!paper) throw new Error("no canvas to draw on");
  paper.fillStyle = getComputedStyle(document.querySelector(".stApp") ?? document.body).backgroundColor;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0);
  return canvas.toDataURL("image/png");
}

// src/scale.ts
var VARIANTS = ["linear", "log"];
var Scale = class {
  constructor(choose) {
    this.choose = choose;
  }
  choose;
  #run = null;
  #variant = null;
  show(box, { run, variant }) {
    if (this.#run === run && this.#variant === variant && box.firstChild) return;
    [this.#run, this.#variant] = [run, variant];
    const buttons = VARIANTS.map(
      (name) => make("button", {
        type: "button",
        textContent: run.player[name],
        ariaPressed: String(variant === name),
        onclick: () => {
          this.choose(name);
          one(box, '[aria-pressed="true"]').focus();
        }
      })
    );
    box.replaceChildren(
      make("div", { className: "gdviz-scale", role: "group", ariaLabel: run.player.scale }, ...buttons)
    );
  }
};

// src/sentence.ts
var PIXELS = 6;
var WAIT_MS4 = 400;
var WAYS3 = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
var NAMES = { eta: "η", w: "W" };
var Sentence = class {
  /** Of each field that a sentence may show, what changes it. */
  constructor(controls) {
    this.controls = controls;
  }
  controls;
  #shown = "";
  #held = null;
  #isKeyed = false;
  // moved by keys, which it has again after the page was built anew
  #timer;
  show(box, parts2) {
    const shown = JSON.stringify(parts2);
    const isThere = box.dataset.shown === shown && this.#shown === shown;
    if (isThere || this.#held) return;
    this.#shown = box.dataset.shown = shown;
    const { activeElement } = document;
    const hadFocus = box.contains(activeElement) || this.#isKeyed && activeElement === document.body;
    box.replaceChildren(...parts2.map(([text, kind]) => this.#part(text, kind)));
    if (hadFocus) box.querySelector(".gdviz-number")?.focus({ preventScroll: true });
    this.#isKeyed = false;
  }
  destroy() {
    clearTimeout(this.#timer);
  }
  #part(text, kind) {
    const control = this.controls[kind];
    if (control) return this.#number(text, kind, control);
    return kind ? make("strong", { textContent: text }) : text;
  }
  #number(text, field, control) {
    const number = make("span", {
      className: `gdviz-number gdviz-${field}`,
      textContent: text,
      tabIndex: 0,
      role: "slider",
      ariaLabel: NAMES[field] ?? field
    });
    const say2 = (value) => {
      number.textContent = number.ariaValueText = value;
      number.ariaValueNow = value.replace("−", "-");
    };
    say2(text);
    const nudge = (count) => {
      const value = control.nudge(count);
      if (value !== null) say2(value);
    };
    number.onpointerdown = (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      number.setPointerCapture(event.pointerId);
      this.#held = { control, x: event.clientX, steps: 0 };
    };
    number.onpointermove = (event) => {
      if (!this.#held) return;
      const steps = Math.round((event.clientX - this.#held.x) / PIXELS);
      if (steps !== this.#held.steps) nudge(steps - this.#held.steps);
      this.#held.steps = steps;
    };
    number.onpointerup = number.onpointercancel = () => {
      const moved2 = this.#held?.steps;
      this.#held = null;
      if (moved2) control.release();
    };
    number.onkeydown = (event) => {
      const way = WAYS3[event.key];
      if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.#isKeyed = true;
      nudge(event.shiftKey ? 10 * way : way);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        control.release();
      }, WAIT_MS4);
    };
    return number;
  }
};

// src/sound.ts
var LOWEST_HZ = 110;
var OCTAVES = 4;
var LOWEST_SLOPE = 0.01;
var STEP_S = 0.16;
var ASIDE = 0.8;
function frequencyOf(slope) {
  const octaves = Math.log10(Math.abs(slope) / LOWEST_SLOPE);
  return LOWEST_HZ * 2 ** Math.max(0, Math.min(octaves, OCTAVES));
}
function stepTone(slope, isSided) {
  const sign = isSided ? Math.sign(slope) : 0;
  const wave = sign < 0 ? "square" : "triangle";
  return { frequency: frequencyOf(slope), wave, side: ASIDE * sign, after: 0, seconds: STEP_S };
}
var ENDS = {
  arrived: [
    { frequency: 523, wave: "sine", side: 0, after: 0.2, seconds: 0.15 },
    { frequency: 784, wave: "sine", side: 0, after: 0.35, seconds: 0.35 }
  ],
  gone: [{ frequency: 440, to: 55, wave: "sawtooth", side: 0, after: 0.2, seconds: 0.6 }]
};
function tonesOf(state) {
  const { sound } = state.run;
  const slope = sound?.slopes[state.frame];
  if (!sound || slope === void 0) return [];
  const end = state.frame === lastFrame(state) ? ENDS[sound.end] : [];
  return [stepTone(slope, sound.sided), ...end ?? []];
}
var LOUD = 0.2;
var QUIET = 0.06;
var SOFTLY_S = 0.01;
var Sound = class {
  #context = null;
  show(now, before) {
    if (!now.sound || now.run.run !== before?.run.run) return;
    if (now.frame !== before.frame || !before.sound) for (const tone of tonesOf(now)) this.#play(tone);
  }
  destroy() {
    void this.#context?.close();
    this.#context = null;
  }
  #play({ frequency, to, wave, side, after, seconds }) {
    this.#context ??= new AudioContext();
    const context = this.#context;
    if (context.state === "suspended") void context.resume();
    const [start, end] = [context.currentTime + after, context.currentTime + after + seconds];
    const [source, volume, place] = [context.createOscillator(), context.createGain(), context.createStereoPanner()];
    source.type = wave;
    source.frequency.setValueAtTime(frequency, start);
    if (to) source.frequency.exponentialRampToValueAtTime(to, end);
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(wave === "square" || wave === "sawtooth" ? QUIET : LOUD, start + SOFTLY_S);
    volume.gain.linearRampToValueAtTime(0, end);
    place.pan.setValueAtTime(side, start);
    source.connect(volume).connect(place).connect(context.destination);
    source.start(start);
    source.stop(end);
  }
};

// src/summary.ts
function showSummary(box, state) {
  const { run, seen } = state;
  const html = asksRegime(state) ? "" : run.summary ?? "";
  const key = `${seen} ${html}`;
  if (box.dataset.shown === key) return;
  box.innerHTML = html;
  if (!seen) for (const end of all(box, ".gdviz-end")) end.remove();
  box.dataset.shown = key;
}

// src/table.ts
var ROW_PX = 28;
var SPARE = 2;
var stepOfRow = ({ run }, row2) => run.table?.shown ? ofFrame(run.steps, row2) : row2;
var Table = class {
  #box = null;
  #columns = null;
  #state = null;
  show(box, state) {
    const { table, last } = state.run;
    if (!table) return;
    this.#state = state;
    if (this.#box !== box || this.#columns !== table || !box.firstChild) {
      [this.#box, this.#columns] = [box, table];
      this.#build(box, table, table.shown ? lastFrame(state) + 1 : last + 1);
    }
    const rows = one(box, ".gdviz-rows");
    const top = (table.shown ? state.frame : stepOf(state)) * ROW_PX;
    if (top < rows.scrollTop || top + ROW_PX > rows.scrollTop + rows.clientHeight) {
      rows.scrollTop = top - rows.clientHeight / 2;
    }
    fillRows(rows, table, state);
  }
  #build(box, table, count) {
    const head = row(
      table.columns.map(([name]) => name),
      "columnheader"
    );
    head.classList.add("gdviz-head");
    const rows = make("div", { className: "gdviz-rows", tabIndex: 0, role: "rowgroup", ariaLabel: table.name });
    rows.onscroll = () => {
      head.style.translate = `${-rows.scrollLeft}px`;
      if (this.#state?.run.table) fillRows(rows, this.#state.run.table, this.#state);
    };
    const spacer = make("div", { className: "gdviz-spacer" });
    spacer.style.height = `${count * ROW_PX}px`;
    rows.append(spacer);
    const whole = make("div", { className: "gdviz-table", role: "table", ariaLabel: table.name }, head, rows);
    const widths = table.columns.map(([name, column]) => widthOf(this.#state?.run, name, column));
    whole.style.setProperty("--columns", widths.map((width) => `minmax(${width}ch, 1fr)`).join(" "));
    whole.style.setProperty("--width", `${widths.reduce((sum2, width) => sum2 + width, 0)}ch`);
    whole.style.setProperty("--row", `${ROW_PX}px`);
    whole.setAttribute("aria-rowcount", String(count + 1));
    box.replaceChildren(whole);
  }
};
function widthOf(run, name, column) {
  const texts = Object.values(run?.columns[column] ?? { step: String(run?.last ?? "") });
  return 2 + texts.reduce((most, text) => Math.max(most, text.replaceAll(" × ", "×").length), name.length);
}
function fillRows(rows, table, state) {
  const { run } = state;
  const first = Math.max(0, Math.floor(rows.scrollTop / ROW_PX) - SPARE);
  const known2 = run.predict ? ofFrame(run.steps, reach(state)) : run.last;
  const end = table.shown ? run.steps.length : known2 + 1;
  const last = Math.min(end, first + Math.ceil(rows.clientHeight / ROW_PX) + 3 * SPARE);
  const seen = [];
  for (let index = first; index < last; index++) {
    const step = stepOfRow(state, index);
    const isCovered = step === known2 && holdsBack(state);
    const cells = table.columns.map(([, column]) => {
      if (column === "step") return String(step);
      return isCovered && column.startsWith("dW") ? "" : fill(run, `{${column}}`, step).replaceAll(" × ", "×");
    });
    const line3 = row(cells, "cell");
    line3.style.top = `${index * ROW_PX}px`;
    line3.setAttribute("aria-rowindex", String(index + 2));
    if (step === stepOf(state)) line3.setAttribute("aria-current", "step");
    seen.push(line3);
  }
  for (const spacer of all(rows, ".gdviz-spacer")) spacer.replaceChildren(...seen);
}
function row(cells, role) {
  return make(
    "div",
    { className: "gdviz-row", role: "row" },
    ...cells.map((textContent) => make("span", { role, textContent }))
  );
}

// src/worked.ts
var SIZES = [1, 0.95, 0.9, 0.85, 0.8, 0.75];
var Worked = class {
  #run = null;
  #room = "";
  // for the box, and which letters there are
  #heights = [];
  #height = 0;
  // of all rows
  show(box, state) {
    const { run, frame, known: known2, outcome } = state;
    if (!run.worked) return;
    const { worked } = run;
    const isTold = Boolean(outcome?.guess) && frame === known2;
    const step = ofFrame(run.steps, isTold ? frame - 1 : frame);
    const isLast = step >= run.last;
    const isAsked = holdsBack(state) && !isTold;
    this.#measure(box, run, worked);
    const rows = isLast || isAsked ? worked.last : worked.rows;
    const list = listOf(
      worked,
      rows,
      rows.map(([name, equation]) => [fill(run, name, step), fill(run, equation, step)])
    );
    list.style.minHeight = `${this.#height}px`;
    [...list.children].forEach((row2, i) => {
      row2.style.minHeight = `${this.#heights[i] ?? 0}px`;
    });
    const end = make("p", { className: "gdviz-end-here", textContent: run.player.verdict });
    if (isLast && state.seen && worked.last.length < worked.rows.length) list.append(end);
    box.replaceChildren(make("h2", { textContent: fill(run, isLast ? worked.end : worked.title, step) }), list);
  }
  // How high each row is where its text is longest, so that nothing below it moves from step to step.
  #measure(box, run, worked) {
    const column = columnOf(box);
    const room = `${box.clientWidth} ${column?.clientHeight ?? 0} ${fontsLoaded()}`;
    if (this.#run === run && this.#room === room) return;
    [this.#run, this.#room] = [run, room];
    const steps = run.steps.filter((step) => step < run.last);
    const longest = (template) => steps.map((step) => fill(run, template, step)).reduce((a, b) => b.length > a.length ? b : a, "");
    const texts = worked.rows.map(([name, equation]) => [longest(name), longest(equation)]);
    const list = listOf(worked, worked.rows, texts);
    box.replaceChildren(make("h2", { textContent: longest(worked.title) }), list);
    const fits = (size2, end) => {
      box.style.setProperty("--size", String(size2));
      return list.getBoundingClientRect().bottom <= end;
    };
    const bottom = column ? column.getBoundingClientRect().top - column.scrollTop + column.clientHeight : Infinity;
    const above = column ? bottom - roomBelow(box, column) : Infinity;
    if (!SIZES.some((size2) => fits(size2, above))) SIZES.some((size2) => fits(size2, bottom));
    this.#heights = [...list.children].map((row2) => row2.getBoundingClientRect().height);
    this.#height = list.getBoundingClientRect().height;
  }
};
function columnOf(box) {
  const column = box.closest(".st-key-side");
  return column && getComputedStyle(column).overflowY === "auto" ? column : null;
}
function roomBelow(box, column) {
  const parts2 = Array.from(column.children);
  const below = parts2.slice(parts2.findIndex((part) => part.contains(box)) + 1);
  return below.reduce((sum2, part) => sum2 + (parseFloat(getComputedStyle(part).minHeight) || 0), 0);
}
var fontsLoaded = () => [...document.fonts].filter(({ status }) => status === "loaded").length;
function listOf({ columns = 1, rows: all2 }, rows, texts) {
  const list = make("dl");
  const each = Math.floor((rows.length - (rows === all2 ? 1 : 0)) / columns);
  list.style.setProperty("--columns", String(columns));
  if (columns > 1) list.style.setProperty("--rows", String(each));
  rows.forEach(([, , color], i) => {
    const [name = "", equation = ""] = texts[i] ?? [];
    const row2 = make("div", { hidden: !name }, make("dt", { textContent: name }), make("dd", {}, ...inItalics(equation)));
    if (color) row2.style.setProperty("--mark", color);
    row2.classList.toggle("gdviz-marked", color !== void 0);
    row2.classList.toggle("gdviz-of-all", columns > 1 && i >= each * columns);
    list.append(row2);
  });
  return list;
}
function inItalics(equation) {
  return equation.split(/([WEη](?![a-z]))/).map((part, i) => i % 2 ? make("i", { textContent: part }) : part);
}

// src/player.ts
var surroundings = {
  sleep: (duration) => new Promise((done) => setTimeout(done, duration)),
  isStill: () => matchMedia("(prefers-reduced-motion: reduce)").matches
};
var Player = class {
  constructor(root, store2, renderer, tell) {
    this.store = store2;
    this.renderer = renderer;
    this.tell = tell;
    this.#clock = new Clock(store2, this, surroundings);
    this.#panel = new Panel(root, {
      act: this.act,
      seek: (frame) => {
        store2.jump(frame);
      },
      setSpeed: (speed) => {
        store2.setSpeed(speed);
      }
    });
    this.#scale = new Scale((variant) => {
      store2.choose(variant);
    });
    this.#graph = new Graph((weight) => {
      this.tell("weight", weight);
    });
    this.#rate = new RateTrack(
      (rate) => {
        this.#hand.tryRate(rate);
      },
      (rate) => {
        change("eta", rate);
      }
    );
    this.#ring = new Ring((place) => {
      store2.moveRing(place);
    });
    this.#hand = new Hand((place) => {
      this.#start(place);
    });
    this.#sentence = new Sentence({ eta: this.#rate, w: this.#hand });
    this.#guess = new Guess(one(root, ".gdviz-guess"), {
      moveRing: (place) => {
        store2.moveRing(place);
      },
      sayStep: (guess) => void this.#clock.reveal(guess),
      playMistake: (points2) => {
        const chart = store2.state && this.#ground(store2.state);
        if (chart) this.#mistake.play(chart, points2, surroundings.isStill());
      },
      sayRegime: (zone) => {
        store2.sayRegime(zone);
        if (zone === null) this.#ring.focus();
      }
    });
    this.#address = new Address(store2, (step) => {
      this.tell("shown", step);
    });
    this.#endings = [
      store2.subscribe(this.#onChange),
      onDelivery(this.#load),
      // Before the page's own parts, of which some hand on no key, not even one that is nothing to them.
      listen(
        document,
        "keydown",
        (event) => {
          if (!this.#keyboard.takesKey(event) && root.isConnected && store2.state) onKey(event, this);
        },
        true
      ),
      listen(document, "click", fillScreen),
      listen(document, "keydown", leaveScreen, true),
      watchRoom(this.#look),
      watch(this.#look)
    ];
    const before = store2.state;
    this.#load();
    if (store2.state && store2.state === before) this.#show(store2.state);
    if (store2.state?.playing) void this.#clock.goOn(store2.state.playing);
  }
  store;
  renderer;
  tell;
  #charts = /* @__PURE__ */ new Map();
  #clock;
  #panel;
  #worked = new Worked();
  #table = new Table();
  #scale;
  #sentence;
  #graph;
  #rate;
  #guess;
  #hand;
  #ring;
  #mistake = new Mistake();
  #address;
  #keyboard = new Keyboard();
  #names = new Names();
  #sound = new Sound();
  #endings;
  #resumption = null;
  // what the server was asked for
  #settled = Promise.resolve();
  /** Lets go of the page; the store knows where it was. */
  destroy() {
    this.#clock.stop();
    for (const end of this.#endings) end();
    this.#mistake.clear();
    const parts2 = [this.#panel, this.#rate, this.#hand, this.#sentence, this.#ring, this.#address, this.#keyboard, this.#names, this.#sound];
    for (const part of [...this.#charts.values(), ...parts2]) part.destroy();
    this.#charts.clear();
  }
  // --- What is pressed ---
  act = (action) => {
    const { state } = this.store;
    if (!state) return;
    const acts = {
      first: () => {
        this.store.jump(0);
      },
      back: () => {
        this.store.jump(state.frame - 1);
      },
      play: () => {
        if (state.playing) this.store.pause();
        else if (holdsBack(state)) this.#ask();
        else void this.#clock.play();
      },
      next: () => {
        if (holdsBack(state)) this.#ask();
        else this.store.jump(state.frame + 1);
      },
      last: () => {
        this.store.jump(lastFrame(state));
      },
      sound: () => {
        this.store.setSound(!state.sound);
      },
      picture: () => void this.#save(state),
      // What the server opens is about the step shown.
      home: () => {
        this.tell("panel", { tool: "home", step: stepOf(state) });
      },
      share: () => {
        this.tell("panel", { tool: "share", step: stepOf(state) });
      },
      look: () => {
        this.tell("panel", { tool: "look", step: stepOf(state) });
      }
    };
    acts[action]();
  };
  takesKey(event) {
    const { state } = this.store;
    if (event.key === "Enter" && state && question(state) === "step") {
      this.#guess.submit();
      return true;
    }
    return this.#ring.takesKey(event);
  }
  #ask() {
    this.store.ask();
    this.#ring.focus();
  }
  // The first chart at the step shown, or the drawing of the network where there is no chart.
  async #save(state) {
    const name = `gdviz-${stepOf(state)}`;
    const [first] = state.run.scenes;
    if (first) await this.#charts.get(first.chart)?.save(name);
    else {
      const svg = placeOf("graph")?.querySelector("svg");
      if (svg) await saveSvg(svg, name);
    }
  }
  // --- What is shown ---
  #load = () => {
    const text = delivered();
    const run = text === null ? null : this.store.receive(text);
    if (!run) return;
    const asked = this.#resumption;
    this.#resumption = null;
    if (asked && isResumed(run, asked)) {
      this.store.resume(run);
      void this.#clock.play();
      return;
    }
    this.#resumption = resumption(this.store.state, run);
    if (this.#resumption) {
      this.store.pause();
      change("schedule", this.#resumption.schedule);
    } else this.store.load(run);
  };
  #onChange = (now, before) => {
    this.#sound.show(now, before);
    if (before && isOnlyRing(now, before)) {
      this.#guess.show(now);
      this.#showRing(now);
    } else this.#show(now);
  };
  #show(state) {
    const shows = scenes(state).map(async (scene) => this.#chart(scene.chart)?.show(picture(state, scene)));
    this.#settled = Promise.all(shows);
    void this.#settled.then(this.#markDrawn);
    this.#showWords(state);
    this.#address.show(state);
  }
  // All of a step but its charts.
  #showWords(state) {
    const { run, frame } = state;
    this.#panel.show(state);
    this.#keyboard.show(run);
    this.#names.show(run);
    const verdict = state.seen ? run.player.verdict : "";
    const name = run.player.alt.replace("{verdict}", verdict).replace("{position}", positionOf(state)).trim();
    for (const { chart } of scenes(state)) this.#charts.get(chart)?.element.setAttribute("aria-label", name);
    inPlace("worked", (box) => {
      this.#worked.show(box, state);
    });
    inPlace("table", (box) => {
      this.#table.show(box, state);
    });
    inPlace("scale", (box) => {
      this.#scale.show(box, state);
    });
    inPlace("rate", (box) => {
      this.#rate.show(box, state);
    });
    inPlace("graph", (box) => {
      if (run.graph) this.#graph.show(box, run.graph, frame, fill(run, run.player.graph ?? "", stepOf(state)));
    });
    inPlace("story", (box) => {
      if (run.story) this.#sentence.show(box, run.story);
    });
    inPlace("summary", (box) => {
      showSummary(box, state);
    });
    inPlace("mission", (box) => {
      if (run.mission) showMission(box, run.mission);
    });
    this.#guess.show(state);
    this.#showRing(state);
  }
  #showRing(state) {
    const chart = this.#ground(state);
    this.#ring.show(state, chart);
    this.#hand.show(state, chart);
    if (question(state) !== "outcome") this.#mistake.clear();
  }
  // The chart on which a start is chosen, or a step guessed.
  #ground(state) {
    const ground = state.run.scenes.find((scene) => scene.clickable ?? scene.grid);
    const known2 = ground && this.#charts.get(ground.chart);
    return known2?.isThere() ? known2 : null;
  }
  // A chart as it stands on the page now.
  #chart(name) {
    const known2 = this.#charts.get(name);
    const element = this.renderer.find(name);
    if (known2?.element === element && known2.isThere()) return known2;
    known2?.destroy();
    this.#charts.delete(name);
    if (!element) return null;
    const chart = this.renderer.mount(element, {
      onStart: (place) => {
        this.#start(place);
      },
      onTap: (place) => {
        this.tell("tap", place);
      },
      onRedraw: (isLost) => {
        this.#onRedraw(name, isLost);
      }
    });
    this.#charts.set(name, chart);
    return chart;
  }
  // A press chooses a start: not where that was hidden, and not where it is a guess.
  #start(place) {
    const run = this.store.state?.run;
    if (run && !run.locked && !run.predict) this.tell("start", place);
  }
  #onRedraw(name, isLost) {
    const { state } = this.store;
    if (!state) return;
    const scene = scenes(state).find(({ chart }) => chart === name);
    if (isLost && scene) void this.#chart(name)?.show(picture(state, scene)).then(this.#markDrawn);
    this.#showRing(state);
  }
  // The page has built a part of itself anew: new charts are drawn on, and empty places filled.
  #look = () => {
    const { state } = this.store;
    if (!state) return;
    for (const [name, chart] of this.#charts) {
      if (chart.isThere()) continue;
      chart.destroy();
      this.#charts.delete(name);
    }
    const before = new Set(this.#charts.values());
    for (const scene of scenes(state)) {
      const chart = this.#chart(scene.chart);
      if (chart && !before.has(chart)) void chart.show(picture(state, scene)).then(this.#markDrawn);
    }
    this.#showWords(state);
  };
  #markDrawn = () => {
    const { state } = this.store;
    const isDrawn = (name) => Boolean(this.#charts.get(name)?.element.dataset.step);
    if (!state) return;
    this.#panel.markDrawn(scenes(state).every(({ chart }) => isDrawn(chart)));
    if (!state.playing) letKeysScroll();
  };
  async settle() {
    await this.#settled;
  }
  async slide(duration) {
    const { state } = this.store;
    if (!state) return;
    const { frame } = state;
    const slides = scenes(state).map(
      async (scene) => this.#charts.get(scene.chart)?.animate(picture(state, scene, frame), picture(state, scene, frame + 1), duration)
    );
    await Promise.all(slides);
  }
};
var inPlace = (name, show) => {
  const box = placeOf(name);
  if (box) show(box);
};
var isOnlyRing = (now, before) => Object.keys(now).every((name) => name === "ring" || now[name] === before[name]);

// src/plotly_api.ts
function plotly() {
  if (!window.Plotly) throw new Error("Plotly is not loaded");
  return window.Plotly;
}

// src/plotly_private.ts
var schema = (api) => api?.PlotSchema;
var inside = (element) => element;
function full(element) {
  const { _fullLayout } = inside(element);
  if (!_fullLayout) throw new Error("the chart is not drawn");
  return _fullLayout;
}
var drawnOn = (element) => element?._fullLayout ? element : null;
var hasLayers = (element) => Object.values(inside(element)._fullLayout?._plots ?? {}).every(({ xaxislayer }) => Boolean(xaxislayer));
var traceCount = (element) => inside(element)._fullData?.length ?? 0;
function allowNothingToMove(element) {
  const isMissing = inside(element).calcdata === void 0;
  if (isMissing) inside(element).calcdata = [];
  return isMissing;
}
var motionOf = (element) => inside(element)._transitionData ?? null;
function endMotion(motion) {
  if (!motion?._animationRaf) return;
  cancelAnimationFrame(motion._animationRaf);
  motion._animationRaf = null;
}
function rememberLists(api) {
  const known2 = schema(api);
  if (!known2 || known2.lists) return;
  const lists = /* @__PURE__ */ new Map();
  const find = known2.findArrayAttributes;
  known2.lists = lists;
  known2.findArrayAttributes = (trace2) => {
    const key = `${trace2.type} ${listsIn(trace2._input)}`;
    const found = lists.get(key) ?? find(trace2);
    lists.set(key, found);
    return found;
  };
}
var listsIn = (value) => Object.entries(value).map(
  ([name, part]) => Array.isArray(part) || ArrayBuffer.isView(part) ? name : typeof part === "object" && part !== null ? `${name}(${listsIn(part)})` : ""
).join(" ");
function axes(element) {
  const { xaxis, yaxis } = full(element);
  return [xaxis, yaxis].map(({ _length, range }) => `${_length} ${range.join(" ")}`).join();
}
var size = (element) => {
  const { width, height } = full(element);
  return { width, height };
};
function ranges(element) {
  const { xaxis, yaxis } = full(element);
  return [xaxis.range, yaxis.range];
}
function pixelsOf2(element, x, y) {
  const { xaxis, yaxis } = full(element);
  return [xaxis._offset + xaxis.l2p(x), yaxis._offset + yaxis.l2p(y)];
}
function placeAt(element, clientX, clientY) {
  const area = pressedArea(element)?.getBoundingClientRect() ?? new DOMRect();
  const [[left, right], [low, high]] = ranges(element);
  return [
    left + (clientX - area.left) / area.width * (right - left),
    low + (area.bottom - clientY) / area.height * (high - low)
  ];
}
function heightAt(element, x) {
  const points2 = inside(element).calcdata?.[0] ?? [];
  const next = points2.findIndex((point) => point.x >= x);
  const [a, b] = [points2[Math.max(next - 1, 0)], points2.at(next)];
  if (!a || !b) return NaN;
  const share = b.x > a.x ? Math.min(Math.max((x - a.x) / (b.x - a.x), 0), 1) : 0;
  return a.y + share * (b.y - a.y);
}
var traceGroup = (element, trace2) => element.querySelector(`.scatterlayer .trace${inside(element)._fullData?.[trace2]?.uid ?? ""}`);
function isSeen(element, trace2) {
  const group = traceGroup(element, trace2);
  return group !== null && group.style.display !== "none";
}
function cutAfter(element, trace2, x, half) {
  const { width, xaxis } = full(element);
  for (const part of traceGroup(element, trace2)?.children ?? []) {
    const hidden = width - xaxis.l2p(x) - (part.classList.contains("points") ? half : 0);
    part.style.clipPath = `inset(-100% ${hidden}px -100% -100%) view-box`;
  }
}
function putInOrder(element) {
  const order = new Map((inside(element)._fullData ?? []).map(({ uid }, i) => [`trace${uid}`, i]));
  const numberOf = (group) => order.get([...group.classList].find((name) => order.has(name)) ?? "") ?? -1;
  for (const layer of element.querySelectorAll(".scatterlayer")) {
    const groups = [...layer.children];
    const sorted = [...groups].sort((one2, other) => numberOf(one2) - numberOf(other));
    if (sorted.some((group, i) => group !== groups[i])) layer.append(...sorted);
  }
}
var labels = (element) => ({
  texts: Array.from(
    element.querySelectorAll(":is(.ytick, .y2tick) text"),
    ({ textContent }) => textContent.replaceAll("​", "")
  ),
  size: full(element).yaxis.tickfont.size
});
var pressedArea = (element) => element.querySelector(".nsewdrag");
var container = (element) => element.querySelector(".svg-container");
function hideDrawing(element) {
  for (const drawing of element.querySelectorAll(".main-svg")) drawing.setAttribute("aria-hidden", "true");
}
var pictureBehind = (element) => element.querySelector(".imagelayer image");
function isCut(element) {
  const part = clip(element);
  if (!part) return false;
  const { xaxis, yaxis } = full(element);
  const isOther = (name, length) => Math.abs(Number(part.getAttribute(name)) - length) > 1;
  return isOther("width", xaxis._length) || isOther("height", yaxis._length);
}
function isShrunk(element) {
  if (!clip(element)) return false;
  const { xaxis, yaxis, _size } = full(element);
  return Boolean(yaxis.scaleanchor) && xaxis._length < _size.w - 1 && yaxis._length < _size.h - 1;
}
var clip = (element) => element.querySelector('clipPath[id$="xyplot"] rect');
function missingParts(element) {
  const { _fullLayout, _fullData, calcdata } = inside(element);
  const axes2 = [_fullLayout?.xaxis, _fullLayout?.yaxis];
  const isNumber = (value) => typeof value === "number";
  const parts2 = {
    "_fullLayout.width": () => isNumber(_fullLayout?.width) && isNumber(_fullLayout?.height),
    "_plots.xaxislayer": () => Object.keys(_fullLayout?._plots ?? {}).length > 0 && hasLayers(element),
    _size: () => [_fullLayout?._size.w, _fullLayout?._size.h].every(isNumber),
    "axis._length": () => axes2.every((axis) => isNumber(axis?._length)),
    "axis._offset": () => axes2.every((axis) => isNumber(axis?._offset)),
    "axis.range": () => axes2.every((axis) => axis?.range.length === 2),
    "axis.tickfont.size": () => isNumber(labels(element).size),
    "axis.l2p": () => pixelsOf2(element, 0, 0).every(isNumber),
    "_fullData.uid": () => (_fullData ?? []).every(({ uid }) => Boolean(uid)),
    calcdata: () => [calcdata?.[0]?.[0]?.x, calcdata?.[0]?.[0]?.y].every(isNumber),
    ".scatterlayer .trace": () => traceGroup(element, 0) !== null,
    ".ytick text": () => labels(element).texts.length > 0,
    ".nsewdrag": () => pressedArea(element) !== null,
    ".svg-container": () => container(element) !== null,
    "clipPath xyplot": () => clip(element) !== null,
    _transitionData: () => motionOf(element) !== null,
    "PlotSchema.findArrayAttributes": () => (schema(window.Plotly)?.lists?.size ?? 0) > 0
  };
  return Object.keys(parts2).filter((name) => {
    try {
      return !parts2[name]?.();
    } catch {
      return true;
    }
  });
}

// src/protocol.ts
var CHARACTER = 0.58;
var TITLE = 2.8;

// src/plotly_fixed.ts
var HALF = 5;
async function drawFixed(element, { run, scene, frame, known: known2 }) {
  if (!scene.fixed) return;
  const { lines = [], layout } = scene.fixed;
  const soFar = (values) => run.predict ? values.slice(0, known2 + 1) : values;
  const [x, y] = [lines.map((line3) => soFar(line3.x)), lines.map((line3) => soFar(line3.y))];
  const points2 = scene.movers.map((_, i) => lines[i] ? pointOf(lines[i], frame) : []);
  const places = { x: [...x, ...points2.map(([px]) => [px])], y: [...y, ...points2.map(([, py]) => [py])] };
  const range = layout["yaxis.autorange"] && heights(y.flat(), layout["yaxis.type"] === "log");
  const fitted = range ? { "yaxis.autorange": false, "yaxis.range": range } : {};
  const traces = [...lines.map(({ trace: trace2 }) => trace2), ...scene.movers];
  await plotly().update(element, lines.length ? places : {}, { ...layout, ...fitted }, traces);
  const room = labelRoom(element, Math.max(...labels(element).texts.map((text) => text.length), 0));
  if (room !== element.layout.margin.l) await plotly().relayout(element, { "margin.l": room });
}
var labelRoom = (element, characters) => labels(element).size * (TITLE + CHARACTER * characters);
async function showAxes(element, picture2) {
  if (hasAxes(element, picture2)) return;
  const [low, high, bottom, top, characters = 0] = axesOf(picture2) ?? [];
  await plotly().relayout(element, {
    "xaxis.range": [low, high],
    "yaxis.range": [bottom, top],
    "margin.l": labelRoom(element, characters)
  });
}
function hasAxes(element, picture2) {
  const ends = axesOf(picture2)?.slice(0, 4);
  return !ends || String(ranges(element)) === String(ends);
}
var axesOf = ({ scene, frame }) => scene.axes ? ofFrame(scene.axes, frame) : null;
function cutAhead(element, { scene, frame }) {
  for (const line3 of scene.fixed?.lines ?? []) {
    const [x] = pointOf(line3, frame);
    if (x !== null && x !== void 0) cutAfter(element, line3.trace, x, HALF);
  }
}
function hasFixed(element, { fixed }) {
  const { lines = [], layout = {} } = fixed ?? {};
  const hasEnds = ([name, ends]) => {
    const here = valueOf(element.layout, name);
    return !Array.isArray(ends) || Array.isArray(here) && String(here) === String(ends);
  };
  return lines.every(({ trace: trace2, x }) => !x.length || Boolean(element.data[trace2]?.x?.length)) && Object.entries(layout).every(hasEnds);
}
var valueOf = (layout, name) => name.split(".").reduce((part, key) => part?.[key], layout);
var hasPicture = (element, picture2) => {
  const image = pictureBehind(element);
  return !image || image.getAttribute("href") === picture2;
};
function setPicture(element, picture2) {
  const image = pictureBehind(element);
  const known2 = element.layout.images?.[0];
  if (!image || !known2) return;
  image.setAttribute("href", picture2);
  known2.source = picture2;
}

// src/plotly_words.ts
var SLACK = 1.5;
var LARGE = 12;
var FURTHEST = 48;
function arrangeWords(element, asides, yields) {
  const wordsOf = (traces) => traces.flatMap((trace2) => Array.from(traceGroup(element, trace2)?.querySelectorAll("text") ?? []));
  const all2 = Array.from(element.querySelectorAll(".textpoint text"));
  if (!all2.length) return;
  const [stepping, giving] = [wordsOf(asides), wordsOf(yields)];
  const fixed = all2.filter((word) => !stepping.includes(word) && !giving.includes(word));
  for (const word of all2) {
    if (word.style.translate) word.style.translate = "";
    if (word.style.visibility) word.style.visibility = "";
  }
  element.style.setProperty("--gdviz-paper", element.layout.paper_bgcolor);
  const edge = element.getBoundingClientRect();
  const boxesOf = (parts2) => stepping.length + giving.length ? Array.from(element.querySelectorAll(parts2), boxOf).filter(hasSize) : [];
  const marks = boxesOf(".scatterlayer .points path");
  const kept = [
    ...marks.filter(({ left, right }) => right - left >= LARGE),
    ...boxesOf(":is(.xaxislayer-above, .yaxislayer-above) text")
  ];
  const measured = new Map(all2.map((word) => [word, boxOf(word)]));
  const put3 = (word, way) => {
    const box = measured.get(word);
    if (!box || !hasSize(box)) return;
    const found = way(box);
    if (!found) word.style.visibility = "hidden";
    else {
      if (found[0] || found[1]) word.style.translate = `${found[0]}px ${found[1]}px`;
      kept.push(moved(box, found));
    }
  };
  for (const word of fixed) put3(word, (box) => inside2(box, edge));
  for (const word of stepping) put3(word, (box) => aside(box, kept, edge));
  for (const word of giving) {
    put3(word, (box) => [...kept, ...marks].some((other) => overlap(box, other, 0)) ? null : [0, 0]);
  }
}
var boxOf = (element) => element.getBoundingClientRect();
var hasSize = ({ left, right }) => right > left;
var moved = ({ left, right, top, bottom }, [x, y]) => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y
});
var overlap = (one2, other, slack) => Math.min(one2.right, other.right) - Math.max(one2.left, other.left) > slack && Math.min(one2.bottom, other.bottom) - Math.max(one2.top, other.top) > slack;
function inside2({ left, right, top, bottom }, edge) {
  const along = (low, high, first, last) => Math.max(first - low, 0) || Math.min(last - high, 0);
  return [along(left, right, edge.left, edge.right), along(top, bottom, edge.top, edge.bottom)];
}
function aside(box, kept, edge) {
  const start = inside2(box, edge);
  const here = moved(box, start);
  const under = kept.filter((other) => overlap(here, other, SLACK));
  if (!under.length) return start;
  const ends = (end) => under.map((other) => other[end]);
  const ways = [
    [0, Math.min(...ends("top")) - here.bottom + SLACK],
    [0, Math.max(...ends("bottom")) - here.top - SLACK],
    [Math.min(...ends("left")) - here.right + SLACK, 0],
    [Math.max(...ends("right")) - here.left - SLACK, 0]
  ];
  const length = ([x, y]) => Math.abs(x) + Math.abs(y);
  const isFree = (way) => {
    const there = moved(here, way);
    return length(inside2(there, edge)) === 0 && !kept.some((other) => overlap(there, other, SLACK));
  };
  const [found] = ways.filter((way) => length(way) <= FURTHEST && isFree(way)).sort((one2, other) => length(one2) - length(other));
  return found ? [start[0] + found[0], start[1] + found[1]] : null;
}

// src/surface.ts
var AXES = ["x", "y", "z"];
async function moveInSpace(element, data, traces, duration, goesOn) {
  const put3 = (places) => {
    const update2 = Object.fromEntries(AXES.map((axis) => [axis, places.map((place) => place[axis])]));
    return plotly().restyle(element, update2, traces);
  };
  if (!duration) return put3(data);
  const starts = traces.map((trace2) => element.data[trace2]);
  const begin = performance.now();
  for (let share = 0; share < 1; ) {
    const now = await new Promise(requestAnimationFrame);
    if (!goesOn()) return;
    share = Math.min((now - begin) / duration, 1);
    void put3(data.map((to, k) => between2(starts[k] ?? {}, to, share)));
  }
}
function between2(from, to, share) {
  const along = (axis) => (to[axis] ?? []).map((value, i) => {
    const start = from[axis]?.[i] ?? NaN;
    return start + share * ((value ?? NaN) - start);
  });
  return { x: along("x"), y: along("y"), z: along("z") };
}
async function keepCamera(element, camera) {
  if (camera && JSON.stringify(camera) !== JSON.stringify(element.layout.scene?.camera)) {
    await plotly().relayout(element, { "scene.camera": structuredClone(camera) });
  }
}

// src/turns.ts
var Turns = class {
  #current = null;
  #end = () => void 0;
  take() {
    this.end();
    const ended = new Promise((end) => this.#end = end);
    this.#current = { ended };
    return this.#current;
  }
  holds(turn) {
    return this.#current === turn;
  }
  end() {
    this.#current = null;
    this.#end();
  }
};

// src/plotly.ts
var PATIENCE_MS = 1e3;
var PlotlyRenderer = class {
  constructor(cameras) {
    this.cameras = cameras;
  }
  cameras;
  find(name) {
    return window.Plotly ? drawnOn(document.querySelector(`.st-key-${name} .js-plotly-plot`)) : null;
  }
  mount(element, listener) {
    rememberLists(plotly());
    return new PlotlyChart(element, listener, this.cameras);
  }
};
var PlotlyChart = class {
  // since it came to rest
  constructor(element, listener, cameras) {
    this.element = element;
    this.listener = listener;
    this.cameras = cameras;
    this.#container = container(element);
    element.setAttribute("role", "figure");
    hideDrawing(element);
    for (const event of ["plotly_afterplot", "plotly_react"]) {
      this.#on(event, this.#look);
    }
    this.#on("plotly_transitioning", () => {
      this.#isEmpty = allowNothingToMove(element);
      this.#axes = axes(element);
    });
    this.#on("plotly_animated", () => {
      if (this.#isAtRest() && this.#picture) this.#hide(this.#picture);
    });
    this.#on("plotly_click", ({ points: [point] }) => {
      if (this.#drawn?.scene.clickable && point?.curveNumber === 0) listener.onStart([point.x]);
    });
    this.#on("plotly_relayout", (change2) => {
      const camera = change2["scene.camera"];
      const scene = this.#drawn?.scene;
      if (camera && scene?.space) cameras.set(scene.chart, structuredClone(camera));
    });
    element.addEventListener("click", this.#startAt, { signal: this.#listening.signal });
  }
  element;
  listener;
  cameras;
  #turns = new Turns();
  #container;
  #listening = new AbortController();
  #drawn = null;
  #isStale = false;
  // whether the page drew it anew while the player was drawing
  #axes = "";
  // those that the last motion was worked out for
  #isEmpty = false;
  // whether that motion had nothing to move
  #motion = null;
  // what drives it
  #isMending = false;
  #hasMended = false;
  #on(event, listener) {
    this.element.on(event, listener);
    this.#listening.signal.addEventListener("abort", () => {
      this.element.removeListener?.(event, listener);
    });
  }
  isThere() {
    return this.#isDrawn() && container(this.element) === this.#container;
  }
  destroy() {
    this.stop();
    endMotion(this.#motion);
    this.#listening.abort();
  }
  stop() {
    this.#turns.end();
    if (this.#drawn) this.#drawn = { scene: this.#drawn.scene };
  }
  // --- Drawing ---
  async show(picture2) {
    const { scene, frame, known: known2 } = picture2;
    const turn = this.#turns.take();
    if (!this.#fits(scene)) {
      this.#drawn = null;
      return;
    }
    if (this.#shows(picture2)) return;
    const before = this.#drawn;
    this.#drawn = { scene };
    if (before?.scene !== scene || before.known !== known2) await drawFixed(this.element, picture2);
    if (this.#holds(turn)) await showAxes(this.element, picture2);
    if (scene.space && this.#holds(turn)) await keepCamera(this.element, this.cameras.get(scene.chart));
    if (!this.#holds(turn)) return;
    this.#drawn = { scene, known: known2 };
    const behind = scene.pictures?.[frame];
    if (behind) setPicture(this.element, behind);
    await this.#move(turn, scene, traceData(picture2), traceNumbers(scene), 0);
    if (this.#holds(turn)) this.#rest(picture2);
  }
  /** The movers go their legs; then, where a scene glides, all that is on it goes to its next place. */
  async animate(from, to, duration) {
    if (!this.#shows(from)) return;
    const { scene, frame, known: known2 } = from;
    const turn = this.#turns.take();
    this.#drawn = { scene, known: known2 };
    for (const { data, traces, share } of legs(from)) {
      await this.#move(turn, scene, data, traces, duration * share);
      if (!this.#holds(turn)) return;
    }
    if (scene.glides) {
      const share = scene.glides[frame] ?? 0;
      await this.#move(turn, scene, traceData(to), traceNumbers(scene), duration * share);
    }
    if (slidesAllTheWay(from) && this.#holds(turn)) this.#rest(to);
  }
  #holds(turn) {
    return this.#turns.holds(turn) && this.#isDrawn();
  }
  // The page takes a drawing away before the element that it was on.
  #isDrawn() {
    return this.element.isConnected && drawnOn(this.element) !== null;
  }
  // What a scene looks like follows from these: the frame, and how much of the run is known.
  #shows({ scene, frame, known: known2 }) {
    return this.#drawn?.scene === scene && this.#drawn.frame === frame && this.#drawn.known === known2;
  }
  // Whether the chart has the traces of a scene: the page may still be on its way to it, or from it.
  #fits(scene) {
    return hasLayers(this.element) && Math.max(...traceNumbers(scene)) < traceCount(this.element);
  }
  // All of a picture is drawn.
  #rest(picture2) {
    const { scene, frame, known: known2, run } = picture2;
    this.#drawn = { scene, frame, known: known2 };
    this.element.dataset.step = String(run.steps[frame]);
    this.#hasMended = false;
    this.#picture = picture2;
    this.#hide(picture2);
    if (this.#isStale) this.#look();
    else this.#mend();
  }
  #picture = null;
  // the one that was drawn last
  #isAtRest() {
    return this.#drawn === null || this.#drawn.frame !== void 0;
  }
  // What of a drawing is not to be seen.
  #hide(picture2) {
    cutAhead(this.element, picture2);
    arrangeWords(this.element, picture2.scene.asides ?? [], picture2.scene.yields ?? []);
  }
  // The page has drawn the chart, or the player itself.
  #look = () => {
    hideDrawing(this.element);
    this.#isStale = !this.#isAtRest();
    if (this.#isStale) return;
    const isLost = this.#isLost();
    if (isLost) this.#drawn = null;
    else {
      if (this.#picture) this.#hide(this.#picture);
      this.#mend();
    }
    this.listener.onRedraw(isLost);
  };
  // Whether the page has drawn the chart as it was sent. A motion then still puts the traces that it moves
  // where they belong, but not what is set once a run, nor the picture behind.
  #isLost() {
    const picture2 = this.#picture;
    if (!this.#drawn || !picture2) return true;
    const { scene, frame } = picture2;
    const isEmpty = (trace2) => !this.element.data[trace2 ?? -1]?.x?.length;
    const numbers = traceNumbers(scene);
    const behind = scene.pictures?.[frame];
    return traceData(picture2).some(({ x }, i) => x?.length && isEmpty(numbers[i])) || !hasFixed(this.element, scene) || !hasAxes(this.element, picture2) || behind !== void 0 && !hasPicture(this.element, behind);
  }
  // A motion that the page's own drawing came between may leave a part of it out.
  #lacks({ scene }, data) {
    const isThere = (x) => x?.some((value) => value !== null) ?? false;
    const numbers = traceNumbers(scene);
    return !scene.space && data.some(({ x }, i) => isThere(x) && !isSeen(this.element, numbers[i] ?? -1));
  }
  #mend() {
    const lacks = !this.#hasMended && this.#picture && this.#lacks(this.#picture, traceData(this.#picture));
    const isShrunk2 = isShrunk(this.element);
    if (this.#isMending || !(lacks || isShrunk2 || isCut(this.element))) return;
    this.#isMending = this.#hasMended = true;
    const whole = { "xaxis.domain": [0, 1], "yaxis.domain": [0, 1] };
    const mended = isShrunk2 ? plotly().relayout(this.element, whole) : plotly().redraw(this.element);
    void mended.finally(() => this.#isMending = false);
  }
  async #move(turn, scene, data, traces, duration) {
    const { element } = this;
    if (scene.space) {
      await moveInSpace(element, data, traces, duration, () => this.#holds(turn));
      return;
    }
    const time = Math.max(duration, 1);
    const options = {
      mode: "immediate",
      frame: { duration: time, redraw: false },
      transition: { duration: time, easing: "linear" }
    };
    const shown = (isFull) => traces.filter((_, i) => {
      const x = data[i]?.x;
      return x && x.length > 0 === isFull;
    });
    this.#setDisplay(shown(false), "none");
    if (this.#motion !== motionOf(element)) endMotion(this.#motion);
    const done = plotly().animate(element, { data, traces }, options).catch(() => turn.ended);
    this.#motion = motionOf(element);
    await Promise.race([done, turn.ended, sleep(time + PATIENCE_MS)]);
    if (!this.#holds(turn)) return;
    if (this.#isEmpty) {
      await this.#move(turn, scene, data, traces, 0);
      return;
    }
    this.#setDisplay(shown(true), "");
    putInOrder(element);
    if (this.#axes !== axes(element)) await plotly().redraw(element);
  }
  // In such a motion Plotly leaves what a trace showed last where it was when nothing comes after it.
  #setDisplay(traces, display) {
    for (const trace2 of traces) {
      const group = traceGroup(this.element, trace2);
      if (group) group.style.display = display;
    }
  }
  // --- Places ---
  get overlay() {
    return this.#container ?? this.element;
  }
  ranges() {
    return ranges(this.element);
  }
  placeAt(clientX, clientY) {
    return placeAt(this.element, clientX, clientY);
  }
  pixelsOf(x, y) {
    return pixelsOf2(this.element, x, y);
  }
  heightAt(x) {
    return heightAt(this.element, x);
  }
  // A press anywhere on a chart with a grid: the nearest place at multiples of its steps.
  #startAt = ({ clientX, clientY }) => {
    const { grid, taps } = this.#drawn?.scene ?? {};
    const units = grid ?? taps;
    if (!units) return;
    const place = this.placeAt(clientX, clientY);
    const isInside = this.ranges().every(([low, high], i) => {
      const value = place[i] ?? NaN;
      return low <= value && value <= high;
    });
    if (!isInside) return;
    const nearest = (value, unit2) => Number((Math.round(value / unit2) * unit2).toFixed(6));
    const pressed = place.map((value, i) => nearest(value, units[i] ?? 1));
    if (grid) this.listener.onStart(pressed);
    else this.listener.onTap(pressed);
  };
  fade(isFaded) {
    if (!this.#drawn) return;
    for (const trace2 of traceNumbers(this.#drawn.scene)) {
      const group = traceGroup(this.element, trace2);
      if (group) group.style.opacity = isFaded ? "0.15" : "";
    }
  }
  async save(name) {
    const options = { format: "png", filename: name, ...size(this.element), scale: 2 };
    await plotly().downloadImage(this.element, options);
  }
};
var sleep = (duration) => new Promise((done) => setTimeout(done, duration));

// src/tally.ts
var NAME = "gdviz-tally";
function keptTally() {
  try {
    const { count, right, distance } = JSON.parse(sessionStorage.getItem(NAME) ?? "null");
    const isTally = [count, right, distance].every(Number.isFinite) && right >= 0 && right <= count;
    return isTally ? { count, right, distance } : null;
  } catch {
    return null;
  }
}
function keepTally(tally) {
  try {
    if (tally.count) sessionStorage.setItem(NAME, JSON.stringify(tally));
  } catch {
  }
}

// src/mount.ts
var store = new Store();
store.tally = keptTally();
store.subscribe(({ tally }, before) => {
  if (before && tally !== before.tally) keepTally(tally);
});
var panels = [];
var mounted = null;
function mount({ parentElement, setTriggerValue }) {
  return put(panels, { place: one(parentElement, ".gdviz-player"), tell: setTriggerValue }, play);
}
function play() {
  const panel = lastOf(panels);
  if (mounted && mounted.panel === panel) {
    mounted.player.tell = panel.tell;
    return;
  }
  mounted?.player.destroy();
  const renderer = new PlotlyRenderer(store.cameras);
  mounted = panel ? { panel, player: new Player(panel.place, store, renderer, panel.tell) } : null;
}

// src/offline.ts
var json = (id) => one(document, `#gdviz-${id}`).textContent;
async function playFile() {
  const figures = JSON.parse(json("figures"));
  const config = JSON.parse(json("config"));
  for (const [name, { data, layout }] of Object.entries(figures)) {
    await plotly().newPlot(one(document, `.st-key-${name} > div`), data, layout, config);
  }
  carry(document.body, new TextEncoder().encode(json("run")), () => void 0);
  mount({ parentElement: document, setTriggerValue: () => void 0 });
}
export {
  about,
  mount as default,
  descend,
  kindOf,
  missingParts,
  mistaken,
  parts,
  playFile,
  read,
  say
};
