"""For all tests."""

import gc

# Little of what a test leaves is a cycle: to look for those as often as usual takes a tenth of the time.
gc.set_threshold(200_000, 50, 100)
