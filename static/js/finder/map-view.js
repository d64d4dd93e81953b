// What the map shows of the hits. Positions come as (longitude, latitude); Leaflet wants them the other way round.

/** A position as Leaflet takes it: (latitude, longitude). */
export const turned = ([longitude, latitude]) => [latitude, longitude];

/** Where a dot was put, as the form posts it: to the metre, and within the area that is served; else nothing. */
export const dotText = ({ lat, lng }, [west, south, east, north]) =>
  lng >= west && lng <= east && lat >= south && lat <= north ? `${lng.toFixed(5)},${lat.toFixed(5)}` : "";

/** How far an arrow moves the dot, in pixels to the right and down; nothing for another key. */
export const steps = (key, far) => {
  const step = far ? 40 : 8;
  return { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key];
};

/** Two corners of what lies within some metres of a start. */
const around = ([longitude, latitude], metres) => {
  const [up, aside] = [metres / 111_320, metres / (111_320 * Math.cos((latitude * Math.PI) / 180))];
  return [
    [latitude - up, longitude - aside],
    [latitude + up, longitude + aside],
  ];
};

/** What a pin is called: its number in the list and the word for "likely", or the word for "perhaps", and the place. */
export const pinLabel = ({ match, number, name }, { likely, perhaps }) => {
  const called = { yes: `${number}`, likely: `${number} (${likely})`, perhaps };
  return `${called[match]}: ${name}`;
};

/** What stands in a pin. */
export const pinMark = ({ match, number }) => (match === "perhaps" ? "?" : `${number}`);

/**
 * What the first look at the results holds: the certain and likely ones, the start and all of where it may be (`doubt`
 * in metres); all of the results when that is one spot or none.
 */
export const spotsToFit = (start, hits, doubt = 0) => {
  const certain = hits.filter(({ match }) => match !== "perhaps").map(({ position }) => turned(position));
  const sure = start ? [...certain, turned(start)] : certain;
  const spots = sure.length > 1 ? sure : [...hits.map(({ position }) => turned(position)), ...sure];
  return start && doubt ? [...spots, ...around(start, doubt)] : spots;
};
