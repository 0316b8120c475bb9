"""The PDF: lines, pages, file. `layout.lay_out` sets a story out, `file.begin_file` writes it by reportlab."""
