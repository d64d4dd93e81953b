// Makes static/vendor/, all that a browser gets, out of static/ and node_modules: stylesheets, scripts, the map library,
// fonts and the pictogram sprite.
// `node scripts/build_assets.mjs` does nothing when nothing changed; --force builds again.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const target = path.join(root, "static/vendor");
const draft = `${path.join(root, "static/.vendor-draft")}-${process.pid}`;
const at = (...parts) => path.join(root, ...parts);
const modules = (...parts) => at("node_modules", ...parts);

const ETHIOPIC = "U+1200-137F";
const ARABIC = "U+0600-06FF,U+0750-077F,U+200C-200E,U+2010-2011";
// The letters of our Latin languages. Atkinson lacks İ, which every Turkish page has: that one is a file by itself.
const LATIN_EXTENDED = "U+0100-012F,U+0134-017F,U+0218-021B";
const LATIN_REST = "U+0132-0133,U+0180-0217,U+021C-024F,U+02BB-02BC,U+1E00-1EFF";

// Each row: package, subset, family; where our languages write only a part, the range we `keep`; another file `name`.
const FONTS = [
  { from: "atkinson-hyperlegible", subset: "latin", family: "Atkinson Hyperlegible" },
  { from: "atkinson-hyperlegible", subset: "latin-ext", family: "Atkinson Hyperlegible", keep: LATIN_EXTENDED },
  { from: "noto-sans", subset: "cyrillic", family: "Noto Sans" },
  { from: "noto-sans", subset: "cyrillic-ext", family: "Noto Sans" },
  { from: "noto-sans", subset: "latin-ext", family: "Noto Sans", keep: "U+0130", name: "noto-sans-turkish" },
  { from: "noto-sans", subset: "latin-ext", family: "Noto Sans", keep: LATIN_REST },
  { from: "noto-sans-arabic", subset: "arabic", family: "Noto Sans Arabic", keep: ARABIC, name: "noto-sans-arabic" },
  // Kerning tables are two thirds of the Ethiopic file; the script is hardly kerned.
  {
    from: "noto-sans-ethiopic",
    subset: "ethiopic",
    family: "Noto Sans Ethiopic",
    keep: ETHIOPIC,
    name: "noto-sans-ethiopic",
    drop: ["GPOS"],
  },
];
const WEIGHTS = [400, 700];

// One stylesheet for every page, and at most one more for a page of its kind: what is not here is imported by one of these.
const STYLES = ["site", "finder/search", "finder/place", "finder/agenda", "together/together", "together/card"];

function fail(message) {
  fs.rmSync(draft, { recursive: true, force: true });
  console.error(`build_assets: ${message}`);
  process.exit(1);
}

function write(name, content) {
  const file = path.join(draft, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

async function buildMap() {
  const { build } = await import("esbuild");
  const common = { bundle: true, minify: true, logLevel: "error", absWorkingDir: root };
  await build({
    ...common,
    // Leaflet's own bundle sets window.L, which is what markercluster and classic scripts look for.
    stdin: { contents: 'import "leaflet"; import "leaflet.markercluster";', resolveDir: root },
    format: "iife",
    legalComments: "eof",
    target: "es2018",
    outfile: path.join(draft, "map.js"),
  });
  await build({
    ...common,
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

async function buildScripts() {
  const { build } = await import("esbuild");
  const common = { outbase: "static/js", outdir: path.join(draft, "js"), absWorkingDir: root, target: "es2022" };
  const pages = ["static/js/page.js", "static/js/finder/search.js"];
  await build({ ...common, entryPoints: pages, bundle: true, minify: true, format: "iife", logLevel: "error" });
  // The script that Folium writes is no module: it finds the layer by this name.
  const layer = { entryPoints: ["static/js/finder/results-layer.js"], globalName: "samenplekMap" };
  await build({ ...common, ...layer, bundle: true, minify: true, format: "iife", logLevel: "error" });
}

async function buildStyles() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: STYLES.map((name) => `static/css/${name}.css`),
    outbase: "static/css",
    bundle: true,
    minify: true,
    logLevel: "error",
    absWorkingDir: root,
    outdir: path.join(draft, "css"),
  });
}

function characters(range) {
  return range
    .split(",")
    .flatMap((part) => {
      const [first, last = first] = part
        .trim()
        .slice(2)
        .split("-")
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
    })
    .join("");
}

async function buildFonts() {
  const { default: subset } = await import("subset-font");
  const faces = [];
  for (const font of FONTS) {
    const ranges = JSON.parse(fs.readFileSync(modules("@fontsource", font.from, "unicode.json"), "utf8"));
    for (const weight of WEIGHTS) {
      const source = modules("@fontsource", font.from, "files", `${font.from}-${font.subset}-${weight}-normal.woff2`);
      if (!fs.existsSync(source)) fail(`there is no font file ${path.relative(root, source)}`);
      const name = `${font.name ?? `${font.from}-${font.subset}`}-${weight}.woff2`;
      const range = font.keep ?? ranges[font.subset];
      // Hinting is four tenths of a Latin file, and screens of today hardly look at it.
      const options = { targetFormat: "woff2", noHinting: true, dropTables: font.drop ?? [] };
      write(`fonts/${name}`, await subset(fs.readFileSync(source), characters(range), options));
      faces.push(
        `@font-face{font-family:"${font.family}";font-style:normal;font-weight:${weight};font-display:swap;` +
          `src:url(../fonts/${name}) format("woff2");unicode-range:${range}}`,
      );
    }
  }
  return `${faces.join("\n")}\n`;
}

function pictogram(name, entry, sets) {
  const { icon, struck = false } = typeof entry === "string" ? { icon: entry } : entry;
  const [setName, iconName] = icon.split(":");
  const folder = modules("@iconify-json", setName);
  if (!fs.existsSync(folder))
    fail(`pictogram "${name}": there is no set "${setName}" (npm install @iconify-json/${setName})`);
  sets[setName] ??= JSON.parse(fs.readFileSync(path.join(folder, "icons.json"), "utf8"));
  const set = sets[setName];
  const found = set.icons[iconName] ?? set.icons[set.aliases?.[iconName]?.parent];
  if (!found) fail(`pictogram "${name}": the set "${setName}" has no icon "${iconName}" (see static/pictograms.json)`);
  const width = found.width ?? set.width ?? 16;
  const height = found.height ?? set.height ?? 16;
  const left = found.left ?? 0;
  const top = found.top ?? 0;
  const inset = width / 12;
  const slash = struck
    ? `<path fill="none" stroke="currentColor" stroke-width="${width / 10}" stroke-linecap="round" ` +
      `d="M${left + inset} ${top + inset}L${left + width - inset} ${top + height - inset}"/>`
    : "";
  // <use> shares the page's ids, so an icon that needs ids of its own would clash.
  if (/\sid="/.test(found.body)) fail(`pictogram "${name}": "${icon}" uses ids inside; choose another`);
  return `<symbol id="i-${name}" viewBox="${left} ${top} ${width} ${height}">${found.body}${slash}</symbol>`;
}

function buildPictograms() {
  const table = JSON.parse(fs.readFileSync(at("static/pictograms.json"), "utf8"));
  const sets = {};
  const symbols = Object.entries(table).map(([name, entry]) => {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) fail(`pictogram "${name}": use lower case letters, digits and _`);
    return pictogram(name, entry, sets);
  });
  write(
    "pictograms.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor">\n${symbols.join("\n")}\n</svg>\n`,
  );
}

function copyLicences() {
  const wanted = ["leaflet", "leaflet.markercluster", ...new Set(FONTS.map((font) => `@fontsource/${font.from}`))];
  for (const name of wanted) {
    const file = fs.readdirSync(modules(name)).find((entry) => /^(mit-)?licen[cs]e/i.test(entry));
    if (!file) fail(`${name} ships no licence text`);
    write(`licences/${name.replaceAll("/", "-").replace("@", "")}.txt`, fs.readFileSync(modules(name, file)));
  }
}

function everyFile(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

// Once and as small as it goes, instead of quickly for every visitor. finder/web/static_files.py serves these.
function compress() {
  for (const file of everyFile(draft).filter((name) => /\.(css|js|svg)$/.test(name))) {
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    fs.writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

function report() {
  const size = (file) => (fs.existsSync(file) ? String(fs.statSync(file).size) : "").padStart(8);
  for (const file of everyFile(target).sort()) {
    if (/licences|images|pdf-fonts|\.(stamp|br|gz)$/.test(file)) continue;
    console.log(path.relative(target, file).padEnd(44), size(file), size(`${file}.gz`), "gz", size(`${file}.br`), "br");
  }
}

function fingerprint() {
  const hash = createHash("sha256");
  const ours = [...everyFile(at("static/css")), ...everyFile(at("static/js"))].sort();
  const others = ["package-lock.json", "scripts/build_assets.mjs", "static/pictograms.json"].map((name) => at(name));
  // With its name, so that a file that moves is seen too.
  for (const file of [...others, ...ours]) hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  return hash.digest("hex");
}

const stamp = path.join(target, ".stamp");
const wanted = fingerprint();
const isFresh = fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted;
if (!isFresh || process.argv.includes("--force")) {
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true });
  try {
    const [faces] = await Promise.all([buildFonts(), buildMap(), buildScripts(), buildStyles()]);
    // In the stylesheet of every page, so that the fonts cost no request more before the first letter.
    write("css/site.css", faces + fs.readFileSync(path.join(draft, "css/site.css"), "utf8"));
    buildPictograms();
    copyLicences();
    compress();
  } catch (error) {
    fail(error.message);
  }
  write(".stamp", wanted);
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(draft, target);
}
if (process.argv.includes("--report")) report();
