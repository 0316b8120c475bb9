"""Document to document, each step pure: what was written becomes what is printed."""
