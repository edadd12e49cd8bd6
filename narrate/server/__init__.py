"""Serving files on this machine, and to it alone."""
