"""The player as the browser gets it: its code and style, built from src/ and style/, and its panel."""

from pathlib import Path

HOME = Path(__file__).parent


def code() -> str:
    """The player, one module: its default export is a Streamlit component."""
    return _read("dist/player.js")


def light_code() -> str:
    """The player of a light page, which draws its charts itself."""
    return _read("dist/light.js")


def carrier() -> str:
    """The component that hands the player a run: small, as it is sent with every one."""
    return _read("dist/run.js")


def style(is_projected: bool = False) -> str:
    """The style of a page, or of one in the look for the projector."""
    return _read("dist/style.css") + (_read("dist/projector.css") if is_projected else "")


def panel() -> str:
    """The buttons, in HTML."""
    return _read("player.html")


def _read(name: str) -> str:
    return (HOME / name).read_text("utf-8")
