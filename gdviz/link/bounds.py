"""What a link may say: the bounds of its numbers, and the ids that are no lesson's own."""

MIN_ETA, MAX_ETA = 1e-6, 10.0
EVERY = (1, 10, 100)
MAX_FRAMES = 100
MAX_CUSTOM_STEPS = 1000  # of a typed loss, whose steps may be slow
MAX_QUESTION = 200
MAX_PLACE = 1000  # how far out a typed loss may be drawn
MIN_WIDTH = 0.01  # how narrow
MAX_RUNNERS = 6
MAX_RATES = 8  # that a run may have, one after the other
MAX_LAYERS, MAX_NEURONS = 3, 16  # hidden ones
MIN_POINTS, MAX_POINTS = 10, 500
MIN_BATCH = 10
MAX_EPOCHS = 5000
MAX_SEED = 9999
# The same as texts tell them.
LIMITS = {
    "least_rate": f"{MIN_ETA:f}",
    "most_rate": f"{MAX_ETA:g}",
    "most_frames": str(MAX_FRAMES),
    "most_letters": str(MAX_QUESTION),
    "most_place": str(MAX_PLACE),
    "most_runners": str(MAX_RUNNERS),
    "most_layers": str(MAX_LAYERS),
    "most_neurons": str(MAX_NEURONS),
}
LANGUAGES = ("en", "ja")
LOOKS = ("page", "present")
LEVELS = ("auto", "even", "log")
# What a teacher may hide from a class; the player is always there.
HIDEABLE = (
    "lesson", "loss", "race", "lang", "presets", "predict", "eta", "verdict", "w", "steps", "opt", "view",
    "network", "cuts", "formulas", "worked", "curve-by-step", "table", "downloads", "link",
)  # fmt: skip
RAW, STANDARD = SCALINGS = ("raw", "standard")  # what is done to own data first
# What of it a projector shows, too: what a teacher turns while all look.
PRESENTED = ("eta",)
PRESENTED_OF_A_RACE = ("worked",)  # which mark is whose, and where each is
