"""The state of the page, as a link writes it."""
