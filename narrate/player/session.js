/** The lock screen, the media keys and the head set (Media Session). */

export function announce(manifest, actions) {
  const session = navigator.mediaSession;
  if (!session) return;
  const { title, authors, site, image } = manifest;
  session.metadata = new MediaMetadata({
    title: title || document.title,
    artist: authors.join(", ") || site,
    album: site,
    artwork: image ? [{ src: image }] : [],
  });
  for (const [action, act] of Object.entries(actions)) {
    try {
      session.setActionHandler(action, act);
    } catch {
      // An action that this browser doesn't know.
    }
  }
}

export function tell(duration, position, playbackRate) {
  if (!(duration > 0)) return;
  navigator.mediaSession?.setPositionState?.({ duration, playbackRate, position: Math.min(position, duration) });
}
