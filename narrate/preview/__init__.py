"""An article's own page with the player in it, as an editor sees it before it is published."""
