// Where things stand. Everything is made in a draft, and put in place when it is whole.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const target = path.join(root, "static/vendor");
export const draft = `${path.join(root, "static/.vendor-draft")}-${process.pid}`;

export const at = (...parts) => path.join(root, ...parts);
export const modules = (...parts) => at("node_modules", ...parts);
export const read = (file) => fs.readFileSync(file, "utf8");

/** Write a file of the draft. */
export function write(name, content) {
  const file = path.join(draft, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

/** Every file in a folder and below, in one order on every machine. */
export function filesUnder(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
