"""A small network, what it can learn, and how it learns it."""
