"""The colours of the parts of a whole in a chart, for both writers: by their names in a family's palette."""

from __future__ import annotations

_RAMP = ("base", "mid", "light", "deep")


def ramp(count: int) -> tuple[str, ...]:
    """Return a colour for each of so many parts: three clear greys, then the darkest; then anew."""
    return tuple(_RAMP[number % len(_RAMP)] for number in range(count))
