"""Write a new revision from the difference between the mapped tables and the newest revision.

Use: .venv/bin/python build/revision.py NUMBER "what changes". Triggers and rules of one engine are added by hand afterwards.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from alembic import command

from app.core.database import open_embedded
from app.migrations.upgrade import config_for


def main(number: str, message: str) -> None:
    """Upgrade an empty database, compare, and write the revision file."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_embedded(Path(folder) / "empty.db", bytes(32), create=True)
        with database.engine.execution_options(frontdesk_write=True).begin() as connection:
            config = config_for(connection)
            config.set_main_option("file_template", "r%%(rev)s_%%(slug)s")
            if any((Path(config.get_main_option("script_location") or "") / "versions").glob("r*.py")):
                command.upgrade(config, "head")
            command.revision(config, message, autogenerate=True, rev_id=number)
        database.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
