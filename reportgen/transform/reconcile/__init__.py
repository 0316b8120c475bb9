"""Holds the data against themselves and asks about what does not fit: a file a check, all of them in `registry`.

A check takes the computed dataset and the project and yields findings, each at the place of the value or indicator
that it is about. There its answer stands too, or at a table that has the indicator as a row (`settle`).
"""
