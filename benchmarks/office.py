"""LibreOffice without windows: macros in Basic that open a file, do something to it and save it.

They stand in a profile of their own, so that nobody's LibreOffice is touched and no Python with UNO is needed.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

_SECONDS = 300
_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" \
library:passwordprotected="false">
 <library:element library:name="Work"/>
</library:library>
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Work" script:language="StarBasic">{}\
</script:module>
"""
_OPENING = """
Function Opened(file)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, hidden())
End Function

Sub Save(made, file, filter)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "FilterName"
  options(0).Value = filter
  made.storeToURL(ConvertToURL(file), options())
End Sub
"""
WORD, PDF = "MS Word 2007 XML", "writer_pdf_Export"
"""What LibreOffice calls the ways in which it saves a text."""


class OfficeError(Exception):
    """LibreOffice is not there, or did not do what it was told."""


class Office:
    """A LibreOffice with these macros, in a ``folder`` of its own. They may use ``Opened`` and ``Save``."""

    def __init__(self, folder: Path, macros: str) -> None:
        found = shutil.which("soffice") or shutil.which("libreoffice")
        if found is None:
            raise OfficeError("no LibreOffice on the path: `soffice` is not found")
        self._program, self._profile = found, f"-env:UserInstallation={folder.resolve().as_uri()}"
        self._call("--terminate_after_init")  # makes the profile, with macros of its own in place of any there
        basic = folder / "user" / "basic" / "Standard"
        (basic / "script.xlb").write_text(_LIBRARY)
        (basic / "Work.xba").write_text(_MODULE.format(escape(_OPENING + macros)), "utf-8")

    def run(self, macro: str, *files: Path) -> None:
        """Run a macro on files, of which the last one is what it makes. Raises `OfficeError` where it makes none."""
        said = ", ".join(f'"{file.resolve()}"' for file in files)
        told = self._call(f"macro:///Standard.Work.{macro}({said})")
        if not files[-1].exists():
            raise OfficeError(f"LibreOffice made no {files[-1].name}: {told}")

    def _call(self, argument: str) -> str:
        command = [self._program, "--headless", self._profile, argument]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
        return done.stderr.strip()
