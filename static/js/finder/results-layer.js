// The results on the map: the same hits as the list, following it and leading it. Names are written as text.
// A script by itself, after Leaflet; what it exports is `window.samenplekMap`, by which the script that Folium wrote finds it.
import { drawBasemap } from "./basemap-layer.js";
import { element } from "./element.js";
import { dotText, pinLabel, pinMark, spotsToFit, steps, turned } from "./map-view.js";

const NEARBY_ZOOM = 13; // from here on the names of small districts are shown

const pins = new Map();
let map, layer, start, doubtful;

const pane = () => document.getElementById("map-pane");

const icon = (inner, size) =>
  L.divIcon({ html: inner, className: "", iconSize: size, iconAnchor: [size[0] / 2, size[1]] });

const pinIcon = (hit) => {
  const shape = element("span", `map-pin map-pin-${hit.match}`);
  shape.append(element("span", "", pinMark(hit)));
  return icon(shape, [36, 40]);
};

const clusterIcon = (cluster) => icon(element("span", "map-cluster", cluster.getChildCount()), [44, 44]);

const popup = (hit) => {
  const box = element("div", "popup");
  const listed = document.querySelector(`#hit-${hit.code} h3 a`);
  const name = element("a", "popup-name", hit.name);
  if (listed) name.href = listed.href;
  name.lang = "nl";
  name.dir = "ltr";
  box.append(
    name,
    ...hit.lines.map(({ text, lang, dir }) => Object.assign(element("p", "popup-line", text), { lang, dir })),
  );
  const button = document.querySelector(`#hit-${hit.code} [data-shortlist]`);
  if (button) box.append(button.cloneNode(true));
  return box;
};

const marker = (hit) => {
  const title = pinLabel(hit, pane().dataset);
  const made = L.marker(turned(hit.position), { icon: pinIcon(hit), title, alt: title });
  made.bindPopup(() => popup(hit));
  made.on("click keypress", () => document.dispatchEvent(new CustomEvent("samenplek:marker", { detail: hit.code })));
  pins.set(hit.code, made);
  return made;
};

/** Take the empty map that Folium made: controls, the basemap, and room for the results. */
export const bind = (folium) => {
  map = folium;
  map.attributionControl.setPrefix(false);
  const { zoomIn, zoomOut, cluster } = pane().dataset;
  const position = document.documentElement.dir === "rtl" ? "topleft" : "topright";
  L.control.zoom({ position, zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  layer = L.markerClusterGroup({
    iconCreateFunction: clusterIcon,
    maxClusterRadius: 46,
    showCoverageOnHover: false,
    animate,
  }).addTo(map);
  layer.on("animationend layeradd", () => {
    for (const bubble of pane().querySelectorAll(".map-cluster")) {
      bubble.parentElement.setAttribute("aria-label", `${bubble.textContent} ${cluster}`);
    }
  });
  const measure = () => pane().classList.toggle("map-far", map.getZoom() < NEARBY_ZOOM);
  map.on("zoomend", measure);
  measure();
  drawBasemap(map, pane().dataset);
};

// Dragged, or moved with the arrows and put down with Enter; outside the area that is served it goes back.
const watchDot = (dot, from, area) => {
  const put = () => {
    const detail = dotText(dot.getLatLng(), area);
    if (detail) document.dispatchEvent(new CustomEvent("samenplek:dot", { detail }));
    else dot.setLatLng(turned(from));
  };
  dot.on("dragend", put);
  dot.getElement().addEventListener("keydown", (event) => {
    const step = steps(event.key, event.shiftKey);
    if (step) dot.setLatLng(map.containerPointToLatLng(map.latLngToContainerPoint(dot.getLatLng()).add(step)));
    if (event.key === "Enter") put();
    if (!step && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  });
};

const showStart = (from, doubt, area) => {
  const { here, dot } = pane().dataset;
  const shape = L.divIcon({ html: element("span", "map-start"), className: "", iconSize: [24, 24] });
  const options = { icon: shape, draggable: true, autoPan: true, zIndexOffset: 1000, title: here };
  start = L.marker(turned(from), options).addTo(map);
  start.getElement().setAttribute("aria-label", `${here}. ${dot}`);
  watchDot(start, from, area);
  if (!doubt) return;
  doubtful = L.circle(turned(from), { radius: doubt, className: "map-doubt", interactive: false }).addTo(map);
};

/**
 * Show these hits and where one starts from, (longitude, latitude), which may be `doubt` metres off, and nothing else;
 * show them all in one look. `area` is where one can start from.
 */
export const show = ({ start: from, doubt, area, hits }) => {
  if (!map) return;
  layer.clearLayers();
  pins.clear();
  const isHeld = start?.getElement() === document.activeElement;
  start?.remove();
  doubtful?.remove();
  layer.addLayers(hits.map(marker));
  if (from) showStart(from, doubt, area);
  if (from && isHeld) start.getElement().focus({ preventScroll: true });
  const spots = spotsToFit(from, hits, doubt);
  if (spots.length) map.fitBounds(spots, { padding: [40, 40], maxZoom: 15, animate: false });
};

/** Make the pin of one hit stand out among the others. */
export const choose = (code) => {
  for (const [other, pin] of pins)
    pin.getElement()?.firstElementChild?.classList.toggle("map-pin-chosen", other === code);
};
