"""What goes with the sound: tags, captions, chapters, the timeline, and files written whole."""
