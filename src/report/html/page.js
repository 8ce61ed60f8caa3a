"use strict";
(() => {
  const form = document.getElementById("filters");
  const list = document.querySelector(".findings");
  if (!form || !list) return;
  const items = Array.from(list.children, (item, place) => {
    const { v: verdict, a: advice, d: name, c: change } = item.dataset;
    return { item, place, verdict, advice, name, change, shown: true, site: null, text: null };
  });
  const values = (name) => Array.from(form.querySelectorAll(`[name=${name}]`), (box) => box.value);
  const verdicts = values("verdict");
  const advice = Array.from(form.elements.namedItem("advice").options, (option) => option.value);
  const site = (entry) => {
    entry.site ??= (entry.item.querySelector("dd a") || { hostname: "" }).hostname.replace(/^www\./, "");
    return entry.site;
  };
  const orders = {
    place: () => 0,
    urgency: (a, b) => advice.indexOf(a.advice) - advice.indexOf(b.advice),
    verdict: (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
    site: (a, b) => (site(a) < site(b) ? -1 : site(a) > site(b) ? 1 : 0),
  };
  const field = (name) => (form.elements.namedItem(name) ? form.elements.namedItem(name).value : "");
  // The text of a finding is only read when somebody searches: there may be thousands.
  const says = (entry, words) => {
    if (!words.length) return true;
    entry.text ??= entry.item.textContent.toLowerCase();
    return words.every((word) => entry.text.includes(word));
  };
  const filter = () => {
    const wanted = new Set(Array.from(form.querySelectorAll("[name=verdict]:checked"), (box) => box.value));
    const todo = field("advice");
    const name = field("document");
    const since = field("change");
    const words = field("text").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of items) {
      const fits = wanted.has(entry.verdict) && (!todo || entry.advice === todo) &&
        (!name || entry.name === name) &&
        (!since || (since === "any" ? entry.change : entry.change === since)) && says(entry, words);
      // Only what changes is touched.
      if (fits !== entry.shown) entry.item.hidden = !fits;
      entry.shown = fits;
      shown += fits ? 1 : 0;
    }
    const all = items.length === 1 ? "1 finding" : `${items.length} findings`;
    document.getElementById("shown").textContent =
      shown === items.length ? `All ${all} are shown.` : `${shown} of ${all} are shown.`;
  };
  let order = "place";
  const sort = () => {
    if (field("order") === order) return;
    order = field("order");
    const sorted = [...items].sort((a, b) => orders[order](a, b) || a.place - b.place);
    list.append(...sorted.map((entry) => entry.item));
  };
  const update = () => { sort(); filter(); };
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages from a disk may not use the clipboard everywhere.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  for (const button of document.querySelectorAll(".replacement button")) button.hidden = false;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".replacement button");
    if (!button) return;
    await copy(button.parentElement.querySelector("pre").textContent);
    button.focus();
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });

  // A link may lead to a finding that is filtered out.
  const reveal = () => {
    const entry = items.find(({ item }) => `#${item.id}` === location.hash);
    if (!entry || entry.shown) return;
    form.reset();
    update();
    entry.item.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);

  const steps = document.getElementById("steps");
  if (steps) {
    const marks = Array.from(steps.parentElement.querySelectorAll("a[id^=t]"));
    const found = new Map(items.map((entry) => [`#${entry.item.id}`, entry]));
    const [status, keys] = [steps.querySelector("[role=status]"), steps.querySelector("input")];
    let current = null;
    const step = (by) => {
      const open = marks.filter((mark) => found.get(mark.hash)?.shown);
      if (!open.length) { status.textContent = "No finding is shown."; return; }
      const from = open.indexOf(current);
      const at = from < 0 ? (by > 0 ? 0 : open.length - 1) : (from + by + open.length) % open.length;
      if (current) current.removeAttribute("aria-current");
      current = open[at];
      current.setAttribute("aria-current", "true");
      const fold = current.closest("details");
      if (fold) fold.open = true;
      current.focus({ preventScroll: true });
      current.scrollIntoView({ block: "center" });
      const entry = found.get(current.hash);
      status.textContent = `${at + 1} of ${open.length}: ${entry.item.querySelector("h3").textContent}`;
    };
    steps.addEventListener("click", (event) => {
      if (event.target.value && event.target.type === "button") step(Number(event.target.value));
    });
    document.addEventListener("keydown", (event) => {
      if (!keys.checked || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
      const by = { n: 1, p: -1 }[event.key];
      if (by) { event.preventDefault(); step(by); }
    });
    steps.hidden = false;
  }
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  form.hidden = false;
  update();
  reveal();
})();
