// The map comes when it is in sight and the list can be used; from then on list and map follow each other.

const pane = () => document.getElementById("map-pane");
const markers = () => JSON.parse(document.getElementById("markers").textContent);

const load = (address) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });

// A place that was opened meanwhile stands in the stead of the map, until Back brings that.
const present = async () => {
  while (!pane()) await new Promise((back) => document.addEventListener("samenplek:answer", back, { once: true }));
};

const startMap = async () => {
  await present();
  const { scripts, style } = pane().dataset;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
  document.getElementById("map").hidden = false;
  for (const script of scripts.split(" ")) {
    await present();
    await load(script); // each builds on the former
  }
  await present();
  window.samenplekMap.show(markers());
};

const loadInSight = () => {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    if (window.requestIdleCallback) requestIdleCallback(startMap, { timeout: 1000 });
    else setTimeout(startMap);
  });
  seen.observe(pane());
};

const choose = (code) => {
  for (const hit of document.querySelectorAll(".hit")) hit.classList.toggle("hit-chosen", hit.dataset.code === code);
};

/** Put the hits that the page holds now on the map, once there is one. */
export const showOnMap = () => window.samenplekMap?.show(markers());

/** Load the map when it is seen, and let the list lead the map and the map the list. */
export const watchMap = () => {
  document.addEventListener("samenplek:marker", ({ detail }) => {
    choose(detail);
    document.getElementById(`hit-${detail}`)?.scrollIntoView({ block: "nearest" });
  });
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, ({ target }) => {
      const hit = target.closest?.(".hit");
      if (!hit) return;
      choose(hit.dataset.code);
      window.samenplekMap?.choose(hit.dataset.code);
    });
  }
  loadInSight();
};
