// What every page can do. A module that is imported does nothing yet: here, and in finder/search.js, things are set going.
import { watchControls } from "./controls.js";
import { watchLinks } from "./links.js";
import { watchPlaces } from "./place-within.js";
import { watchSpeech } from "./speak.js";
import { watchState } from "./state.js";
import { watchPostedPage } from "./together/post-page.js";
import { watchShortlist } from "./together/shortlist.js";
import { watchWipe } from "./wipe.js";

watchWipe();
watchState();
watchSpeech();
watchShortlist();
watchLinks();
watchControls();
watchPostedPage();
watchPlaces();
