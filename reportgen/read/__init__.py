"""Text -> blocks: Markdown, directives, tables, templates. The only user of markdown_it and jinja2."""
