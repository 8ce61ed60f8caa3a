// How long the first filter takes on a page, from the input to the frame after it, a fresh page for each:
// node filter_speed.mjs PAGE CHROMIUM
// (`cargo run --release --example report_speed 5000 FOLDER` writes such a page).
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const ROUNDS = 9;
const [file, executablePath] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});

// What the script takes, and what passes until the page has its new shape and the next frame is due.
const measure = (change) => {
  const form = document.getElementById("filters");
  const start = performance.now();
  const field = form.elements.namedItem(change.name);
  const box = form.querySelector(`[value="${change.uncheck}"]`);
  if (box) box.checked = false; else field.value = change.value;
  form.dispatchEvent(new Event("input", { bubbles: true }));
  const script = performance.now() - start;
  document.body.getBoundingClientRect();
  const layout = performance.now() - start;
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() =>
    done({ script, layout, frame: performance.now() - start, shown: document.getElementById("shown").textContent }))));
};

const changes = {
  "verdict": { uncheck: "alive" },
  "advice": { name: "advice", value: "cite-archive" },
  "text": { name: "text", value: "case 4711" },
};
for (const [name, change] of Object.entries(changes)) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(pathToFileURL(resolve(file)).href);
    // The page stands: what is measured is the filter, not the rest of the loading.
    await page.evaluate(() => new Promise((done) => {
      document.body.getBoundingClientRect();
      requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)));
    }));
    rounds.push(await page.evaluate(measure, change));
    await page.close();
  }
  rounds.sort((a, b) => a.frame - b.frame);
  const told = ({ script, layout, frame }) => [script, layout, frame].map((ms) => ms.toFixed(0)).join(" / ");
  const [least, median, worst] = [rounds[0], rounds[Math.floor(ROUNDS / 2)], rounds[ROUNDS - 1]];
  console.log(`${name}: ${told(least)} ms at least, ${told(median)} median, ${told(worst)} at worst ` +
    `(script / layout / frame); ${median.shown}`);
}
console.log(`${ROUNDS} rounds each; the machine's load is ${loadavg()[0].toFixed(1)}`);
await browser.close();
