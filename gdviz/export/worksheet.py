"""A run as a worksheet on paper: a page for the student and a page with the key, as one HTML document."""

from markupsafe import Markup

from gdviz.charts import landscape
from gdviz.charts.graph import weight_names
from gdviz.charts.sentences import data_of, listed
from gdviz.core.descent import Path
from gdviz.core.loss import FormulaLoss
from gdviz.core.numbers import point
from gdviz.core.optimizers import Rule
from gdviz.export.html import parts
from gdviz.export.sheet import questions
from gdviz.export.sheet.charts import curve_chart, cut_chart, cut_of, map_chart
from gdviz.export.sheet.formulas import loss_formula
from gdviz.export.sheet.sheet import Sheet, rows_of, rows_of_training, with_sign
from gdviz.network.training import Training
from gdviz.texts import Texts


def run_worksheet(loss: FormulaLoss, rule: Rule, path: Path, texts: Texts, has_key: bool = True) -> str:
    """The run of a rule down a loss; of more than two weights nothing is drawn."""
    many, drawable = len(loss.names) > 1, len(loss.names) < 3
    frame = landscape.view(loss) if many and drawable else None
    sheet = Sheet(texts, rule, loss.names, loss.letters, rows_of(path), frame, partial=many)
    start = [point(loss.names, path.weights[0].tolist()), f"E {with_sign(path.losses[0])}"]
    given = [
        (texts("worksheet.loss"), loss_formula(loss, texts)),
        *([(texts("worksheet.pairs"), listed(loss.data))] if loss.data else []),
        (texts("worksheet.start"), parts().spans(start)),
        *sheet.given(),
    ]
    chart, drawn = (map_chart, questions.on_the_map) if many else (curve_chart, questions.tangents)
    asked = [
        questions.differentiation(sheet, loss),
        questions.table_of_steps(sheet, path),
        *([drawn(sheet, loss, path)] if drawable else []),
        questions.rate(sheet, loss, path) if rule.is_plain else questions.comparison(sheet),
    ]
    charts = [chart(sheet, loss, path, key) if drawable else Markup("") for key in (False, True)]
    return sheet.document(given, asked, (charts[0], charts[1]), has_key)


def training_worksheet(training: Training, index: int, texts: Texts, has_key: bool = True) -> str:
    """A network's training as it is for the weight of this place in the flat vector."""
    job, section = training.job, texts.section("worksheet")
    in_batches = 0 < job.batch < job.points
    rows = rows_of_training(training, index, in_batches)
    name = weight_names(job.sizes)[index]
    sheet = Sheet(texts, job.rule, (name,), ("W",), rows, partial=True, plain=in_batches)
    described = section["described"].format(
        data=data_of(job, texts),
        points=job.points,
        layers="–".join(map(str, job.sizes)),
        act=job.activation,
        seed=job.seed,
    )
    start = [f"{name} {with_sign(rows[0].weights[0])}", f"E {with_sign(training.losses[0])}"]
    given = [(section["network"], described), (section["weight"], parts().spans(start)), *sheet.given()]
    cut = cut_of(rows, training, index)
    asked = [
        questions.sign_of_the_slope(sheet),
        questions.table_of_epochs(sheet),
        questions.on_the_cut(sheet, training, cut),
        questions.check(sheet, training, index),
    ]
    charts = cut_chart(sheet, cut, False), cut_chart(sheet, cut, True)
    return sheet.document(given, asked, charts, has_key)
