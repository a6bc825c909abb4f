"""An offline desktop editor for the brand platform: what a company promises, and how it shows."""

__version__ = "0.1.0"
