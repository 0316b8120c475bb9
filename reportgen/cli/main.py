"""The program: its commands, exit status 0 (fine), 1 (findings) or 2 (wrong usage)."""

from __future__ import annotations

import click

from reportgen import __version__
from reportgen.cli.lazy import LazyGroup

main = click.version_option(__version__, prog_name="reportgen")(
    LazyGroup(
        {
            "build": "reportgen.cli.build:build",
            "check": "reportgen.cli.check:check",
            "translate": "reportgen.cli.translate.group:translate",
            "review": "reportgen.cli.review:review",
            "data": "reportgen.cli.data:data",
            "index": "reportgen.cli.index:index",
            "trace": "reportgen.cli.trace:trace",
        },
        name="reportgen",
        help="Make the annual ESG report in each language, as PDF and Word, from what stands in content/.",
    )
)
