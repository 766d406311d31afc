"""The fields of a link, one record each: how it is read and written, its default, what depends on it.

It is one table, and as long as a link has fields.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gdviz.classroom.missions import MISSIONS
from gdviz.classroom.prediction import MODES, REGIME
from gdviz.core.descent import MAX_STEPS
from gdviz.core.losses import CUSTOM, LOSSES
from gdviz.core.numbers import plain
from gdviz.core.optimizers import OPTIMIZERS, constants
from gdviz.link.bounds import (
    HIDEABLE,
    LANGUAGES,
    LEVELS,
    LOOKS,
    MAX_EPOCHS,
    MAX_ETA,
    MAX_FRAMES,
    MAX_LAYERS,
    MAX_NEURONS,
    MAX_PLACE,
    MAX_POINTS,
    MAX_QUESTION,
    MAX_RATES,
    MAX_SEED,
    MIN_BATCH,
    MIN_ETA,
    MIN_POINTS,
    SCALINGS,
)
from gdviz.link.packing import as_written
from gdviz.link.pairs import FEWEST, MOST, to_link
from gdviz.link.readers import (
    default_loss,
    race_text,
    read_batch,
    read_constants,
    read_domain,
    read_every,
    read_formula,
    read_hide,
    read_layers,
    read_loss,
    read_mission,
    read_pairs,
    read_points,
    read_predict,
    read_question,
    read_race,
    read_scaling,
    read_schedule,
    read_start,
    read_step,
    read_steps,
    read_stop,
    read_weight,
    schedule_text,
    typed,
)
from gdviz.link.reading import at_most, number, one_of, whole
from gdviz.link.schema import SCHEMAS
from gdviz.link.story import STOPS
from gdviz.network.datasets import DATASETS
from gdviz.network.network import ACTIVATIONS
from gdviz.network.training import learned

if TYPE_CHECKING:
    from gdviz.link.settings import Settings


@dataclass(frozen=True)
class Field:
    """One field of a link.

    ``read`` takes its text and the settings read so far, and raises RefusedError; ``default`` is
    its value where the link leaves it out; ``write`` gives its text, empty where there is nothing
    to say. A change of the field lets those that it ``resets`` start afresh. ``meaning`` and
    ``values`` document it in the README.
    """

    name: str
    read: Callable[[str, "Settings"], object]
    default: Callable[["Settings"], object]
    meaning: str
    values: str
    write: Callable[[Any], str] = str
    resets: tuple[str, ...] = ()


def _commas(values: Iterable[float]) -> str:
    return ",".join(map(plain, values))


def _ids(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _losses(weights: int) -> str:
    return _ids(name for name, loss in LOSSES.items() if len(loss.domain) == weights)


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field(
            "lesson",
            lambda text, known: one_of(text, SCHEMAS),
            lambda known: next(iter(SCHEMAS)),
            "which page",
            "`one` or `two` weights, `network`; that of the loss or the data if missing",
            resets=(
                *("loss", "domain", "formula", "pairs", "scaling", "eta", "race", "view"),
                *("w", "steps", "every", "step", "mission", "stop", "schedule"),
            ),
        ),
        Field(
            "loss",
            read_loss,
            default_loss,
            "which loss",
            f"{_losses(1)}; {_losses(2)}",
            resets=(
                "domain",
                "formula",
                "pairs",
                "scaling",
                "eta",
                "w",
                "steps",
                "every",
                "step",
                "stop",
                "schedule",
            ),
        ),
        Field(
            "formula",
            read_formula,
            lambda known: typed(known)[0],
            f"a loss of your own, with `loss={CUSTOM}`",
            "`W^4/4 - W^2`, or one of `W1` and `W2` with `lesson=two`, as on paper or in LaTeX: `2(W−1)²`, "
            "`e^-W`, `2^W`, `sin 2W`, `\\frac{1}{2}W^2`, `max(0, W)`, in another letter, `E(W) = …`; "
            "exp log sqrt sin cos tan tanh abs max min sigmoid, e and π",
            resets=("step", "stop", "schedule"),
        ),
        Field(
            "domain",
            read_domain,
            lambda known: typed(known)[1],
            "where it is drawn",
            f"`-6,6`, or `-5,5,-5,5` for two weights; −{MAX_PLACE} to {MAX_PLACE}",
            write=lambda domain: _commas(bound for bounds in domain for bound in bounds),
            resets=("step", "schedule"),
        ),
        Field(
            "pairs",
            read_pairs,
            lambda known: (),
            "own data for `line-fit`, and for a network that learns `line` or `sine`",
            f"{FEWEST} to {MOST} pairs: `1,2.5_2,3.1_3,4.8`; missing where there are none",
            write=to_link,
            resets=("scaling", "w", "points", "batch", "example", "step", "stop", "schedule"),
        ),
        Field(
            "scaling",
            read_scaling,
            lambda known: SCALINGS[0],
            "whether own data are standardised first: (value − mean) / standard deviation",
            _ids(SCALINGS),
            write=lambda chosen: chosen if chosen != SCALINGS[0] else "",
            resets=("w", "step", "stop", "schedule"),
        ),
        Field(
            "opt",
            lambda text, known: one_of(text, OPTIMIZERS),
            lambda known: next(iter(OPTIMIZERS)),
            "update rule",
            _ids(OPTIMIZERS),
            resets=("const", "step", "stop", "schedule"),
        ),
        Field(
            "const",
            read_constants,
            lambda known: tuple(constant.default for constant in constants(known.opt)),
            "the rule's further constants, comma separated, in the order in which the page shows them",
            "`0.9` for a decay, 0 to 0.9999; `1e-8` for ε, 1e-12 to 1; missing where the rule has none",
            write=_commas,
            resets=("step", "schedule"),
        ),
        Field(
            "eta",
            lambda text, known: number(text, MIN_ETA, MAX_ETA),
            lambda known: known.loss_function.learning_rate,
            "learning rate η",
            f"{MIN_ETA:f} to {MAX_ETA:g}",
            write=plain,
            resets=("step", "schedule"),
        ),
        Field(
            "race",
            read_race,
            lambda known: (),
            "up to six runners instead of the one rule, each a rule with its rate",
            "`gd:0.95,momentum:0.1,adagrad:1.5,adam:0.3`; missing where there is no race",
            write=race_text,
            resets=("predict", "step", "stop", "schedule"),
        ),
        Field(
            "view",
            lambda text, known: one_of(text, known.views),
            lambda known: known.schema.views[0],
            "how the lesson is seen",
            "a landscape from `above` or as a `surface`; of a network how it may `learn`, one `weight`, "
            "numerical differentiation, weight by weight, as a `nudge`, backpropagation as a `chain`, "
            "or its `cost`",
        ),
        Field(
            "levels",
            lambda text, known: one_of(text, LEVELS),
            lambda known: LEVELS[0],
            "how far apart the contour lines of a landscape are in E",
            "`even` or `log`; `auto`, what suits the loss, if missing",
            write=lambda chosen: chosen if chosen != LEVELS[0] else "",
        ),
        Field(
            "predict",
            read_predict,
            lambda known: MODES[0],
            "each step is asked for before it is shown",
            "`off`, `on`, or `skip` where a student may skip the question",
            resets=("view", "every", "step", "schedule"),
        ),
        Field(
            "regime",
            lambda text, known: one_of(text, REGIME),
            lambda known: REGIME[0],
            "whether it is asked first what the learning rate will do, where each step is asked for",
            f"{_ids(REGIME)}",
            write=lambda asked: asked if asked != REGIME[0] else "",
            resets=("step",),
        ),
        Field(
            "w",
            read_start,
            lambda known: tuple(map(float, known.loss_function.start)),
            "start",
            "within the loss's domain: `5`, or `-7,2` for two weights",
            write=_commas,
            resets=("step", "schedule"),
        ),
        Field(
            "steps",
            read_steps,
            lambda known: 30,
            "steps computed",
            f"1 to {MAX_STEPS}",
            resets=("every", "step"),
        ),
        Field(
            "every",
            read_every,
            lambda known: known.fitting_every[0],
            "steps a frame stands for",
            f"1, 10 or 100, so that there are at most {MAX_FRAMES} frames",
            resets=("step",),
        ),
        Field("step", read_step, lambda known: 0, "step shown", "0 to `steps`"),
        Field(
            "schedule",
            read_schedule,
            lambda known: (),
            "the learning rates before η, each with the step up to which it holds",
            f"`0.1@12,0.05@20`, at most {MAX_RATES - 1}; missing where η holds from the start on",
            write=schedule_text,
        ),
        Field(
            "data",
            lambda text, known: one_of(text, DATASETS),
            lambda known: next(iter(DATASETS)),
            "what a network learns",
            _ids(DATASETS),
            resets=(
                "pairs",
                "scaling",
                "points",
                "noise",
                "layers",
                "epochs",
                "weight",
                "example",
                "step",
                "stop",
            ),
        ),
        Field(
            "points",
            read_points,
            lambda known: learned(len(known.pairs)) if known.pairs else 200,
            "how many examples it learns from; half as many more are held out",
            f"{MIN_POINTS} to {MAX_POINTS}",
            resets=("batch", "example", "step"),
        ),
        Field(
            "noise",
            lambda text, known: 0.0 if known.pairs else number(text, 0, 1),
            lambda known: 0.0 if known.pairs else DATASETS[known.data].noise,
            "standard deviation of the noise in them",
            "0 to 1",
            write=plain,
            resets=("step",),
        ),
        Field(
            "layers",
            read_layers,
            lambda known: DATASETS[known.data].hidden,
            "neurons in each hidden layer",
            f"`4,4`: up to {MAX_LAYERS} layers of up to {MAX_NEURONS}; `0` for none",
            write=lambda sizes: ",".join(map(str, sizes)) or "0",
            resets=("weight", "step", "stop"),
        ),
        Field(
            "act",
            lambda text, known: one_of(text, ACTIVATIONS),
            lambda known: "tanh",
            "activation",
            _ids(ACTIVATIONS),
            resets=("step",),
        ),
        Field(
            "seed",
            lambda text, known: whole(text, 0, MAX_SEED),
            lambda known: 1,
            "of the data, the starting weights and the batches",
            f"0 to {MAX_SEED}",
            resets=("step",),
        ),
        Field(
            "epochs",
            lambda text, known: at_most(text, 1, MAX_EPOCHS),
            lambda known: DATASETS[known.data].epochs,
            "epochs to learn",
            f"1 to {MAX_EPOCHS}; `step` is then the epoch shown",
            resets=("step",),
        ),
        Field(
            "batch",
            read_batch,
            lambda known: 0,
            "examples for each update",
            f"{MIN_BATCH} to `points`; 0 for all at once",
            resets=("step",),
        ),
        Field(
            "weight",
            read_weight,
            lambda known: (0,),
            "the weight looked at, or two",
            "its place in the flat vector, from 0: `3` or `3,8`",
            write=lambda chosen: ",".join(map(str, chosen)),
        ),
        Field(
            "example",
            lambda text, known: at_most(text, 0, known.points - 1),
            lambda known: 0,
            "the example that is followed through the network",
            "0 to `points` − 1",
            resets=("step",),
        ),
        Field(
            "mission",
            read_mission,
            lambda known: "",
            "a mission",
            _ids(MISSIONS),
        ),
        Field(
            "stop",
            read_stop,
            lambda known: "",
            "a stop of the story",
            _ids(STOPS),
        ),
        Field(
            "hide",
            read_hide,
            lambda known: (),
            "what students do not see, comma separated",
            f"{_ids(HIDEABLE)}; the player always stays",
            write=",".join,
        ),
        Field(
            "q",
            read_question,
            lambda known: "",
            "the teacher's question, shown above the curve",
            f"plain text, at most {MAX_QUESTION} characters; or packed, after `~`, as base64url of UTF-16",
            write=as_written,
        ),
        Field(
            "look",
            lambda text, known: one_of(text, LOOKS),
            lambda known: LOOKS[0],
            "how the page looks",
            "`page`; `present` for the projector: larger, with loss, rate, curve, player and question alone, "
            "or what a stop of the story speaks of, with the way to the next",
        ),
        Field(
            "lang",
            lambda text, known: one_of(text, LANGUAGES),
            lambda known: LANGUAGES[0],
            "language",
            "`en` or `ja`; the browser's if missing",
        ),
    )
}


def documented() -> str:
    """The fields as the table of the README."""
    return "".join(f"| `{field.name}` | {field.meaning} | {field.values} |\n" for field in FIELDS.values())
