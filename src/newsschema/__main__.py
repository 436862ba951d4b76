"""`python -m newsschema`: the command, where it is not on the path."""

import sys

from _newsschema_command import main

sys.exit(main())
