"""A network: it learns, one of its weights, backpropagation through it, and what its gradient costs."""

from collections.abc import Collection, Generator, Sequence
from typing import Any, ClassVar

from gdviz.charts import answer, cost, depth, learning, sentences, thresholds_scale, weight
from gdviz.charts.chart import Chart
from gdviz.core.thresholds import Thresholds
from gdviz.export.csv import training_table
from gdviz.export.training_script import training_script
from gdviz.export.worksheet import training_worksheet
from gdviz.lessons.lesson import OFFLINE, SPREADSHEET, Download, Lesson, Message, View, verdict
from gdviz.lessons.mission import mission_state
from gdviz.link.bounds import STANDARD
from gdviz.link.settings import Settings
from gdviz.network.backpropagation import stages
from gdviz.network.datasets import DATASETS
from gdviz.network.gradient_cost import costs
from gdviz.network.network import size_of
from gdviz.network.training import Training, snapshots
from gdviz.network.trainings import learned
from gdviz.player import network_messages
from gdviz.player.chain_messages import play_chain
from gdviz.player.nudge_messages import play_nudges
from gdviz.player.nudge_messages import shown as nudged
from gdviz.texts import Texts


def _script(settings: Settings, training: Training, texts: Texts) -> bytes:
    return training_script(settings.job).encode()


def _table(settings: Settings, training: Training, texts: Texts) -> bytes:
    return training_table(training, texts).encode(SPREADSHEET)


def _worksheet(settings: Settings, training: Training, texts: Texts) -> bytes:
    return training_worksheet(training, settings.weight[0], texts, not settings.is_lesson).encode()


# What a network is, and what it learns from.
NETWORK = ("layers", "act", "seed", "points", "noise", "batch")
# They follow from the curvature at a minimum, and that of all weights together is not worked out.
NO_THRESHOLDS = Thresholds(None, reason="network")


def _plain_rate(settings: Settings, texts: Texts) -> dict[str, Any]:
    """The track of the learning rate, without zones."""
    locked = not settings.may_change("eta")
    return thresholds_scale.track(NO_THRESHOLDS, settings.eta, texts, locked=locked)


class NetworkView(View):
    """A view of a network; none of them is worked out in the server.

    ``graph_key`` is the key of the text about the drawing of the network, empty where it is not
    drawn; ``controls`` are the fields that can be changed; ``text_beside`` says whether the summary
    stands beside the picture, in the place of a worked step.
    """

    graph_key: ClassVar[str] = "network.graph_key"
    controls: ClassVar[tuple[str, ...]] = ()
    has_table: ClassVar[bool] = False
    chooses_weights: ClassVar[bool] = False
    text_beside: ClassVar[bool] = False

    def draws_in_worker(self, settings: Settings) -> bool:
        return True

    def line(self, settings: Settings) -> str | None:
        return "short"

    def as_drawn(self, settings: Settings) -> Settings:
        return settings.changed("step", "0")[0].changed("stop", "")[0]

    def shown(self, settings: Settings) -> list[int]:
        """The steps that the player shows."""
        raise NotImplementedError


class _Trained(NetworkView):
    """A view of a training."""

    downloads = (
        OFFLINE,
        Download("python", ".py", _script),
        Download("csv", ".csv", _table),
        Download("sheet", "-worksheet.html", _worksheet),
    )
    learns = True
    has_table = True
    controls: ClassVar[tuple[str, ...]] = (*NETWORK, "eta", "epochs", "opt")

    def line(self, settings: Settings) -> str | None:
        return "trainings"

    def result(self, settings: Settings) -> Generator[float, None, Training]:
        return learned(settings.job)

    def shown(self, settings: Settings) -> list[int]:
        return snapshots(settings.epochs)

    def message_of(
        self,
        settings: Settings,
        result: Training,
        sentence: str,
        play: dict[str, Any],
        texts: Texts,
        of_end: bool = False,
    ) -> Message:
        """The message with the track of the learning rate, and why that has no zones."""
        rate = _plain_rate(settings, texts)
        scale = thresholds_scale.html(NO_THRESHOLDS, settings.eta, (), texts, reached=False)
        told = verdict(sentence, scale, of_end=of_end)
        return Message(told, play | {"rate": rate} | mission_state(settings, result))


class Learn(_Trained):
    """What the network answers, and its losses, as it learns."""

    def charts(self, settings: Settings) -> Sequence[Chart]:
        by_layer = (depth.CHART,) if settings.layers else ()
        return (answer.CHART, learning.CHART, *by_layer)

    def message(self, settings: Settings, result: Training, texts: Texts) -> Message:
        sentence = sentences.training(result, texts)
        if result.diverged and settings.pairs and settings.scaling != STANDARD:
            sentence = f"{sentence} {texts('data_panel.standardize_too')}"
        play = network_messages.play_learning(settings, result, sentence, self.charts(settings), texts)
        return self.message_of(settings, result, sentence, play, texts, of_end=True)


class OneOfMany(_Trained):
    """One weight among many, or two: E along it, its slope by backpropagation and by differences."""

    chooses_weights = True

    def charts(self, settings: Settings) -> Sequence[Chart]:
        pair = (weight.PAIR,) if self.draws_result(settings) else ()
        return (weight.CHART, learning.CHART, *pair)

    def draws_result(self, settings: Settings) -> bool:
        """Whether there is a landscape of two weights, which is one of what was learned."""
        return len(settings.weight) > 1

    def as_drawn(self, settings: Settings) -> Settings:
        return settings if self.draws_result(settings) else super().as_drawn(settings)

    def message(self, settings: Settings, result: Training, texts: Texts) -> Message:
        sentence = sentences.agreement(result, settings.weight[0], texts)
        play = network_messages.play_weight(settings, result, sentence, self.charts(settings), texts)
        return self.message_of(settings, result, sentence, play, texts)


class _Untrained(NetworkView):
    """A view of which nothing has to be worked out first."""

    def result(self, settings: Settings) -> Generator[float, None, None]:
        yield from ()


class Chain(_Untrained):
    """One example, forward and backward, neuron by neuron."""

    graph_key = "chain.key"
    controls: ClassVar[tuple[str, ...]] = (*NETWORK, "example", "eta")

    def charts(self, settings: Settings) -> Sequence[Chart]:
        return ()

    def shown(self, settings: Settings) -> list[int]:
        return list(range(len(stages(settings.job.sizes))))

    def message(self, settings: Settings, result: None, texts: Texts) -> Message:
        play = play_chain(settings, texts) | {"rate": _plain_rate(settings, texts)}
        return Message(verdict(texts("chain.intro")), play)


class Nudges(Chain):
    """The same example with one weight after the other moved a little: numerical differentiation."""

    graph_key = "nudge.key"
    controls: ClassVar[tuple[str, ...]] = (*NETWORK, "example")

    def shown(self, settings: Settings) -> list[int]:
        return list(range(2 * nudged(size_of(settings.job.sizes)) + 1))

    def message(self, settings: Settings, result: None, texts: Texts) -> Message:
        return Message(verdict(texts("nudge.intro")), play_nudges(settings, texts))


class GradientCost(_Untrained):
    """Why backpropagation: how long a gradient takes by it, and by differences."""

    downloads = ()
    graph_key = ""
    text_beside = True

    def charts(self, settings: Settings) -> Sequence[Chart]:
        return (cost.CHART,)

    def shown(self, settings: Settings) -> list[int]:
        return snapshots(settings.epochs)

    def message(self, settings: Settings, result: None, texts: Texts) -> Message:
        play = network_messages.play_nothing(settings, texts)
        return Message(verdict(cost.sentence(costs(), texts)), play)


class Network(Lesson):
    """Many weights, and backpropagation."""

    id = "network"
    subject = "data"
    subject_label: ClassVar[str] = "page.dataset"
    subject_names: ClassVar[str] = "data.{}"
    views = ("learn", "weight", "nudge", "chain", "cost")
    fields = (
        *(
            "lesson",
            "view",
            "data",
            "pairs",
            "scaling",
            "points",
            "noise",
            "layers",
            "act",
            "seed",
            "opt",
            "const",
            "eta",
        ),
        *("epochs", "batch", "weight", "example", "step", "mission", "stop", "hide", "q", "look", "lang"),
    )
    defaults: ClassVar = {"eta": lambda known: 0.5}
    # Another view has other steps: those of a calculation, not of a training.
    resets: ClassVar = {"view": ("step", "stop")}
    view_of_field: ClassVar = {"weight": "weight"}
    by_view: ClassVar[dict[str, NetworkView]] = dict(
        zip(views, (Learn(), OneOfMany(), Nudges(), Chain(), GradientCost()), strict=True)
    )

    @property
    def subjects(self) -> Collection[str]:
        return DATASETS

    def view(self, settings: Settings) -> NetworkView:
        return self.by_view[settings.view]

    def shown(self, settings: Settings) -> list[int]:
        return self.view(settings).shown(settings)
