"use strict";
(() => {
  const form = document.getElementById("filters");
  const list = document.querySelector(".findings");
  if (!form || !list) return;
  const items = Array.from(list.children, (item, place) => {
    const { verdict, advice, document: name, site, urgency } = item.firstElementChild.dataset;
    return { item, place, verdict, advice, name, site, urgency: Number(urgency), text: null };
  });
  const verdicts = Array.from(form.querySelectorAll("[name=verdict]"), (box) => box.value);
  const orders = {
    place: () => 0,
    urgency: (a, b) => a.urgency - b.urgency,
    verdict: (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
    site: (a, b) => (a.site < b.site ? -1 : a.site > b.site ? 1 : 0),
  };
  const field = (name) => (form.elements.namedItem(name) ? form.elements.namedItem(name).value : "");
  // The text of a finding is only read when somebody searches: there may be thousands.
  const says = (entry, words) => {
    entry.text ??= entry.item.textContent.toLowerCase();
    return words.every((word) => entry.text.includes(word));
  };
  const filter = () => {
    const wanted = new Set(Array.from(form.querySelectorAll("[name=verdict]:checked"), (box) => box.value));
    const advice = field("advice");
    const name = field("document");
    const words = field("text").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of items) {
      const fits = wanted.has(entry.verdict) && (!advice || entry.advice === advice) &&
        (!name || entry.name === name) && says(entry, words);
      entry.item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    const all = items.length === 1 ? "1 finding" : `${items.length} findings`;
    document.getElementById("shown").textContent = shown === items.length ? `All ${all} are shown.` : `${shown} of ${all} are shown.`;
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
  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy(button.parentElement.querySelector("pre").textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
  }
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  form.hidden = false;
  update();
})();
