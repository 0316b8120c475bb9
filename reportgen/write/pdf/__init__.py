"""The PDF: lines, pages, file. `layout.lay_out` sets a story out, `file.write_file` writes it by reportlab."""
