"""States that were prepared for a lesson: the fields of a link each."""

from gdviz.link.schema import lesson_of
from gdviz.link.story import STOPS


def examples_of(lesson: str) -> list[str]:
    """The presets that belong to a lesson, apart from those that the story comes to."""
    told = [stop.query for stop in STOPS.values()]
    return [name for name, preset in PRESETS.items() if lesson_of(preset) == lesson and preset not in told]


PRESETS: dict[str, dict[str, str]] = {
    "article": {"loss": "bowl", "eta": "0.001", "w": "5", "steps": "1"},
    "glide": {"loss": "bowl", "eta": "0.1", "w": "5", "steps": "30"},
    "jump": {"loss": "bowl", "eta": "0.5", "w": "5", "steps": "3"},
    "zigzag": {"loss": "bowl", "eta": "0.9", "w": "5", "steps": "30"},
    "bounce": {"loss": "bowl", "eta": "1", "w": "5", "steps": "10"},
    "explode": {"loss": "bowl", "eta": "1.1", "w": "5", "steps": "12"},
    "valley": {"loss": "double-well", "eta": "0.05", "w": "3.5", "steps": "30"},
    "plateau": {"loss": "plateau", "eta": "0.1", "w": "5", "steps": "30"},
    "cliff": {"loss": "cliff", "eta": "0.5", "w": "5", "steps": "30"},
    "rates": {"loss": "bowl", "race": "gd:0.01,gd:0.1,gd:0.9,gd:1.05", "w": "5", "steps": "30"},
    "chapter4": {"loss": "round", "eta": "0.1", "w": "-3,4", "steps": "20"},
    "canyon": {"loss": "valley", "eta": "0.95", "w": "-7,2", "steps": "30"},
    "pass": {"loss": "saddle", "eta": "0.1", "w": "2,0.001", "steps": "60"},
    "curved": {"loss": "rosenbrock", "eta": "0.001", "w": "-1.5,2", "steps": "1000", "every": "10"},
    "four": {"loss": "himmelblau", "eta": "0.01", "w": "-0.5,0.25", "steps": "30"},
    "fit": {"loss": "line-fit", "eta": "0.1", "w": "-0.5,3", "steps": "40"},
    "chapter6": {
        "loss": "valley",
        "race": "gd:0.95,momentum:0.1,adagrad:1.5,adam:0.3",
        "w": "-7,2",
        "steps": "30",
    },
    "off-the-saddle": {
        "loss": "saddle",
        "race": "gd:0.1,momentum:0.1,nesterov:0.1,adagrad:0.1,rmsprop:0.1,adam:0.1",
        "w": "2,0.001",
        "steps": "100",
    },
    "along-the-valley": {
        "loss": "rosenbrock",
        "race": "gd:0.001,momentum:0.0005,nesterov:0.0005,adagrad:0.5,rmsprop:0.01,adam:0.2",
        "w": "-1.5,2",
        "steps": "1000",
        "every": "10",
    },
    "neuron": {"lesson": "network", "data": "line", "layers": "0", "eta": "0.1", "epochs": "60"},
    "xor-one": {"lesson": "network", "data": "xor", "layers": "0", "eta": "0.5", "epochs": "300"},
    "xor-four": {"lesson": "network", "data": "xor", "layers": "4", "eta": "0.5", "epochs": "1000"},
    "circles": {"lesson": "network", "data": "circles", "layers": "6", "eta": "0.5", "epochs": "1000"},
    "spiral": {
        "lesson": "network",
        "data": "spiral",
        "layers": "12,12",
        "opt": "adam",
        "eta": "0.02",
        "epochs": "1000",
    },
    "too-large": {"lesson": "network", "data": "sine", "layers": "8", "eta": "1.5", "epochs": "200"},
    "vanishing": {
        "lesson": "network",
        "data": "circles",
        "layers": "8,8,8",
        "act": "sigmoid",
        "eta": "0.5",
        "epochs": "1000",
    },
}
