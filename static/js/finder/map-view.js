// What the map shows of the hits. Positions come as (longitude, latitude); Leaflet wants them the other way round.

/** A position as Leaflet takes it: (latitude, longitude). */
export const turned = ([longitude, latitude]) => [latitude, longitude];

/** What a pin is called: its number in the list, or the word for "perhaps", and the place. */
export const pinLabel = ({ match, number, name }, perhaps) => `${match === "yes" ? number : perhaps}: ${name}`;

/** What the first look at the results holds: the certain ones and the start; all of them when that is one spot or none. */
export const spotsToFit = (start, hits) => {
  const certain = hits.filter(({ match }) => match === "yes").map(({ position }) => turned(position));
  const spots = start ? [...certain, turned(start)] : certain;
  return spots.length > 1 ? spots : [...hits.map(({ position }) => turned(position)), ...spots];
};
