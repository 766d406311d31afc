"""How a mission stands: whether it was solved, and by a change that it allows."""

from typing import Any

from gdviz.classroom.missions import MISSIONS
from gdviz.link.schema import SEEN
from gdviz.link.settings import Settings
from gdviz.texts import load_texts


def mission_state(settings: Settings, outcome: Any) -> dict[str, Any]:
    """How a mission stands with a Run or a Training, for the player; nothing where there is none."""
    if not settings.mission:
        return {}
    texts, mission = load_texts(settings.lang), MISSIONS[settings.mission]
    common, own = texts.section("missions"), texts.section(f"missions.{settings.mission}")
    changed = _changed(settings, (*mission.free, *SEEN))
    solved = not changed and mission.solved(outcome)
    names = texts.section("page") | texts.section("parts")
    fields = common["joint"].join(names.get(field, field) for field in changed)
    state = common["changed"].format(fields=fields) if changed else common["open"]
    summary = f"{common['solved']} {own['shows']}" if solved else state
    return {"mission": {"name": own["name"], "task": own["task"], "state": summary, "solved": solved}}


def _changed(settings: Settings, free: tuple[str, ...]) -> list[str]:
    """The fields that are no longer as the mission began, of those that it does not leave free."""
    start = Settings.from_query(MISSIONS[settings.mission].start)[0].to_query()
    now = settings.to_query()
    return [field for field in {**start, **now} if field not in free and start.get(field) != now.get(field)]
