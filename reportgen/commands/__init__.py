"""What each command does, without printing: it returns results and findings."""
