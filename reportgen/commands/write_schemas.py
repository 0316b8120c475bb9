"""The JSON Schemas of the content files, written beside the tool: `python -m reportgen.commands.write_schemas`."""

from __future__ import annotations

import json
from pathlib import Path

from reportgen.load.schema import SCHEMAS, schemas
from reportgen.load.yaml_file import PACKAGE_ROOT
from reportgen.write.replace import replace_file


def schema_files() -> dict[str, bytes]:
    """Return the content of each schema's file, by its path."""
    return {
        f"{SCHEMAS}/{name}.schema.json": f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode()
        for name, schema in schemas().items()
    }


def write_schemas(root: Path) -> None:
    """Write all schemas below a folder."""
    for path, content in schema_files().items():
        replace_file(root / path, content)


if __name__ == "__main__":
    write_schemas(PACKAGE_ROOT)
