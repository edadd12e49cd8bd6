"""The command `narrate`, and `python -m narrate`."""

import os
import sys


def main() -> None:
    """Run the command line and exit: 0 done, 1 failed, 2 wrong use, 130 interrupted."""
    # One thread is all that numbers are crunched with here; a pool for each worker process
    # would cost memory and start-up. It has to be said before NumPy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from narrate.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
