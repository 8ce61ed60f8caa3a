"use strict";
(() => {
  const form = document.getElementById("filters");
  const lists = Array.from(document.querySelectorAll(".findings"));
  if (!form || !lists.length) return;
  const items = lists.flatMap((list) => Array.from(list.children)).map((item, place) => {
    const { v: verdict, a: advice, d: name, c: change } = item.dataset;
    return { item, place, verdict, advice, name, change, shown: true, site: null, text: null };
  });
  // The groups of the list, each with the findings that are in it now.
  const size = lists[0].children.length;
  const groups = lists.map((list, at) => ({ list, entries: items.slice(at * size, (at + 1) * size), shown: size }));
  const all = Number(form.dataset.all);
  const values = (name) => Array.from(form.querySelectorAll(`[name=${name}]`), (box) => box.value);
  const verdicts = values("verdict");
  const advice = Array.from(form.elements.namedItem("advice").options, (option) => option.value);
  const site = (entry) => {
    entry.site ??= (entry.item.querySelector("dd a") || { hostname: "" }).hostname.replace(/^www\./, "");
    return entry.site;
  };
  // What is gone is as urgent as what is to be replaced, also where no archive was asked.
  const urgency = (entry) =>
    entry.verdict === "dead" && entry.advice === "verify-by-hand" ? -1 : advice.indexOf(entry.advice);
  const orders = {
    place: () => 0,
    urgency: (a, b) => urgency(a) - urgency(b),
    verdict: (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
    site: (a, b) => (site(a) < site(b) ? -1 : site(a) > site(b) ? 1 : 0),
  };
  const field = (name) => (form.elements.namedItem(name) ? form.elements.namedItem(name).value : "");
  const text = (entry) => { entry.text ??= entry.item.textContent.toLowerCase(); return entry.text; };
  const says = (entry, words) => words.every((word) => text(entry).includes(word));
  // There may be thousands of texts: they are read while nobody wants anything, not at the first search.
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 20, { timeRemaining: () => 0 }));
  let read = 0;
  const readOn = (deadline) => {
    do items.slice(read, read += 20).forEach(text); while (read < items.length && deadline.timeRemaining() > 5);
    if (read < items.length) idle(readOn);
  };
  const filter = () => {
    const wanted = new Set(Array.from(form.querySelectorAll("[name=verdict]:checked"), (box) => box.value));
    const todo = field("advice");
    const name = field("document");
    const since = field("change");
    const words = field("text").toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (entry) => wanted.has(entry.verdict) && (!todo || entry.advice === todo) &&
      (!name || entry.name === name) &&
      (!since || (since === "any" ? entry.change : entry.change === since)) && says(entry, words);
    let shown = 0;
    for (const group of groups) {
      const before = group.shown;
      group.shown = 0;
      for (const entry of group.entries) {
        const is = fits(entry);
        // Only what changes is touched.
        if (is !== entry.shown) entry.item.hidden = !is;
        entry.shown = is;
        group.shown += is ? 1 : 0;
      }
      shown += group.shown;
      if (group.shown === before) continue;
      group.list.hidden = !group.shown;
      // How high the group is, as far as one can tell before it is in sight.
      group.list.style.containIntrinsicBlockSize = `auto ${group.shown * 18}rem`;
    }
    const number = all === 1 ? "1 finding" : `${all} findings`;
    document.getElementById("shown").textContent =
      shown === all ? `All ${number} are shown.` : `${shown} of ${number} are shown.`;
  };
  let order = "place";
  const sort = () => {
    if (field("order") === order) return;
    order = field("order");
    const sorted = [...items].sort((a, b) => orders[order](a, b) || a.place - b.place);
    for (const [at, group] of groups.entries()) {
      group.entries = sorted.slice(at * size, (at + 1) * size);
      group.list.append(...group.entries.map((entry) => entry.item));
      group.shown = -1;
    }
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
  idle(readOn);
})();
