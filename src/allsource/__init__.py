"""allsource: from a folder of reporting to an assessment that can be defended."""

__version__ = "0.1.0"
__all__ = ["__version__"]
