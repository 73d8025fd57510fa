// What pages can do beyond being read. Each of them works without this file.

const completions = document.getElementById("found");

// Names as one writes them, in every field that takes one.
let waiting, asking;
document.addEventListener("input", ({ target }) => {
  if (target.getAttribute("list") !== "found" || target.value.trim().length < 2) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => complete(target), 120);
});

async function complete(field) {
  asking?.abort();
  asking = new AbortController();
  const kinds = { person: "person", with: "person", a: "person", b: "person", country: "country", with_country: "country", place: "place", party: "party" };
  const kind = kinds[field.name];
  if (!kind && field.name !== "q") return;
  const question = new URLSearchParams({ q: field.value.slice(0, 200), limit: "8" });
  if (kind) question.set("kind", kind);
  try {
    const answer = await fetch(`/v1/search?${question}`, { signal: asking.signal, headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const { items } = await answer.json();
    completions.replaceChildren(...items.map(({ name, kind, countries }) => {
      const option = document.createElement("option");
      option.value = name;
      option.label = [name, kind, ...countries].join(" · ");
      return option;
    }));
  } catch {
    // Another letter was written, the page is left, or the API is away: one can write the name whole.
  }
}

// Networks: wheel and keys to zoom, drag to move, drag a node to move it.
function enliven(svg) {
  const whole = svg.viewBox.baseVal;
  const full = { width: whole.width, height: whole.height };
  const zoom = (factor, at) => {
    const width = Math.min(full.width * 1.5, Math.max(full.width / 12, whole.width * factor));
    const height = width * full.height / full.width;
    whole.x += (whole.width - width) * at.x;
    whole.y += (whole.height - height) * at.y;
    whole.width = width;
    whole.height = height;
  };
  const middle = { x: 0.5, y: 0.5 };
  const tools = document.createElement("p");
  tools.className = "tools";
  for (const [name, act] of [["Closer", () => zoom(0.7, middle)], ["Further", () => zoom(1.4, middle)], ["All", () => Object.assign(whole, { x: 0, y: 0, ...full })]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = name;
    button.addEventListener("click", act);
    tools.append(button);
  }
  svg.before(tools);
  // Where a drawing is wider than the screen, its middle is what one came for.
  svg.parentNode.scrollLeft = (svg.parentNode.scrollWidth - svg.parentNode.clientWidth) / 2;
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.15 : 0.87, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  }, { passive: false });

  addSlider(svg);
  for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    svg.addEventListener(on, ({ target }) => point(svg, target.closest(".node")));
    svg.addEventListener(off, () => point(svg, null));
  }

  let held = null, moved = false;
  svg.addEventListener("pointerdown", (event) => {
    held = { node: event.target.closest(".expand") ? null : event.target.closest(".node"), x: event.clientX, y: event.clientY };
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!held || (event.pointerType === "touch" && !held.node)) return;
    const scale = whole.width / svg.getBoundingClientRect().width;
    const [dx, dy] = [(event.clientX - held.x) * scale, (event.clientY - held.y) * scale];
    if (!moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 4) return;
    moved = true;
    [held.x, held.y] = [event.clientX, event.clientY];
    if (held.node) shift(svg, held.node, dx, dy);
    else { whole.x -= dx; whole.y -= dy; }
  });
  addEventListener("pointerup", () => { held = null; });
  svg.addEventListener("click", (event) => { if (moved) event.preventDefault(); moved = false; }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
}

// The ties of a node stand out while it is pointed at.
function point(svg, node) {
  svg.classList.toggle("pointed", node !== null);
  for (const near of svg.querySelectorAll(".near")) near.classList.remove("near");
  if (!node) return;
  for (const line of linesOf(svg, node)) {
    line.classList.add("near");
    for (const end of line.dataset.ends.split(" ")) svg.querySelector(`[data-number="${CSS.escape(end)}"]`).classList.add("near");
  }
}

function linesOf(svg, node) {
  return svg.querySelectorAll(`line[data-ends~="${CSS.escape(node.dataset.number)}"]`);
}

// A network through time: links that do not fall into the months between two sliders fade, and who is left alone.
// The months stand in the address behind the hash, so that what is seen can be shared.
function addSlider(svg) {
  const { first, last } = svg.dataset;
  if (!first) return;
  const number = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const month = (n) => `${String(Math.floor(n / 12)).padStart(4, "0")}-${String(n % 12 + 1).padStart(2, "0")}`;
  const words = (n) => new Date(Date.UTC(Math.floor(n / 12), n % 12)).toLocaleDateString("en", { month: "long", year: "numeric", timeZone: "UTC" });
  const [least, most] = [number(first), number(last)];
  const bar = document.createElement("fieldset");
  bar.className = "slider";
  const ends = [["From", least], ["To", most]].map(([name, value]) => {
    const label = document.createElement("label");
    const slider = Object.assign(document.createElement("input"), { type: "range", min: least, max: most, value });
    label.append(`${name} `, slider);
    bar.append(label);
    return slider;
  });
  const told = document.createElement("output");
  bar.append(told);
  svg.before(bar);
  const lines = [...svg.querySelectorAll("line")].map((line) => ({
    line,
    ends: line.dataset.ends.split(" "),
    spans: line.dataset.spans ? line.dataset.spans.split(" ").map((span) => span.split("..").map(number)) : null,
  }));
  const show = () => {
    const [from, to] = ends.map((slider) => Number(slider.value));
    const seen = new Set();
    let links = 0;
    for (const { line, ends: [one, other], spans } of lines) {
      const holds = spans === null || spans.some(([begin, end]) => begin <= to && end >= from);
      line.classList.toggle("faded", !holds);
      if (holds) { seen.add(one).add(other); links += 1; }
    }
    for (const node of svg.querySelectorAll(".node:not(.centre)")) node.classList.toggle("faded", !seen.has(node.dataset.number));
    for (const slider of ends) slider.setAttribute("aria-valuetext", words(Number(slider.value)));
    told.textContent = `${words(from)} to ${words(to)}: ${links} ${links === 1 ? "link" : "links"}`;
  };
  const move = ({ target }) => {
    const [from, to] = ends;
    if (Number(from.value) > Number(to.value)) (target === from ? to : from).value = target.value;
    show();
  };
  const keep = () => {
    const [from, to] = ends.map((slider) => Number(slider.value));
    const whole = from === least && to === most;
    history.replaceState(history.state, "", whole ? location.pathname + location.search : `#${month(from)}..${month(to)}`);
  };
  for (const slider of ends) {
    slider.addEventListener("input", move);
    slider.addEventListener("change", keep);
  }
  const shared = /^#(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(location.hash);
  if (shared) ends.forEach((slider, end) => { slider.value = number(shared[end + 1]); });
  show();
}

function shift(svg, node, dx, dy) {
  const place = node.transform.baseVal.getItem(0);
  const { e, f } = place.matrix;
  place.setTranslate(e + dx, f + dy);
  for (const line of linesOf(svg, node)) {
    const end = line.dataset.ends.split(" ")[0] === node.dataset.number ? "1" : "2";
    line.setAttribute(`x${end}`, e + dx);
    line.setAttribute(`y${end}`, f + dy);
  }
}

// Filters and steps outward that change one part of the page: only that part is fetched and shown.
const PART = "part";
async function show(address, remember) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const there = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [now, then] = [document.getElementById(PART), there.getElementById(PART)];
  if (!answer.ok || !now || !then) { location.assign(address); return; }
  now.replaceWith(then);
  document.querySelector(".formats")?.replaceWith(there.querySelector(".formats") ?? "");
  document.title = there.title;
  if (remember) history.pushState({}, "", answer.url);
  then.querySelectorAll("svg.network").forEach(enliven);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-part]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  show(link.getAttribute("href"), true);  // what `href` of a link within a drawing is, is no text
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-part]");
  if (!form) return;
  event.preventDefault();
  const filled = [...new FormData(form)].filter(([, value]) => value.trim());
  show(`${form.action}?${new URLSearchParams(filled)}`, true);
});
if (document.getElementById(PART)) addEventListener("popstate", () => show(location.href, false));

// Parts that take long to count: the page is there without them, and they come into their places.
for (const place of document.querySelectorAll("[data-later]")) {
  place.setAttribute("aria-busy", "true");
  fetch(place.dataset.later, { headers: { Accept: "text/html" } })
    .then(async (answer) => {
      const part = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(PART);
      if (!part) return;
      place.replaceChildren(...part.childNodes);
      place.querySelectorAll("svg.network").forEach(enliven);
    })
    .catch(() => {})  // the link to it stays
    .finally(() => place.removeAttribute("aria-busy"));
}

document.querySelectorAll("svg.network").forEach(enliven);
