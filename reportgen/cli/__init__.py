"""The only place that prints, colours, shows progress and exits."""
