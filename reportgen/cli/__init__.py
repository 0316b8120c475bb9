"""The only place that prints, colours, shows progress and exits."""

import gc

# A run is short and makes few circles: looking for them costs 30 to 90 ms of 1,200 and frees a fiftieth of the memory.
# Set before anything is imported.
gc.set_threshold(1_000_000, 20, 20)
