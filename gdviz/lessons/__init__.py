"""The lessons: one file each, which declares what the lesson has."""

from gdviz.lessons.lesson import LESSONS, Lesson, forget, register, view_of
from gdviz.lessons.network import Network
from gdviz.lessons.one_weight import OneWeight
from gdviz.lessons.two_weights import TwoWeights

for _lesson in (OneWeight(), TwoWeights(), Network()):
    register(_lesson)

__all__ = ["LESSONS", "Lesson", "forget", "register", "view_of"]
