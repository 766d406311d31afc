"""The versions of links: what a link leaves out has the default of the version that it names.

Whoever changes a default names a new version here, and writes what the default was under all before.
"""

from collections.abc import Mapping

VERSION = "1"
# By version the fields that had another default than now, with the text of that.
VERSIONS: Mapping[str, Mapping[str, str]] = {"1": {}}
