"""reportgen: one set of Markdown sections and KPI datasets, one annual ESG report in each language, as PDF and Word."""

__version__ = "0.1.0"
