"""Hands over to the command line; knows nothing else."""

import sys

from brandplatform.cli import main

if __name__ == "__main__":
    sys.exit(main())
