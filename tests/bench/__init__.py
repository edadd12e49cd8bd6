"""The benchmarks: `python -m tests.bench`, or `make bench`.

Every figure is a ratio against a named peer that was measured in the same run, in turns, so that
what else the machine is doing hits both alike. Nothing here decides whether a test passes.

`articles` writes the texts, `peers` holds who is run against, `measure` runs a command and says
what it cost, `cases` and `stages` are what is measured, `table` is how it is shown and kept.
"""

import os

# As the command itself does: threads that wait for one another would be counted as work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
