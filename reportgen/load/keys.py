"""What each key of the content files takes and means: the tool's table `keys.yaml`, beside this module.

The table describes keys; which keys there are, only the loaders say. A key that is in a loader and not in the table is
taken without help, so a new key never makes an editor underline what the tool accepts.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostics, ReportError
from reportgen.load.fields import Fields
from reportgen.load.yaml_file import PACKAGE_ROOT, read_yaml
from reportgen.load.yaml_nodes import Mapping

KEYS = "reportgen/load/keys.yaml"

_THING_KEYS = frozenset("en zh keys like".split())
_KEY_KEYS = frozenset("takes needed en zh".split())


class Key(Struct, frozen=True):
    """A key: the shape of its value (see `shapes.shape_of`), whether it must be there, and its help."""

    takes: str
    needed: bool
    help: str


class Thing(Struct, frozen=True):
    """A mapping that a person writes, such as an indicator: its help, and its keys in the order of the table.

    ``like`` names the thing whose keys mean the same.
    """

    help: str
    keys: Table[str, Key]
    like: str = ""


UNKNOWN = Key("anything", needed=False, help="")
"""Stands for a key that the table does not have."""


@cache
def load_keys() -> dict[str, Thing]:
    """Return the things by name.

    Raises:
        ReportError: the table, which comes with the tool, is damaged.
    """
    diagnostics = Diagnostics()
    root = read_yaml(PACKAGE_ROOT, KEYS, diagnostics)
    things = {
        name: _thing(Fields(node, f"`{name}`", _THING_KEYS, diagnostics))
        for name, (_, node) in (root.entries if root else {}).items()
        if isinstance(node, Mapping)
    }
    if diagnostics.failed:
        raise ReportError(diagnostics)
    return {name: replace(each, keys=things[each.like].keys) if each.like else each for name, each in things.items()}


def _thing(fields: Fields) -> Thing:
    entries = fields.mapping("keys").entries
    keys = {
        name: _key(Fields(node, f"the key `{name}`", _KEY_KEYS, fields.diagnostics))
        for name, (_, node) in entries.items()
        if isinstance(node, Mapping)
    }
    return Thing(_help(fields), keys, fields.text("like"))


def _key(fields: Fields) -> Key:
    return Key(fields.needed_text("takes"), fields.truth("needed", default=False), _help(fields))


def _help(fields: Fields) -> str:
    """Return the help in both languages: an editor shows it beside the key."""
    return f"{fields.needed_text('en')}\n\n{fields.needed_text('zh')}"
