// A list of at most 8 places as text for the fragment of an address. The same as finder/domain/shortlist.py.
export const VERSION = "1";
export const MOST_PLACES = 8;

const LONGEST_TEXT = 400;
const LONGEST_REFUSED = 20;
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LOCALES = /^[a-z]{2}(?:\+[a-z]{2})?$/;
const TYPED = /^[0-9A-Za-z -]+$/;

// By whole characters, as Python counts: half of an emoji would be no text.
const cut = (text, length) => Array.from(text).slice(0, length).join("");
const trim = (text) => text.replace(/^ +| +$/g, "");

/** The code somebody meant, or null when its check character does not fit. */
export function normaliseCode(text) {
  if (!TYPED.test(text)) return null;
  const code = text.toUpperCase().replace(/[ -]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (code.length !== 5) return null;
  const digits = Array.from(code, (character) => DIGITS.indexOf(character));
  if (digits.includes(-1)) return null;
  const number = digits.slice(0, 4).reduce((sum, digit) => sum * 32 + digit, 0);
  return number % 37 === digits[4] ? code : null;
}

/** The text of a list; throws a RangeError for a wrong code, more than 8, or an unreadable pair of languages. */
export function encode(localesPath, codes) {
  if (!LOCALES.test(localesPath)) throw new RangeError(`not one or two languages: ${localesPath}`);
  const kept = new Set();
  for (const text of codes) {
    const code = normaliseCode(text);
    if (code === null) throw new RangeError(`not the code of a place: ${text}`);
    kept.add(code);
  }
  if (kept.size > MOST_PLACES) throw new RangeError(`more than ${MOST_PLACES} places`);
  return [VERSION, localesPath, ...kept].join(".");
}

/** What a text says: { version, localesPath, codes, refused, surplus }. Never throws. */
export function decode(text) {
  const plain = cut(text, LONGEST_TEXT).replace(/%2B/g, "+").replace(/%2b/g, "+").replace(/%20/g, " ");
  const [version, ...rest] = plain
    .replace(/^[ #]+/, "")
    .split(".")
    .map(trim);
  const spoken = (rest[0] ?? "").toLowerCase().replaceAll(" ", "+");
  const localesPath = LOCALES.test(spoken) ? spoken : "";
  if (version !== VERSION)
    return { version: cut(version, LONGEST_REFUSED), localesPath, codes: [], refused: [], surplus: [] };
  const codes = new Set();
  const refused = new Set();
  for (const part of rest.slice(1).filter(Boolean)) {
    const code = normaliseCode(part);
    if (code === null) refused.add(cut(part, LONGEST_REFUSED));
    else codes.add(code);
  }
  const kept = [...codes];
  return {
    version,
    localesPath,
    codes: kept.slice(0, MOST_PLACES),
    refused: [...refused],
    surplus: kept.slice(MOST_PLACES),
  };
}
