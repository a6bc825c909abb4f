"""Hands over to the command line; knows nothing else."""

import sys

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # the built program is its own Python for the processes it begins
        from multiprocessing import freeze_support

        freeze_support()
    try:
        from brandplatform.cli import main

        status = main()
    except KeyboardInterrupt:  # it came before the command line had begun
        status = 2
    sys.exit(status)
