// What every page can do.
import "./wipe.js";
import "./speak.js";
import "./shortlist.js";
import "./post-page.js";
