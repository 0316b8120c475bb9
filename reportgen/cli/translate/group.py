"""`reportgen translate`: the translators' commands."""

from __future__ import annotations

from reportgen.cli.lazy import LazyGroup

translate = LazyGroup(
    {
        "update": "reportgen.cli.translate.update:update",
        "status": "reportgen.cli.translate.status:status",
        "diff": "reportgen.cli.translate.diff:diff",
        "lint": "reportgen.cli.translate.lint:lint",
        "accept": "reportgen.cli.translate.accept:accept",
        "fmt": "reportgen.cli.translate.fmt:fmt",
        "setup-git": "reportgen.cli.translate.git:setup_git",
        "git-diff": "reportgen.cli.translate.git:git_diff",
        "git-merge": "reportgen.cli.translate.git:git_merge",
        "pseudo": "reportgen.cli.translate.pseudo:pseudo",
        "export": "reportgen.cli.translate.export:export",
        "import": "reportgen.cli.translate.import_:import_",
    },
    name="translate",
    help="Work on the catalogues of translations in locales/.",
)
