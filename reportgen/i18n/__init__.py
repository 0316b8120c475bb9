"""Languages: catalogues of translations, and (in the same layer) numbers as each language writes them."""
