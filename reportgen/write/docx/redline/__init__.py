"""The redline: a report's Word document with what changed since an older one as tracked changes.

Both stories are written as they are, in the same styles; then the two trees are merged, block by block and word by
word. Accepting all changes gives the new text, rejecting them the old one.
"""
