/** Registers `<narrate-player>`. Whoever wants another name registers the class of `player.js`. */
import { NarratePlayer } from "./player.js";

if (!customElements.get("narrate-player")) customElements.define("narrate-player", NarratePlayer);
