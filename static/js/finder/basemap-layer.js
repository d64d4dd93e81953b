// What lies under the results, in the colours of the page: it needs no network beyond this server.
import { element } from "./element.js";

const SMALL_DISTRICT = 4000; // metres across: below this its name is shown only from nearby

const colours = () => {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
};

const nameDistrict = (shape, name) => {
  const bounds = shape.getBounds();
  const isSmall = bounds.getSouthWest().distanceTo(bounds.getNorthEast()) < SMALL_DISTRICT;
  const className = isSmall ? "map-label map-label-near" : "map-label";
  shape.bindTooltip(element("span", "", name), { permanent: true, direction: "center", interactive: false, className });
};

/** Draw it on a Leaflet map: tiles where the operator has them, or else our own shapes, fetched once. */
export const drawBasemap = async (map, { tiles, attribution, basemap }) => {
  if (tiles) {
    L.tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(map);
    return;
  }
  const response = await fetch(basemap);
  if (!response.ok) return;
  const colour = colours();
  const styles = {
    water: { fillColor: colour("water"), fillOpacity: 1, weight: 0 },
    park: { fillColor: colour("park"), fillOpacity: 1, weight: 0 },
    municipality: { fill: false, color: colour("edge"), weight: 2 },
    district: { fill: false, color: colour("line"), weight: 1.5 },
    road: { color: colour("line"), weight: 2 },
    railway: { color: colour("edge"), weight: 1.5, dashArray: "6 4" },
  };
  const shapes = await response.json();
  map.attributionControl.addAttribution(element("span", "", shapes.attribution).innerHTML);
  const layer = L.geoJSON(shapes, {
    interactive: false,
    style: ({ properties }) => styles[properties.layer] ?? { fill: false, weight: 1, color: colour("line") },
    pointToLayer: ({ properties }, position) =>
      L.circleMarker(position, { radius: properties.layer === "tram" ? 1 : 3, weight: 1, color: colour("edge") }),
    onEachFeature: ({ properties }, shape) => {
      if (properties.layer === "district" && properties.name) nameDistrict(shape, properties.name);
    },
  }).addTo(map);
  layer.bringToBack();
};
