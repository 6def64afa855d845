"""``python -m asean_digital``."""

import sys

from asean_digital.cli import main

if __name__ == "__main__":
    sys.exit(main())
