"""The story to files: PDF, Word, ledger. The writers decide nothing about content, and do not know each other."""
