// Drives a Chromium over the pages in a folder: node run.mjs FOLDER CHROMIUM
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [folder, executablePath] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const address = (name) => pathToFileURL(resolve(join(folder, `${name}.html`))).href;
const browser = await chromium.launch({
  executablePath,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// Opens a page and hands it to `work`; nothing may complain in the console or leave the machine.
const on = async (name, options, work) => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|data|about):/.test(request.url())) complaints.push(`asked ${request.url()}`);
  });
  await page.goto(address(name));
  await work(page);
  assert.deepEqual(complaints, []);
  await context.close();
};

const tests = [];
const test = (name, work) => tests.push([name, work]);
const shown = (page) => page.locator(".findings > li:not([hidden])");
const first = (page) => page.locator(".findings > li").first().getAttribute("id");

test("verdict, advice and text filter, and a reset shows all", () => on("some", {}, async (page) => {
  assert.equal(await shown(page).count(), 30);
  await page.locator("#filters [value=alive]").uncheck();
  assert.equal(await shown(page).count(), 12);
  assert.equal(await page.locator("#shown").textContent(), "12 of 30 findings are shown.");
  await page.locator("[name=advice]").selectOption("cite-archive");
  assert.equal(await shown(page).count(), 3);
  await page.locator("[name=text]").fill("case 11");
  assert.deepEqual(await shown(page).evaluateAll((all) => all.map(({ id }) => id)), ["f12"]);
  await page.locator("[type=reset]").click();
  await page.waitForFunction(() => document.querySelectorAll(".findings > li:not([hidden])").length === 30);
}));

test("findings of one document", () => on("many", {}, async (page) => {
  await page.locator("[name=document]").selectOption("3");
  assert.equal(await shown(page).count(), 1000);
  assert.equal(await shown(page).first().getAttribute("id"), "f3001");
}));

test("what changed since the last audit", () => on("compared", {}, async (page) => {
  const ids = () => shown(page).evaluateAll((all) => all.map(({ id }) => id));
  const changed = ["f1", "f2", "f6", "f11", "f16", "f21", "f26"];
  await page.locator("[name=change]").selectOption("any");
  assert.deepEqual(await ids(), changed);
  assert.equal(await page.locator("#f1 .c").textContent(), "Recovered");
  await page.locator("[name=change]").selectOption("new");
  assert.deepEqual(await ids(), ["f2"]);
  await page.locator("[type=reset]").click();
  await page.waitForFunction(() => document.querySelectorAll(".findings > li:not([hidden])").length === 30);
}));

test("sorted by urgency, by site, and back", () => on("some", {}, async (page) => {
  await page.locator("[name=order]").selectOption("urgency");
  assert.equal(await first(page), "f9");
  await page.locator("[name=order]").selectOption("site");
  assert.equal(await first(page), "f1");
  assert.equal(await page.locator(".findings > li").nth(1).getAttribute("id"), "f2");
  await page.locator("[name=order]").selectOption("place");
  assert.equal(await first(page), "f1");
}));

test("the button copies the wording", () => on("some", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  const wording = await page.locator("#f2 pre").textContent();
  await page.locator("#f2 button").click();
  await page.waitForFunction(() => document.querySelector("#f2 button").textContent === "Copied");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), wording);
}));

test("steps through the text with buttons, keys and filters", () => on("some", {}, async (page) => {
  const at = () => page.evaluate(() => document.activeElement.id);
  await page.locator("#steps [value='1']").click();
  assert.equal(await at(), "t1");
  await page.keyboard.press("n");
  assert.equal(await at(), "t2");
  assert.equal(await page.locator("#steps [role=status]").textContent(),
    "2 of 30: ✕ dead Footnote 2: The Ministry Answers Questions on Case 1");
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  assert.equal(await at(), "t30");
  await page.locator("#filters [value=alive]").uncheck();
  await page.locator("#steps [value='1']").click();
  assert.equal(await at(), "t2");
  await page.locator("#steps input").uncheck();
  await page.locator("#t2").focus();
  await page.keyboard.press("n");
  assert.equal(await at(), "t2");
  await page.locator("[name=text]").focus();
  await page.keyboard.type("n");
  assert.equal(await page.locator("[name=text]").inputValue(), "n");
}));

test("a mark leads to its finding, filtered out or not", () => on("some", {}, async (page) => {
  await page.locator("#filters [value=alive]").uncheck();
  await page.locator("#t1").click();
  await page.waitForFunction(() => !document.getElementById("f1").hidden);
  assert.equal(await page.evaluate(() => location.hash), "#f1");
  await page.locator("#f1 a[href='#t1']").click();
  assert.equal(await page.evaluate(() => location.hash), "#t1");
}));

test("everything is reached by keyboard alone, and the focus is seen", () => on("one", {}, async (page) => {
  const seen = [];
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const it = document.activeElement;
      if (it === document.body) return null;
      if (getComputedStyle(it).outlineStyle === "none") return `no outline: ${it.outerHTML.slice(0, 60)}`;
      return it.name || it.textContent.trim().slice(0, 30) || it.tagName;
    });
    if (name === null) break;
    seen.push(name);
  }
  for (const wanted of ["Skip to the findings", "verdict", "advice", "order", "text", "Show all", "Evidence", "in the text", "Previous", "Next"]) {
    assert.ok(seen.includes(wanted), `${wanted} is not among ${seen.join(", ")}`);
  }
  assert.ok(!seen.some((name) => name.startsWith("no outline")), seen.join(", "));
}));

// 200 % and 400 % of 1280 pixels are as wide as 640 and 320 (WCAG 2.2, 1.4.10).
for (const width of [1280, 640, 320]) {
  test(`no sideways scrolling at ${width} pixels`, () => on("some", { viewport: { width, height: 700 } }, async (page) => {
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(wide <= room, `${wide} > ${room}`);
  }));
}

test("without JavaScript all is there but what would do nothing", () => on("some", { javaScriptEnabled: false }, async (page) => {
  assert.equal(await shown(page).count(), 30);
  assert.equal(await page.locator("#filters").isVisible(), false);
  assert.equal(await page.locator("#steps").isVisible(), false);
  assert.equal(await page.locator(".replacement button").first().isVisible(), false);
  assert.equal(await page.locator("#f2 pre").isVisible(), true);
  assert.equal(await page.locator("#t2").isVisible(), true);
}));

test("hostile text does nothing", () => on("hostile", {}, async (page) => {
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.equal(await page.locator("img, [onerror], [onload], script:not(:last-child), a[href^=javascript]").count(), 0);
  await page.locator("[name=text]").fill("<script>");
  assert.equal(await shown(page).count(), 12);
  assert.equal(await page.evaluate(() => window.harmed), undefined);
}));

test("only what fits is laid out, in any order and in print", () => on("many", {}, async (page) => {
  await page.locator("[name=text]").fill("story-number-4711");
  assert.deepEqual(await shown(page).evaluateAll((all) => all.map(({ id }) => id)), ["f4712"]);
  assert.equal(await page.locator(".findings:not([hidden])").count(), 1);
  assert.ok(await page.evaluate(() => window.find("Case 4711")), "the browser's own search finds it");
  await page.locator("[name=order]").selectOption("urgency");
  assert.deepEqual(await shown(page).evaluateAll((all) => all.map(({ id }) => id)), ["f4712"]);
  await page.locator("[type=reset]").click();
  await page.waitForFunction(() => document.querySelectorAll(".findings > li:not([hidden])").length === 5000);
  assert.equal(await first(page), "f1");
  assert.equal(await page.locator(".findings").last().locator("li").last().getAttribute("id"), "f5000");
  await page.locator("#filters [value=alive]").uncheck();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".findings")).contentVisibility), "visible");
  assert.equal(await page.locator("#f1").isVisible(), false);
  assert.equal(await page.locator("#f4992").isVisible(), true);
}));

// The page of trends has no script: what is there is there without.
test("trends are drawn in patterns, and every chart has its numbers below", () => on("trend-some", { javaScriptEnabled: false }, async (page) => {
  assert.equal(await page.locator("figure").count(), 6);
  assert.equal(await page.locator("figure .plot").count(), 6);
  assert.equal(await page.locator("figure .figures tbody tr").first().isVisible(), true);
  assert.equal(await page.locator("#runs ~ figure .figures").first().locator("tbody tr").count(), 20);
  const box = await page.locator(".plot g[fill='url(#p-dead)'] rect").last().boundingBox();
  assert.ok(box.width > 4 && box.height > 20, JSON.stringify(box));
}));

test("hostile trends do nothing", () => on("trend-hostile", {}, async (page) => {
  assert.equal(await page.evaluate(() => window.harmed), undefined);
  assert.equal(await page.locator("img, script, [onerror], [onload], a[href^=javascript]").count(), 0);
}));

for (const name of ["trend-some", "trend-many"]) {
  test(`no table of ${name} has two scroll bars`, () => on(name, { viewport: { width: 1280, height: 700 } }, async (page) => {
    const wide = await page.locator(".figures").evaluateAll((tables) =>
      tables.filter((table) => table.scrollWidth > table.clientWidth).map((table) => table.getAttribute("aria-label")));
    assert.deepEqual(wide, []);
  }));
}

for (const width of [1280, 640, 320]) {
  for (const name of ["trend-some", "trend-many", "trend-hostile"]) {
    test(`no sideways scrolling of ${name} at ${width} pixels`, () => on(name, { viewport: { width, height: 700 } }, async (page) => {
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= room, `${wide} > ${room}`);
    }));
  }
}

const pages = ["none", "one", "some", "many", "hostile", "compared",
  "trend-none", "trend-one", "trend-some", "trend-many", "trend-hostile"];
for (const colorScheme of ["light", "dark"]) {
  for (const name of pages) {
    test(`axe finds nothing on ${name}, ${colorScheme}`, () => on(name, { colorScheme }, async (page) => {
      await page.evaluate(axe);
      // Five thousand alike are judged by the first hundred; axe would take minutes for all.
      const found = await page.evaluate(async () => {
        for (const item of [...document.querySelectorAll(".findings > li")].slice(100)) item.remove();
        for (const list of document.querySelectorAll(".findings:empty")) list.remove();
        for (const row of document.querySelectorAll(".read .row:nth-child(n + 51)")) row.remove();
        for (const fold of document.querySelectorAll("details")) fold.open = true;
        const { violations } = await window.axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(" ")}`);
      });
      assert.deepEqual(found, []);
    }));
  }
}

let failed = 0;
for (const [name, work] of tests) {
  try {
    await work();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.message}`);
  }
}
await browser.close();
console.log(`${tests.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
