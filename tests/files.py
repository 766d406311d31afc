"""What a page's downloads hold, as text."""

from gdviz.lessons import view_of
from gdviz.network.trainings import at_once


def made(settings, kind, result, texts=None):
    [download] = [file for file in view_of(settings).downloads if file.kind == kind]
    return download.make(settings, result, texts).decode("utf-8-sig")


def script(settings):
    return made(settings, "python", None)


def table(settings, result, texts):
    return made(settings, "csv", result, texts)


def worksheet(settings, result, texts):
    return made(settings, "sheet", result if settings.has("data") else [result], texts)


def result_of(settings):
    return at_once(view_of(settings).result(settings))
