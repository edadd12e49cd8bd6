"""narrate turns a published article into an audio edition: HTML in, a disclosed MP3 out."""

__version__ = "0.1.0"
