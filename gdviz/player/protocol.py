"""What Python sends the player: one run, as JSON.

The one statement of it for both sides: ``generate.py`` writes ``src/protocol.ts`` from these records.
In JSON the keys of a ``dict[int, …]`` are texts, a nan is null, and an array is a list.

A *template* is a text in which ``{W}`` stands for the number of column W at the step shown, ``{W'}``
for the next step's, and ``{(W)}`` for one in parentheses if it is negative or a power of ten.
"""

from typing import NotRequired, TypedDict

from gdviz.charts.theme import CHARACTER, TITLE

# The numbers that both sides reckon with.
NUMBERS = {"CHARACTER": CHARACTER, "TITLE": TITLE}

# Its text at each step: at all of them, or only at those listed.
Column = list[str] | dict[int, str]
# Coordinates one after another: x, y, x, y … or, in space, x, y, z …
Places = list[float | None]
# A label and an equation, both templates, and the colour of a mark.
WorkedRow = tuple[str, str] | tuple[str, str, str]


class Keyframes(TypedDict):
    """Where one trace is at each frame, and the templates of its labels.

    ``frame`` says which of the rows each frame shows; without it each frame has its own, or all have
    the only one. A trace that ``grows`` shows the rows of the frames before.
    """

    trace: int
    rows: list[Places]
    frame: NotRequired[list[int]]
    text: NotRequired[list[str]]
    grows: NotRequired[bool]


class Curves(TypedDict):
    """A curve at each frame: the sum of ``basis`` curves over x, each by its share at that frame.

    It ends at the height ``most``; ``gaps`` are, for each frame, the points at which there is none.
    """

    trace: int
    x: list[float]
    basis: list[list[float]]
    shares: list[list[float]]
    most: float
    gaps: NotRequired[list[list[int]]]


class Line(TypedDict):
    """A line that stays for a run; ``rests`` are the points of it at which the frames are, if not all."""

    trace: int
    x: list[float]
    y: list[float | None]
    rests: NotRequired[list[int]]


class Fixed(TypedDict):
    """What is set once a run: lines, and a part of Plotly's layout, by its dotted names."""

    lines: NotRequired[list[Line]]
    layout: dict[str, object]


class Scene(TypedDict):
    """The moving part of one chart: see ``gdviz.charts.animation.Animation``.

    A leg is the place of each mover at its end, one after another, and its share of the time.
    """

    chart: str
    movers: list[int]
    tracks: list[Keyframes]
    curves: list[Curves]
    keep: list[int]
    legs: NotRequired[list[list[Places]]]
    glides: NotRequired[list[float]]
    variant: NotRequired[str]
    fixed: NotRequired[Fixed]
    clickable: NotRequired[bool]
    grid: NotRequired[list[float]]
    taps: NotRequired[list[float]]
    pictures: NotRequired[list[str]]
    space: NotRequired[bool]
    answers: NotRequired[list[int]]
    asides: NotRequired[list[int]]
    yields: NotRequired[list[int]]
    axes: NotRequired[list[list[float]]]


class Graph(TypedDict):
    """A network as neurons and lines: see ``gdviz.charts.graph.drawing``.

    ``weights`` are for each frame, or for all, the flat vector in parts of the ``finest`` th, and
    ``values`` and ``slopes`` its texts; ``names`` those of the weights, ``neurons`` of the neurons.
    """

    sizes: list[int]
    names: list[str]
    neurons: list[str]
    size: list[int]
    weights: list[list[int]]
    finest: int
    chosen: list[int]
    labels: list[list[str]] | None
    marks: list[list[int]] | None
    ways: list[str] | None
    values: list[list[str]] | None
    slopes: list[list[str]] | None
    maps: list[str] | None


class WorkedStep(TypedDict):
    """The rows of a step, and those of the ``last`` one, from which no step leads on.

    Where there are several weights, each has a column of its own; a row beyond them belongs to all.
    """

    rows: list[WorkedRow]
    last: list[WorkedRow]
    title: str
    end: str
    columns: NotRequired[int]


class Table(TypedDict):
    """What the columns are called and show; ``shown`` if only the steps shown are rows."""

    name: str
    columns: list[tuple[str, str]]
    shown: NotRequired[bool]


# What the learning rate may do, each with its name; which ``is`` so, and the sentence of it.
Regime = TypedDict("Regime", {"zones": list[tuple[str, str]], "is": str | None, "told": str})


class HandRule(TypedDict):
    """A rule's lines, each its letter, whether the next step remembers it, and its tree; its constants by
    their letters, and the colour of its run, empty for the only one.
    """

    lines: list[tuple[str, bool, object]]
    constants: dict[str, float]
    color: str


class Hand(TypedDict):
    """What is needed to work out a run from another start or with another rate: see ``hand.py``.

    The loss and its ``slopes`` are trees over the ``letters``; ``domain`` has the ends of each axis.
    """

    letters: list[str]
    names: list[str]
    domain: list[list[float]]
    value: object
    slopes: list[object]
    start: list[float]
    steps: int
    rules: list[HandRule]
    texts: dict[str, str]


class ExploredLine(TypedDict):
    """A line of the worked step: its label, its left side, and its right side as a template of numbers and
    as a ``tree`` over letters, of which ``operands`` tells whose numbers they are; and what it gives.

    Numbers are named as in ``worked_step.py``: W, slope, dW, eta, a rule's own; W_2 of the second weight, and
    those of the next step with a ', as in W'.
    """

    label: str
    letters: str
    expression: str
    tree: object
    operands: list[tuple[str, str]]
    result: str


class ExploredRule(TypedDict):
    """A rule with its usual constants: ``given`` are the texts of these, ``names`` those of its letters."""

    rule: HandRule
    lines: list[ExploredLine]
    given: dict[str, str]
    names: dict[str, str]


class ExploredChart(TypedDict):
    """The numbers of a chart's traces, by what they are; what it shows of the plane: low, high, bottom, top;
    where, as shares of it, words stand; and of a curve the magnified view: left, right, low, high.
    """

    traces: dict[str, int]
    view: list[float]
    words: list[float]
    lens: NotRequired[list[float]]


class Explore(TypedDict):
    """What a light page makes another run of, where no server is: see ``exploring.py``.

    The ``rule`` is that of the run, ``steps`` are those shown of one that goes on to the end. The zones of
    the learning rate ``hold`` for any start, or only for that of the run. ``data`` are the pairs that a line
    is fitted to, ``ends`` titles of the last step, ``trends`` what becomes of the loss; ``floor`` is that of
    its lowest minimum, null where it has none, and ``above`` the title of a scale of what is above it.
    """

    rule: str
    rules: dict[str, ExploredRule]
    steps: list[int]
    hold: bool
    ends: dict[str, str]
    loss: str
    trends: dict[str, str]
    data: list[list[float]]
    floor: float | None
    above: str
    charts: dict[str, ExploredChart]


class Prediction(TypedDict):
    """Each step is asked for before it is shown: the exact numbers of all k steps, n weights each; and what
    is needed to go on by a mistaken rule, where the player computes the loss.
    """

    skip: bool
    letters: list[str]
    spans: list[float]
    weights: list[list[float]]
    slopes: list[list[float]]
    updates: list[list[float]]
    rate: float
    rule: str
    regime: Regime | None
    hand: NotRequired[Hand]
    texts: dict[str, str]


class Mission(TypedDict):
    """A mission, and how it stands."""

    name: str
    task: str
    state: str
    solved: bool


class Rate(TypedDict):
    """The track of the learning rate: the rates on it, at even distances, and the one the run has.

    ``zones`` are what rates do, each from and up to which share of the track it holds, and ``ticks`` the
    thresholds between them, as text and share. ``earlier`` says which rates held before, ``restart`` that
    the present one can hold from the start on.
    """

    name: str
    value: float
    rates: list[float]
    zones: list[tuple[str, float, float]]
    ticks: list[tuple[str, float]]
    earlier: str
    restart: str
    locked: bool


class Sound(TypedDict):
    """What is heard of a run: at each frame the slope, to three digits, or where it is not ``sided`` the
    length of the gradient; and at its end whether it has "arrived" or is "gone", or neither.
    """

    slopes: list[float]
    sided: bool
    end: str


class PlayerTexts(TypedDict):
    """The words of the buttons; ``status``, ``position``, ``alt`` and ``graph`` are templates.

    ``verdict`` is told when the end was seen, ``away`` while no server is there;
    ``names`` are those of what Streamlit names in English alone.
    """

    name: str
    first: str
    back: str
    play: str
    pause: str
    next: str
    last: str
    scrub: str
    speed: str
    status: str
    position: str
    scale: str
    linear: str
    log: str
    share: str
    home: str
    picture: str
    keys: str
    look: str
    alt: str
    verdict: str
    skip: str
    to_rate: str
    to_player: str
    sound: str
    away: str
    names: dict[str, str]
    graph: NotRequired[str]


class Run(TypedDict):
    """One run.

    ``run`` is the same for two whose numbers are; ``link`` is its address, null where there is none;
    ``steps`` are those shown, a frame each, and ``start`` is the frame to begin with; ``last`` is the
    run's last step. Where a text in a column is a name in ``constants``, that template stands for it.
    ``locked`` runs take no start by a click, and of those that ``follow`` the server draws something at
    each step where the reader rests. One that ``resumes`` may go on with another learning rate. ``story`` is
    what the present stop says, in parts, each with what it is: see ``gdviz.charts.sentences.story``, and
    ``chart`` is the one that it speaks of, if not the first.
    """

    run: str
    link: dict[str, str] | None
    steps: list[int]
    last: int
    start: int
    player: PlayerTexts
    tools: list[str]
    locked: bool
    columns: dict[str, Column]
    constants: dict[str, str]
    scenes: list[Scene]
    worked: NotRequired[WorkedStep]
    table: NotRequired[Table]
    graph: NotRequired[Graph]
    predict: NotRequired[Prediction]
    summary: NotRequired[str]
    mission: NotRequired[Mission]
    story: NotRequired[list[tuple[str, str]]]
    chart: NotRequired[str]
    rate: NotRequired[Rate]
    hand: NotRequired[Hand]
    explore: NotRequired[Explore]
    sound: NotRequired[Sound]
    resumes: NotRequired[bool]
    follows: NotRequired[bool]
