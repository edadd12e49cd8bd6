"""Track → MP3: loudness, a limiter, the encoder, and pieces joined without a seam."""
