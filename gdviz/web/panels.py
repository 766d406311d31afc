"""What the player's tools open, by their names."""

from collections.abc import Callable

from gdviz.link.settings import Settings
from gdviz.texts import Texts
from gdviz.web.home_panel import home_panel
from gdviz.web.share_panel import share_panel

PANELS: dict[str, Callable[[Settings, Texts], None]] = {"share": share_panel, "home": home_panel}
