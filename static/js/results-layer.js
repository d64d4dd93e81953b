// The results on the map: the same hits as the list, following it and leading it. Names are written as text.
window.samenplekMap = (() => {
  const pane = document.getElementById("map-pane");
  const pins = new Map();
  let map, layer, start, basemap;

  const SMALL_DISTRICT = 4000; // metres across: below this its name is shown only from nearby
  const NEARBY_ZOOM = 13;

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const icon = (inner, size) => L.divIcon({ html: inner, className: "", iconSize: size, iconAnchor: [size[0] / 2, size[1]] });

  const pinIcon = ({ match, number }) => {
    const shape = element("span", `map-pin map-pin-${match}`);
    shape.append(element("span", "", match === "yes" ? number : "?"));
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
    box.append(name, ...hit.lines.map(({ text, lang, dir }) => Object.assign(element("p", "popup-line", text), { lang, dir })));
    const button = document.querySelector(`#hit-${hit.code} [data-shortlist]`);
    if (button) box.append(button.cloneNode(true));
    return box;
  };

  const label = (hit) => `${hit.match === "yes" ? hit.number : pane.dataset.perhaps}: ${hit.name}`;

  const marker = (hit) => {
    const [longitude, latitude] = hit.position;
    const made = L.marker([latitude, longitude], { icon: pinIcon(hit), title: label(hit), alt: label(hit) });
    made.bindPopup(() => popup(hit));
    made.on("click keypress", () => document.dispatchEvent(new CustomEvent("samenplek:marker", { detail: hit.code })));
    pins.set(hit.code, made);
    return made;
  };

  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    return (name) => style.getPropertyValue(`--${name}`).trim();
  };

  const drawBasemap = async () => {
    const { tiles, attribution } = pane.dataset;
    if (tiles) {
      L.tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(map);
      return;
    }
    const response = await fetch(pane.dataset.basemap);
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
    basemap = L.geoJSON(shapes, {
      interactive: false,
      style: ({ properties }) => styles[properties.layer] ?? { fill: false, weight: 1, color: colour("line") },
      pointToLayer: ({ properties }, position) =>
        L.circleMarker(position, { radius: properties.layer === "tram" ? 1 : 3, weight: 1, color: colour("edge") }),
      onEachFeature: ({ properties }, shape) => {
        if (properties.layer === "district" && properties.name) {
          shape.bindTooltip(element("span", "", properties.name), {
            permanent: true, direction: "center", interactive: false,
            className: shape.getBounds().getSouthWest().distanceTo(shape.getBounds().getNorthEast()) < SMALL_DISTRICT
              ? "map-label map-label-near" : "map-label",
          });
        }
      },
    }).addTo(map);
    basemap.bringToBack();
  };

  return {
    // Called by the script that Folium wrote, once the empty map stands.
    bind(folium) {
      map = folium;
      map.attributionControl.setPrefix(false);
      L.control.zoom({ position: document.documentElement.dir === "rtl" ? "topleft" : "topright",
        zoomInTitle: pane.dataset.zoomIn, zoomOutTitle: pane.dataset.zoomOut }).addTo(map);
      layer = L.markerClusterGroup({ iconCreateFunction: clusterIcon, maxClusterRadius: 46, showCoverageOnHover: false,
        animate: !matchMedia("(prefers-reduced-motion: reduce)").matches }).addTo(map);
      layer.on("animationend layeradd", () => {
        for (const bubble of pane.querySelectorAll(".map-cluster")) {
          bubble.parentElement.setAttribute("aria-label", `${bubble.textContent} ${pane.dataset.cluster}`);
        }
      });
      const measure = () => pane.classList.toggle("map-far", map.getZoom() < NEARBY_ZOOM);
      map.on("zoomend", measure);
      measure();
      drawBasemap();
    },

    show({ start: from, hits }) {
      if (!map) return;
      layer.clearLayers();
      pins.clear();
      start?.remove();
      layer.addLayers(hits.map(marker));
      const spots = hits.filter((hit) => hit.match === "yes").map(({ position: [x, y] }) => [y, x]);
      if (from) {
        const here = [from[1], from[0]];
        start = L.marker(here, { icon: icon(element("span", "map-start"), [24, 24]), keyboard: false,
          title: pane.dataset.here, alt: pane.dataset.here }).addTo(map);
        spots.push(here);
      }
      const shown = spots.length > 1 ? spots : hits.map(({ position: [x, y] }) => [y, x]).concat(spots);
      if (shown.length) map.fitBounds(shown, { padding: [40, 40], maxZoom: 15, animate: false });
    },

    choose(code) {
      for (const [other, pin] of pins) pin.getElement()?.firstElementChild?.classList.toggle("map-pin-chosen", other === code);
    },
  };
})();
