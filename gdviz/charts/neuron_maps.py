"""What each neuron of a network answers over the plane of its data, as small pictures side by side."""

import base64
import io

import numpy as np
from PIL import Image

from gdviz.charts.answer import REACH
from gdviz.network.training import Training

SIDE = 12  # pixels along each side of a neuron's picture
MOST = 24  # neurons
LOWEST, HIGHEST = (250, 250, 250), (70, 76, 90)  # the shades of a neuron's lowest and highest answer
SHADES = 16


def neuron_maps(training: Training) -> list[str] | None:
    """For each snapshot the address of one picture, with the inputs and each neuron from left to right.

    Each goes from its lowest to its highest answer on the chart at that epoch. None where the data are
    not in the plane, or the neurons too many.
    """
    network = training.job.network
    if network.sizes[0] != 2 or sum(network.sizes) > MOST:
        return None
    side = np.linspace(-REACH, REACH, SIDE)
    points = np.stack(np.meshgrid(side, side[::-1]), axis=-1).reshape(-1, 2)  # the highest row first
    return [
        _picture(np.hstack([points, *(step.a for step in network.forward(weights, points))]))
        for weights in training.weights
    ]


def _picture(answers: np.ndarray) -> str:
    """Answers (points, neurons) as a picture of one square for each neuron."""
    low, high = answers.min(axis=0), answers.max(axis=0)
    shares = (answers - low) / np.where(high > low, high - low, 1)
    squares = np.rint(shares * (SHADES - 1)).astype(np.uint8).T.reshape(-1, SIDE, SIDE)
    picture = Image.fromarray(np.hstack(list(squares)), "P")
    picture.putpalette(np.linspace(LOWEST, HIGHEST, SHADES).round().astype(int).ravel().tolist())
    file = io.BytesIO()
    picture.save(file, "PNG", bits=4, optimize=True)
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"
