// What every page can do.
import "./wipe.js";
import "./speak.js";
import "./list.js";
import "./asks.js";
