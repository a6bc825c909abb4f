"""Hands over to the command line; knows nothing else."""

import sys

if __name__ == "__main__":
    try:
        from brandplatform.cli import main

        status = main()
    except KeyboardInterrupt:  # it came before the command line had begun
        status = 2
    sys.exit(status)
