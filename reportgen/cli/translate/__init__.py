"""`reportgen translate`: a module a command."""
