"""A guess as a reader says it."""

GUESS = ".gdviz-guess"


def say_it(page, *numbers):
    """Say where a step leads, and see it there at once: how it slides there is not looked at."""
    page.emulate_media(reduced_motion="reduce")
    for field, number in zip(page.locator(f"{GUESS} input").all(), numbers, strict=True):
        field.fill(number)
    page.locator(f"{GUESS} [type=submit]").click()


def guess_box(page):
    return page.locator(GUESS)
