"""Lessons that descend a loss of a few weights: one run of it, or a race."""

from collections.abc import Collection, Generator, Iterable, Sequence
from typing import Any, ClassVar

from gdviz.charts import loss_by_step, race, sentences, thresholds_scale
from gdviz.charts.chart import Chart
from gdviz.classroom.missions import Run
from gdviz.core.critical_points import CriticalPoint
from gdviz.core.descent import Path, first_leg
from gdviz.core.diagnosis import diagnose
from gdviz.core.loss import FormulaLoss
from gdviz.core.losses import CUSTOM, is_custom, losses_of
from gdviz.core.optimizers import OPTIMIZERS
from gdviz.core.ranking import ranking
from gdviz.core.thresholds import Thresholds, thresholds
from gdviz.export.csv import race_table, run_table
from gdviz.export.light_page import Choice
from gdviz.export.script import race_script, run_script
from gdviz.export.worksheet import run_worksheet
from gdviz.lessons.lesson import OFFLINE, SPREADSHEET, Download, Lesson, Message, View, verdict
from gdviz.lessons.mission import mission_state
from gdviz.lessons.runs import is_heavy, rules_of, runs_in_slices
from gdviz.link.bounds import STANDARD
from gdviz.link.readers import race_text, shown_steps
from gdviz.link.settings import Settings
from gdviz.player import messages
from gdviz.player.exploring import can_be_made, exploring
from gdviz.player.hand import hand
from gdviz.player.sound import of_run
from gdviz.texts import Texts

STANDARDIZED = 0.9  # with such a rate a line settles on standardised data: 2/λ is 1, but for the rounding
LISTED = 1000  # so many steps a run has at most whose table lists them all

Paths = list[Path]


def _run_script(settings: Settings, paths: Paths, texts: Texts) -> bytes:
    return run_script(
        settings.loss_function, settings.rule, settings.w, settings.steps, settings.schedule
    ).encode()


def _race_script(settings: Settings, paths: Paths, texts: Texts) -> bytes:
    return race_script(settings.loss_function, settings.race, settings.w, settings.steps).encode()


def _run_table(settings: Settings, paths: Paths, texts: Texts) -> bytes:
    return run_table(settings.loss_function, settings.rule, paths[0], texts).encode(SPREADSHEET)


def _race_table(settings: Settings, paths: Paths, texts: Texts) -> bytes:
    return race_table(settings.loss_function, settings.race, paths, texts).encode(SPREADSHEET)


def _worksheet(settings: Settings, paths: Paths, texts: Texts) -> bytes:
    # What a pencil repeats has one rate.
    path = first_leg(paths[0])
    rule = path.optimizer.rule or settings.rule
    # A class that is given the lesson is not given its key.
    return run_worksheet(settings.loss_function, rule, path, texts, not settings.is_lesson).encode()


class _Descent(View):
    """What a run and a race have in common: a loss, and paths on it."""

    def __init__(self, charts: Iterable[Chart]):
        self._charts = tuple(charts)

    def charts(self, settings: Settings) -> Sequence[Chart]:
        return self._charts

    def result(self, settings: Settings) -> Generator[float, None, Paths]:
        return runs_in_slices(settings)

    def line(self, settings: Settings) -> str | None:
        if is_heavy(settings):
            return "runs"
        return "short" if is_custom(settings.loss) else None

    def draws_in_worker(self, settings: Settings) -> bool:
        return is_custom(settings.loss)

    def formulas(self, settings: Settings) -> str:
        """The loss and its partial derivatives; of one that comes from data first where it comes from."""
        loss = settings.loss_function
        letters = [f"{letter[0]}_{letter[1:]}" if letter[1:] else letter for letter in loss.letters]
        d = "d" if len(letters) == 1 else r"\partial "
        lines = [f"E({', '.join(letters)}) &= {loss.formula.latex}"]
        if loss.data:
            mean = rf"\tfrac{{1}}{{{len(loss.data)}}} \textstyle\sum_i (w x_i + b - y_i)^2"
            lines = [f"E({', '.join(letters)}) &= {mean}", f"&= {loss.formula.latex}"]
        for letter, slope in zip(letters, loss.formula.gradient_latex, strict=True):
            lines.append(rf"\tfrac{{{d}E}}{{{d}{letter}}} &= {slope}")
        rows = r" \\[2pt] ".join(lines)
        return rf"\begin{{aligned}} {rows} \end{{aligned}}"

    def loss(self, settings: Settings) -> FormulaLoss | None:
        return settings.loss_function

    def as_drawn(self, settings: Settings) -> Settings:
        """The same loss, seen in the same way, whatever runs on it."""
        schema = settings.schema
        query = {"lesson": settings.lesson, "loss": settings.loss, "lang": settings.lang}
        of_figure = ("domain", "formula", "pairs", "scaling", "levels")
        query |= {name: text for name, text in settings.to_query().items() if name in of_figure}
        query |= {"view": settings.view} if settings.view in schema.views[1:] else {}
        query |= {"predict": settings.predict} if settings.predicts else {}
        query |= {"hide": ",".join(settings.hide)} if settings.hide else {}
        query |= {"look": settings.look}
        drawn = Settings.from_query(query)[0]
        # Whoever runs: the figure of a race has room for all.
        return drawn.changed("race", race_text([drawn.rule]))[0] if settings.race else drawn


class RunView(_Descent):
    """One run."""

    is_light = True
    downloads = (
        OFFLINE,
        Download("python", ".py", _run_script),
        Download("csv", ".csv", _run_table),
        Download("sheet", "-worksheet.html", _worksheet),
    )

    def charts(self, settings: Settings) -> Sequence[Chart]:
        return tuple(chart for chart in self._charts if settings.loss_function.data or not chart.needs_data)

    def choices(self, settings: Settings, texts: Texts) -> Sequence[Choice]:
        losses = {name: texts.found(f"losses.{name}.name", name) for name in losses_of(len(settings.w))}
        rules = {name: texts.found(f"optimizers.{name}.name", name) for name in OPTIMIZERS}
        lists = [
            Choice("loss", texts("page.loss"), [*losses.items()], settings.loss, anew=True),
            Choice("opt", texts("page.opt"), [*rules.items()], settings.opt),
        ]
        # A loss of the reader's own is none of the catalogue.
        return [
            choice
            for choice in lists
            if settings.shows(choice.field)
            and settings.may_change(choice.field)
            and choice.value in dict(choice.options)
        ]

    def message(self, settings: Settings, result: Paths, texts: Texts) -> Message:
        loss, [path] = settings.loss_function, result
        found = diagnose(path)
        sentence = sentences.diagnosis(found, loss.names, texts)
        limits = thresholds_of(settings, found.minimum)
        mission = mission_state(settings, Run(loss, rules_of(settings), result))
        told = _told(settings, limits, is_solved=bool(mission and mission["mission"]["solved"]))
        reached = found.minimum is not None
        scale = thresholds_scale.html(told, settings.eta, loss.names, texts, reached=reached)
        play = messages.play(settings, path, sentence, self.charts(settings), texts)
        play |= messages.prediction(settings, path, limits, texts)
        play |= _hand(settings, texts) | of_run(path, found, play["steps"])
        play["rate"] = thresholds_scale.track(
            told, settings.eta, texts, reached, settings.schedule, not settings.may_change("eta")
        )
        if _is_for_scaling(settings, limits):
            sentence = f"{sentence} {texts('data_panel.standardize')}"
        summary = verdict(sentence, scale, of_end=True)
        return Message(summary, bounded(play) | mission | ({"summary": summary} if settings.predicts else {}))

    def explores(self, settings: Settings) -> bool:
        is_free = settings.shows("w") and not (settings.predicts or settings.mission)
        return is_free and can_be_made(settings.loss_function, [one.id for one in self.charts(settings)])

    def exploring(self, settings: Settings, texts: Texts) -> dict[str, Any]:
        return exploring(settings, thresholds_of(settings, None).exact, texts)


class RaceView(_Descent):
    """Several rules, or rates, from one start."""

    downloads = (
        OFFLINE,
        Download("python", ".py", _race_script),
        Download("csv", ".csv", _race_table),
    )

    def message(self, settings: Settings, result: Paths, texts: Texts) -> Message:
        loss, rules = settings.loss_function, rules_of(settings)
        results = ranking(result)
        summary = race.sentence(results, loss, texts)
        play = messages.play_race(settings, result, summary, self.charts(settings), texts)
        play |= _hand(settings, texts)
        mission = mission_state(settings, Run(loss, rules, result))
        return Message(race.html(results, loss, texts), bounded(play) | mission)


# A race of one weight or two is seen from above; of more, E at each step is all that can be drawn.
RACE, RACE_BY_STEP = RaceView([race.CHART, loss_by_step.CHART]), RaceView([loss_by_step.CHART])


class Weights(Lesson):
    """A lesson on a loss of ``count`` weights; ``runs`` has a view for each of its ``views``."""

    fields: tuple[str, ...] = (
        *("lesson", "loss", "domain", "formula", "opt", "const", "eta", "race", "predict", "regime", "view"),
        *("w", "steps", "every", "step", "mission", "stop", "schedule", "hide", "q", "look", "lang"),
    )
    count: int
    runs: ClassVar[dict[str, View]]

    @property
    def subjects(self) -> Collection[str]:
        return losses_of(self.count)

    @property
    def choices(self) -> Sequence[str]:
        return (*self.subjects, CUSTOM) if self.typed else tuple(self.subjects)

    def view(self, settings: Settings) -> View:
        if settings.race:
            return RACE if self.count <= 2 else RACE_BY_STEP
        return self.runs[settings.view]

    def shown(self, settings: Settings) -> list[int]:
        return shown_steps(settings.steps, settings.every)


def _hand(settings: Settings, texts: Texts) -> dict[str, Any]:
    """What a reader may move: not where the start was hidden, nor where a step is asked for."""
    if settings.predicts or not settings.shows("w"):
        return {}
    return hand(settings.loss_function, rules_of(settings), settings.w, settings.steps, texts)


def _told(settings: Settings, limits: Thresholds, is_solved: bool) -> Thresholds:
    """The thresholds, where they are not what a mission asks for, nor tell where a run in question ends."""
    if settings.mission and settings.may_change("eta") and not is_solved:
        return Thresholds(None, reason="mission")
    if (settings.predicts or settings.q) and not limits.exact and limits.reason != "rule":
        return Thresholds(None, reason="asked")
    return limits


def _is_for_scaling(settings: Settings, limits: Thresholds) -> bool:
    """Whether own data explode with a rate with which they would not if they were standardised."""
    is_raw = bool(settings.pairs) and settings.scaling != STANDARD
    return is_raw and limits.bounce is not None and limits.bounce < settings.eta < STANDARDIZED


def thresholds_of(settings: Settings, reached: CriticalPoint | None) -> Thresholds:
    """The thresholds of the minimum that a run reaches, or of the one that small rates lead to."""
    if not settings.rule.is_plain:
        return Thresholds(None, reason="rule")
    return thresholds(settings.loss_function, settings.w, reached)


def bounded(play: dict[str, Any]) -> dict[str, Any]:
    """A play whose table lists all steps of a run, or those shown if they are more than LISTED.

    So what is sent for a run of any length is bounded; the CSV has all of it.
    """
    if play["last"] <= LISTED:
        return play
    # A step's row of the worked step names the next one's numbers, too.
    kept = sorted({step + more for step in play["steps"] for more in (0, 1)})
    columns = {
        name: {step: column[step] for step in kept if step < len(column)} if type(column) is list else column
        for name, column in play["columns"].items()
    }
    return play | {"columns": columns, "table": play["table"] | {"shown": True}}
