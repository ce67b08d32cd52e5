"""履职台: a duty-performance platform for committees of the Chinese People's Political Consultative Conference."""

__version__ = "0.1.0"
