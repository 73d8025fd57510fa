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
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.15 : 0.87, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height });
  }, { passive: false });

  let held = null, moved = false;
  svg.addEventListener("pointerdown", (event) => {
    held = { node: event.target.closest(".nodes a"), x: event.clientX, y: event.clientY };
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

function shift(svg, node, dx, dy) {
  const place = node.transform.baseVal.getItem(0);
  const { e, f } = place.matrix;
  place.setTranslate(e + dx, f + dy);
  for (const line of svg.querySelectorAll(`line[data-ends~="${CSS.escape(node.dataset.number)}"]`)) {
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
  show(link.href, true);
});
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-part]");
  if (!form) return;
  event.preventDefault();
  const filled = [...new FormData(form)].filter(([, value]) => value.trim());
  show(`${form.action}?${new URLSearchParams(filled)}`, true);
});
if (document.getElementById(PART)) addEventListener("popstate", () => show(location.href, false));

document.querySelectorAll("svg.network").forEach(enliven);
