"""A theme as Word has it: with its colours as a scheme and its faces as fonts, for one language."""

from __future__ import annotations

from msgspec import Struct

from reportgen.model.locale import Locale
from reportgen.model.theme import Palette, TextStyle, Theme
from reportgen.write.docx.fonts import Fonts
from reportgen.write.docx.scheme import Scheme

_BOLD = 600
"""From this weight on a style is bold: Word's faces have two weights."""


class Design(Struct, frozen=True):
    """What every style is made of."""

    theme: Theme
    locale: Locale
    scheme: Scheme
    fonts: Fonts

    @property
    def first(self) -> str:
        """The family that styles are in which name none."""
        return next(iter(self.theme.families))

    def palette(self, family: str) -> Palette:
        """Return a family's palette."""
        return self.theme.families.get(family) or self.theme.families[self.first]

    def colour(self, token: str, palette: Palette) -> str:
        """Return the colour that a style's token stands for: one of the theme's, or of a palette."""
        found = self.theme.colours.get(token)
        return getattr(palette, token) if found is None else found

    def is_bold(self, style: TextStyle) -> bool:
        """Say whether a style is bold in Word."""
        return style.weight >= _BOLD


def design_of(theme: Theme, locale: Locale) -> Design:
    """Return the design of a theme in a language."""
    return Design(theme, locale, Scheme(theme), Fonts(theme, locale))
