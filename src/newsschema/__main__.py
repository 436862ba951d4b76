"""`python -m newsschema`: the command, where it is not on the path."""

import sys

from newsschema.cli import main

sys.exit(main())
