import { NarratePlayer } from "./player.js";

if (!customElements.get("narrate-player")) customElements.define("narrate-player", NarratePlayer);
