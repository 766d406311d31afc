"""The story that the page tells: its stops in order, through all lessons, each a state of the page."""

NINE = {"lesson": "network", "data": "xor", "layers": "2", "eta": "0.5", "epochs": "300"}

# The fields of a link each, as a preset has them.
STOPS: dict[str, dict[str, str]] = {
    "a-to-b": {"loss": "bowl", "eta": "0.1", "w": "5", "steps": "30"},
    "slope": {"loss": "bowl", "eta": "0.001", "w": "5", "steps": "10"},
    "step": {"loss": "bowl", "eta": "0.001", "w": "5", "steps": "1"},
    "again": {"loss": "bowl", "eta": "0.1", "w": "5", "steps": "40"},
    "rate": {"loss": "bowl", "eta": "0.3", "w": "5", "steps": "30"},
    "wrong-valley": {"loss": "double-well", "eta": "0.05", "w": "3.5", "steps": "30"},
    "flat": {"loss": "plateau", "eta": "0.1", "w": "5", "steps": "30"},
    "steep": {"loss": "cliff", "eta": "0.5", "w": "5", "steps": "30"},
    "two-weights": {"loss": "round", "eta": "0.1", "w": "-3,4", "steps": "20"},
    "line": {"loss": "line-fit", "eta": "0.1", "w": "-0.5,3", "steps": "40"},
    "rules": {
        "loss": "valley",
        "race": "gd:0.95,momentum:0.1,adagrad:1.5,adam:0.3",
        "w": "-7,2",
        "steps": "30",
    },
    "neuron": {"lesson": "network", "data": "line", "layers": "0", "eta": "0.1", "epochs": "60"},
    "nine": NINE | {"view": "weight"},
    "differences": NINE | {"view": "weight", "weight": "6"},
    "backpropagation": NINE | {"view": "chain"},
    "cost": NINE | {"view": "cost"},
    "learned": NINE | {"layers": "4", "epochs": "1000"},
}
