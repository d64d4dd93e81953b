// Makes static/vendor/, all that a browser gets, out of static/ and node_modules: stylesheets, scripts, the map library,
// fonts and the pictogram sprite.
// `node scripts/build_assets.mjs` makes only what changed; --force makes everything again, --report says how large it is.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { FONTS } from "./assets/fonts.mjs";
import { at, draft, filesUnder, modules, read, root, target, write } from "./assets/paths.mjs";

const OURS = /^(css|js)\/|^pictograms\.|^\.stamp$/; // what is made of static/; the rest is made of packages alone

function copyLicences() {
  const wanted = ["leaflet", "leaflet.markercluster", ...new Set(FONTS.map((font) => `@fontsource/${font.from}`))];
  for (const name of wanted) {
    const file = fs.readdirSync(modules(name)).find((entry) => /^(mit-)?licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} ships no licence text`);
    write(`licences/${name.replaceAll("/", "-").replace("@", "")}.txt`, fs.readFileSync(modules(name, file)));
  }
}

// Once and as small as it goes, instead of quickly for every visitor. finder/web/static_files.py serves these.
function compress(isNew) {
  for (const file of filesUnder(draft).filter((name) => isNew(name) && /\.(css|js|svg)$/.test(name))) {
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    fs.writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

function fingerprint(files) {
  const hash = createHash("sha256");
  // With its name, so that a file that moves is seen too.
  for (const file of files) hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  return hash.digest("hex");
}

// Fonts and maps take four fifths of the time: while no package changed, what is made of packages is taken over.
function takeOver() {
  const names = filesUnder(target).map((file) => path.relative(target, file));
  for (const name of names.filter((each) => !OURS.test(each))) write(name, fs.readFileSync(path.join(target, name)));
}

async function make(samePackages) {
  const { buildMap, buildScripts, buildStyles } = await import("./assets/bundles.mjs");
  const { buildFonts } = await import("./assets/fonts.mjs");
  const { buildPictograms } = await import("./assets/pictograms.mjs");
  if (samePackages) takeOver();
  else await Promise.all([buildFonts(), buildMap()]);
  await Promise.all([buildScripts(), buildStyles()]);
  buildPictograms();
  copyLicences();
  compress((file) => !samePackages || OURS.test(path.relative(draft, file)));
}

function report() {
  const size = (file) => (fs.existsSync(file) ? String(fs.statSync(file).size) : "").padStart(8);
  for (const file of filesUnder(target)) {
    if (/licences|images|pdf-fonts|\.(stamp|br|gz)$/.test(file)) continue;
    console.log(path.relative(target, file).padEnd(44), size(file), size(`${file}.gz`), "gz", size(`${file}.br`), "br");
  }
}

const packages = fingerprint([
  at("package-lock.json"),
  at("scripts/build_assets.mjs"),
  ...filesUnder(at("scripts/assets")),
]);
const ours = fingerprint([
  at("static/pictograms.json"),
  ...filesUnder(at("static/css")),
  ...filesUnder(at("static/js")),
]);
const stamp = path.join(target, ".stamp");
const [madeOfPackages, madeOfOurs] = fs.existsSync(stamp) ? read(stamp).split("\n") : [];
const samePackages = madeOfPackages === packages && !process.argv.includes("--force");
if (!samePackages || madeOfOurs !== ours) {
  try {
    await make(samePackages);
    write(".stamp", `${packages}\n${ours}`);
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(draft, target);
  } catch (error) {
    console.error(`build_assets: ${error.message}`);
    process.exitCode = 1;
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}
if (process.argv.includes("--report")) report();
