"""Start here: `python3 build/dev.py run`, `test` or `package`. See `python3 build/dev.py --help`.

This file alone must be readable to any Python, also one from before 2010, so that an old one gets a sentence
instead of a syntax error. Everything else is in `tasks.py`.
"""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "Frontdesk needs Python 3.11 or newer; this is Python %d.%d. "
        "Start it with a newer one, for example: python3.12 build/dev.py run\n" % sys.version_info[:2]
    )
    sys.exit(2)

from tasks import main

sys.exit(main(sys.argv[1:]))
