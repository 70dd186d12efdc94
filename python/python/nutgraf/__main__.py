"""What `python -m nutgraf` runs."""

import sys

from nutgraf._cli import main

if __name__ == "__main__":
    sys.exit(main())
