"""Excel workbooks: the databook, the requests to the owners of values, the ledger."""
