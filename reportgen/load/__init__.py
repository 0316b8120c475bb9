"""From the files that people write to the model: YAML with its places, validation, the tool's own data.

Files in, frozen model objects and findings out. Every finding has a place; all are collected, and loading goes on with
stand-ins, so that one run reports everything. The only user of ``yaml``.
"""
