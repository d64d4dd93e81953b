// What esbuild joins: our stylesheets and scripts, and the map library.
import path from "node:path";
import { build } from "esbuild";
import { FACES } from "./fonts.mjs";
import { at, draft, read, root, write } from "./paths.mjs";

// One stylesheet for every page, and at most one more for a page of its kind: what is not here is imported by one of these.
const STYLES = ["site", "finder/search", "finder/place", "finder/agenda", "together/together", "together/card"];
const SCRIPTS = ["page", "finder/search"];
const COMMON = { bundle: true, minify: true, logLevel: "error", absWorkingDir: root };

/** Write Leaflet and its clusters as one script and one stylesheet. */
export async function buildMap() {
  await build({
    ...COMMON,
    // Leaflet's own bundle sets window.L, which is what markercluster and classic scripts look for.
    stdin: { contents: 'import "leaflet"; import "leaflet.markercluster";', resolveDir: root },
    format: "iife",
    legalComments: "eof",
    target: "es2018",
    outfile: path.join(draft, "map.js"),
  });
  await build({
    ...COMMON,
    stdin: {
      contents: [
        '@import "leaflet/dist/leaflet.css";',
        '@import "leaflet.markercluster/dist/MarkerCluster.css";',
        '@import "leaflet.markercluster/dist/MarkerCluster.Default.css";',
      ].join("\n"),
      loader: "css",
      resolveDir: root,
    },
    loader: { ".png": "file" },
    assetNames: "images/[name]",
    outfile: path.join(draft, "map.css"),
  });
}

/** Write the script of each kind of page, and the one that comes with the map. */
export async function buildScripts() {
  const common = { ...COMMON, outbase: "static/js", outdir: path.join(draft, "js"), target: "es2022", format: "iife" };
  await build({ ...common, entryPoints: SCRIPTS.map((name) => at(`static/js/${name}.js`)) });
  // The script that Folium writes is no module: it finds the layer by this name.
  await build({ ...common, entryPoints: [at("static/js/finder/results-layer.js")], globalName: "samenplekMap" });
}

/** Write the stylesheets. The faces of the fonts stand in that of every page, so that they cost no request of their own. */
export async function buildStyles() {
  const outdir = path.join(draft, "css");
  const entryPoints = STYLES.map((name) => at(`static/css/${name}.css`));
  await build({ ...COMMON, entryPoints, outbase: "static/css", outdir });
  write("css/site.css", read(path.join(draft, FACES)) + read(path.join(outdir, "site.css")));
}
