// Without this script the map is opened closer by its marks and links, and time narrowed by its bars. It adds dragging:
// the map is moved and drawn again from the server, and several bars are taken at once.
(() => {
  "use strict";
  const KM_A_DEGREE = 111.32;
  const SETTLED_MS = 250;
  const STEP = 1.6;
  let waiting;

  const form = () => document.querySelector("form.narrow");

  // Draws the map of another circle in place of the one that is there, under the same conditions.
  const draw = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) return location.assign(address);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["h1", "form.narrow", "#drawn"]) document.querySelector(part).replaceWith(found.querySelector(part));
    history.replaceState(null, "", address);
  };

  const addressOf = (svg) => {
    const box = svg.viewBox.baseVal;
    const { west, north, px, squeeze } = Object.fromEntries(Object.entries(svg.dataset).map(([key, value]) => [key, Number(value)]));
    const lat = Math.max(-85, Math.min(85, north - (box.y + box.height / 2) / px));
    const lon = ((west + (box.x + box.width / 2) / px / squeeze + 540) % 360) - 180;
    const radius = (Math.hypot(box.width, box.height) / 2 / px) * KM_A_DEGREE;
    const address = new URL(location.href);
    address.searchParams.set("near", `${lat.toFixed(4)},${lon.toFixed(4)}`);
    address.searchParams.set("radius", Math.max(5, Math.min(9000, radius)).toFixed(1));
    return address;
  };

  const settle = (svg) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => draw(addressOf(svg)), SETTLED_MS);
  };

  // How many units of the drawing a pixel of the screen is.
  const scale = (svg) => svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;

  const zoom = (svg, event, factor) => {
    const box = svg.viewBox.baseVal;
    const place = svg.getBoundingClientRect();
    const [left, top] = [(event.clientX - place.left) / place.width, (event.clientY - place.top) / place.height];
    box.x += box.width * (1 - factor) * left;
    box.y += box.height * (1 - factor) * top;
    box.width *= factor;
    box.height *= factor;
    settle(svg);
  };

  let held = null;
  addEventListener("pointerdown", (event) => {
    const svg = event.target.closest?.("[data-map] svg.world, svg[data-brush]");
    if (!svg || event.button !== 0) return;
    const bar = event.target.closest("[data-since]");
    held = { svg, x: event.clientX, y: event.clientY, moved: false, from: bar, to: bar };
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 6) return;
    held.moved = true;
    if (held.svg.matches("[data-brush]")) return brush(event);
    const box = held.svg.viewBox.baseVal;
    box.x -= (event.clientX - held.x) * scale(held.svg);
    box.y -= (event.clientY - held.y) * scale(held.svg);
    held.x = event.clientX;
    held.y = event.clientY;
    held.svg.classList.add("held");
  });
  addEventListener("pointerup", () => {
    if (!held) return;
    const { svg, moved, from, to } = held;
    svg.classList.remove("held");
    held = null;
    if (!moved) return;
    // The click that follows a drag opens nothing.
    addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
    if (!svg.matches("[data-brush]")) return settle(svg);
    if (!from || !to) return;
    const ends = [from.dataset.since, from.dataset.until, to.dataset.since, to.dataset.until].sort();
    form().elements.namedItem("since").value = ends[0];
    form().elements.namedItem("until").value = ends[3];
    form().requestSubmit();
  });
  addEventListener("pointercancel", () => (held = null));
  addEventListener("dragstart", (event) => held && event.preventDefault());

  const brush = (event) => {
    const bars = [...held.svg.querySelectorAll("[data-since]")];
    held.to = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-since]") ?? held.to;
    const [first, last] = [bars.indexOf(held.from), bars.indexOf(held.to)].sort((one, other) => one - other);
    bars.forEach((bar, at) => bar.classList.toggle("meant", first <= at && at <= last));
  };

  addEventListener("wheel", (event) => {
    const svg = event.target.closest?.("[data-map] svg.world");
    if (!svg || !(event.ctrlKey || event.metaKey)) return; // without a key the wheel scrolls the page
    event.preventDefault();
    zoom(svg, event, event.deltaY < 0 ? 1 / STEP : STEP);
  }, { passive: false });
  addEventListener("dblclick", (event) => {
    const svg = event.target.closest?.("[data-map] svg.world");
    if (svg && !event.target.closest("a")) zoom(svg, event, 1 / STEP / STEP);
  });
})();
