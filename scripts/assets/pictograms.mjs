// The pictograms of static/pictograms.json, drawn by others, under our own names.
import fs from "node:fs";
import path from "node:path";
import { at, modules, read, write } from "./paths.mjs";

function pictogram(name, entry, sets) {
  const { icon, struck = false } = typeof entry === "string" ? { icon: entry } : entry;
  const [setName, iconName] = icon.split(":");
  const folder = modules("@iconify-json", setName);
  if (!fs.existsSync(folder))
    throw new Error(`pictogram "${name}": there is no set "${setName}" (npm install @iconify-json/${setName})`);
  sets[setName] ??= JSON.parse(read(path.join(folder, "icons.json")));
  const set = sets[setName];
  const found = set.icons[iconName] ?? set.icons[set.aliases?.[iconName]?.parent];
  if (!found)
    throw new Error(`pictogram "${name}": the set "${setName}" has no icon "${iconName}" (see static/pictograms.json)`);
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
  if (/\sid="/.test(found.body)) throw new Error(`pictogram "${name}": "${icon}" uses ids inside; choose another`);
  return `<symbol id="i-${name}" viewBox="${left} ${top} ${width} ${height}">${found.body}${slash}</symbol>`;
}

/** Write one file with every pictogram as a symbol. Throws for a name or an icon that will not do. */
export function buildPictograms() {
  const table = JSON.parse(read(at("static/pictograms.json")));
  const sets = {};
  const symbols = Object.entries(table).map(([name, entry]) => {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`pictogram "${name}": use lower case letters, digits and _`);
    return pictogram(name, entry, sets);
  });
  write(
    "pictograms.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor">\n${symbols.join("\n")}\n</svg>\n`,
  );
}
