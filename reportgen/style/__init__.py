"""From the document to the flow: names of styles are chosen here, and nowhere else."""
