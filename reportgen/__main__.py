"""Runs the program: ``python -m reportgen``."""

from reportgen.cli.program import run

if __name__ == "__main__":
    run()
