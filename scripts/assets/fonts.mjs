// The fonts of the page, as little of each as our languages need.
import fs from "node:fs";
import path from "node:path";
import { modules, read, root, write } from "./paths.mjs";

const ETHIOPIC = "U+1200-137F";
const ARABIC = "U+0600-06FF,U+0750-077F,U+200C-200E,U+2010-2011";
// The letters of our Latin languages. Atkinson lacks İ, which every Turkish page has: that one is a file by itself.
const LATIN_EXTENDED = "U+0100-012F,U+0134-017F,U+0218-021B";
const LATIN_REST = "U+0132-0133,U+0180-0217,U+021C-024F,U+02BB-02BC,U+1E00-1EFF";

// Each row: package, subset, family; where our languages write only a part, the range we `keep`; another file `name`.
export const FONTS = [
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
export const FACES = "fonts/faces.css";

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

/** Write the fonts, cut to the letters that our languages use, and FACES, which says when each is fetched. */
export async function buildFonts() {
  const { default: subset } = await import("subset-font");
  const faces = [];
  for (const font of FONTS) {
    const ranges = JSON.parse(read(modules("@fontsource", font.from, "unicode.json")));
    for (const weight of WEIGHTS) {
      const source = modules("@fontsource", font.from, "files", `${font.from}-${font.subset}-${weight}-normal.woff2`);
      if (!fs.existsSync(source)) throw new Error(`there is no font file ${path.relative(root, source)}`);
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
  write(FACES, `${faces.join("\n")}\n`);
}
