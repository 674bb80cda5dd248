// The page of `--format html`, looked at in a browser.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { browser, draft, folder, open, root, stage, told, written } from "./browser.js";
import { everything, hostile } from "./draft.js";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const demo = ["first-statement", "weak-explanation", "mended-explanation"].map((name) => `fixtures/demo/${name}.md`);

describe("the page", () => {
  const script = stage();
  after(script.leave);
  let wide;
  let drafts;
  before(async () => {
    wide = await browser(script, { viewport: { width: 1200, height: 900 } });
    drafts = [...demo, draft(script, "everything.md", everything)];
  });

  const shown = async (...paths) => open(wide, written(script, ...paths));

  test("asks for nothing and complains of nothing", async () => {
    for (const paths of [...drafts.map((path) => [path]), drafts]) {
      const page = await shown(...paths);
      await page.keyboard.press("n");
      await page.locator("[data-theme-toggle]").click();
      assert.deepEqual(page.complaints, []);
      assert.deepEqual(page.requests, [page.url()]);
      await page.close();
    }
  });

  test("has a note for each finding and a line under its words", async () => {
    for (const path of drafts) {
      const page = await shown(path);
      const [file] = told(path).files;
      const bytes = readFileSync(path.startsWith("/") ? path : join(root, path));
      const plain = (text) => text.replace(/\s+/g, " ").trim();
      const expected = file.diagnostics.map(({ lint, scope, span }) => ({
        lint,
        start: span.start.byte,
        end: span.end.byte,
        words: scope === "document" ? "" : plain(bytes.subarray(span.start.byte, span.end.byte).toString()),
      }));
      const found = await page.evaluate(() =>
        [...document.querySelectorAll(".note")].map((note) => ({
          lint: note.dataset.lint,
          start: Number(note.dataset.start),
          end: Number(note.dataset.end),
          words: [...document.querySelectorAll(`.f[data-note="${note.id}"]`)].map((words) => words.textContent).join(""),
        })),
      );
      const order = (a, b) => a.start - b.start || a.end - b.end || a.lint.localeCompare(b.lint);
      const trimmed = found.map((note) => ({ ...note, words: plain(note.words) }));
      assert.deepEqual(trimmed.sort(order), expected.sort(order), path);
      await page.close();
    }
  });

  test("shows the whole draft", async () => {
    const page = await shown(drafts.at(-1));
    const essay = await page.locator(".sheet").innerText();
    for (const words of ["a note to myself", "not read at all", "nobody could have known", "**", "`code`", "2.", "😀"]) {
      assert.ok(essay.includes(words), words);
    }
    assert.ok(!essay.includes("kind: personal-statement"));
    assert.equal(await page.locator("blockquote").count(), 1);
    assert.equal(await page.locator(".items li").count(), 5);
    await page.close();
  });

  test("leads every link to its place", async () => {
    const page = await shown(...drafts);
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"))
        .filter((href) => !href.startsWith("#") || !document.getElementById(href.slice(1))),
    );
    assert.deepEqual(lost, []);
    const twice = await page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    });
    assert.deepEqual(twice, []);
    await page.close();
  });

  test("has the sentences of the story in order, and each leads to its words", async () => {
    const page = await shown(demo[0]);
    const [file] = told("--story", demo[0]).files;
    assert.equal(await page.locator(".strip a").count(), file.story.sentences.length);
    const event = file.story.sentences.findIndex((sentence) => sentence.roles.includes("event"));
    await page.locator(".strip a").nth(event).click();
    assert.match(await page.locator(":target").innerText(), /^In June 2022 I failed Step 1\./);
    const missing = await page.locator(".step.is-missing .label").allInnerTexts();
    assert.deepEqual(missing.map((label) => label.toLowerCase()), ["your own part", "what came of it"]);
    const percents = (await page.locator("[aria-label='how the words divide'] b").allInnerTexts()).map(parseFloat);
    assert.equal(percents.reduce((sum, percent) => sum + percent), 100);
    await page.close();
  });

  test("is gone through with keys", async () => {
    const page = await shown(demo[0]);
    const count = await page.locator(".note").count();
    const chosen = () => page.evaluate(() => [document.activeElement.id, document.querySelector(".note.is-on")?.id]);
    for (const [key, at] of [["n", 1], ["j", 2], ["n", 3], ["k", 2], ["p", 1], ["p", count], ["n", 1]]) {
      await page.keyboard.press(key);
      assert.deepEqual(await chosen(), [`d1-n${at}`, `d1-n${at}`], key);
    }
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    const words = await page.locator(".f.is-on").first().boundingBox();
    assert.ok(words.y > 0 && words.y < 900, "the words are to be seen");
    assert.equal(await page.locator(".note.is-on details[open]").count(), 1);
    assert.equal(await page.locator("details[open]").count(), 1);
    assert.equal(await page.locator(".place").innerText(), `3 of ${count}`);
    await page.keyboard.press("?");
    assert.ok(await page.locator("dialog").isVisible());
    await page.keyboard.press("n");
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator("dialog").isVisible()));
    assert.equal(await page.locator(".note.is-on").count(), 1);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".note.is-on").count(), 0);
    await page.close();
  });

  test("can be read from the first tab on", async () => {
    const page = await shown(demo[0]);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    assert.ok((await page.locator(".skip").boundingBox()).y >= 0);
    await page.keyboard.press("Enter");
    assert.match(page.url(), /#d1-essay$/);
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    await page.close();
  });

  test("shows the notes that are wanted", async () => {
    const page = await shown(demo[0]);
    const { diagnostics } = told(demo[0]).files[0];
    const seen = () => page.locator(".note:visible").count();
    const lined = () => page.locator(".f:not(.is-off)").evaluateAll((all) => new Set(all.map((f) => f.dataset.note)).size);
    const passages = diagnostics.filter(({ scope }) => scope === "passage");
    assert.equal(await seen(), diagnostics.length);
    assert.equal(await lined(), passages.length);
    const warnings = page.locator("[data-value=warning]");
    await warnings.click();
    assert.equal(await warnings.getAttribute("aria-pressed"), "false");
    const kept = ({ severity }) => severity !== "warning";
    assert.equal(await seen(), diagnostics.filter(kept).length);
    assert.equal(await lined(), passages.filter(kept).length);
    await page.locator("[data-value=draft]").click();
    assert.equal(await seen(), diagnostics.filter((one) => kept(one) && one.group !== "draft").length);
    await page.keyboard.press("n");
    assert.equal(await page.locator(".note.is-on").getAttribute("data-severity"), "note");
    await warnings.click();
    await page.locator("[data-value=draft]").click();
    assert.equal(await seen(), diagnostics.length);
    await page.close();
  });

  test("turns dark and light again", async () => {
    const page = await shown(demo[1]);
    await page.emulateMedia({ colorScheme: "light" });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.locator("[data-theme-toggle]").click();
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    assert.equal(await paper(), dark);
    await page.keyboard.press("d");
    assert.equal(await paper(), light);
    await page.close();
  });

  test("is accessible in light, in dark and on a telephone", async () => {
    for (const path of [drafts[0], drafts.at(-1)]) {
      const page = await shown(path);
      for (const [colorScheme, width] of [["light", 1200], ["dark", 1200], ["light", 360]]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.keyboard.press("s");
        await page.keyboard.press("n");
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: {
          type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        } }));
        const said = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html + node.failureSummary)}`);
        assert.deepEqual(said, [], `${path} ${colorScheme} ${width}`);
      }
      await page.close();
    }
  });

  test("is never wider than the window, and its notes never lie over each other", async () => {
    const page = await shown(...drafts);
    for (const width of [320, 360, 600, 993, 994, 1200, 2000]) {
      await page.setViewportSize({ width, height: 900 });
      for (let at = 0; at < 12; at += 1) {
        const { over, crossed } = await page.evaluate(() => {
          const boxes = [...document.querySelectorAll(".note")].map((note) => note.getBoundingClientRect());
          const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          const texts = [...document.querySelectorAll(".text")].map((text) => text.getBoundingClientRect());
          return {
            over: document.documentElement.scrollWidth - innerWidth,
            crossed: boxes.flatMap((a, i) => [...boxes.slice(i + 1), ...texts].filter((b) => meet(a, b))).length,
          };
        });
        assert.ok(over <= 0, `${over} px too wide at ${width} px`);
        assert.equal(crossed, 0, `notes lie over something at ${width} px`);
        await page.keyboard.press("n");
      }
    }
    await page.close();
  });

  test("stands beside its words where there is room", async () => {
    const page = await shown(demo[0]);
    for (let at = 0; at < 6; at += 1) {
      await page.keyboard.press("n");
    }
    const crowded = await shown(drafts.at(-1));
    for (let at = 0; at < 13; at += 1) {
      await crowded.keyboard.press("n");
    }
    assert.notEqual(await crowded.locator(".is-folded").count(), 0, "those before it fold where there is no room");
    for (const chosen of [page, crowded]) {
      const words = await chosen.locator(".f.is-on").first().boundingBox();
      const note = await chosen.locator(".note.is-on").boundingBox();
      assert.ok(note.x > words.x + words.width, "the chosen note stands at the side of its words");
      assert.ok(Math.abs(note.y - words.y) < 16, "the chosen note begins where its words do");
    }
    await crowded.close();
    await page.setViewportSize({ width: 360, height: 800 });
    const below = await page.locator(".note.is-on").boundingBox();
    const paragraph = await page.locator(".row:has(.note.is-on) > .text").boundingBox();
    assert.ok(below.y >= paragraph.y + paragraph.height, "on a narrow screen it stands below the paragraph");
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.close();
  });

  test("is printed with all notes", async () => {
    const page = await shown(demo[0]);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok(pdf.length > 20_000);
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator(".bar").isVisible()));
    for (const note of await page.locator(".note").all()) {
      assert.ok(await note.isVisible());
    }
    const essay = await page.locator(".sheet .text").last().boundingBox();
    const notes = await page.locator(".sheet .note").first().boundingBox();
    assert.ok(notes.y > essay.y + essay.height, "the notes follow the essay");
    assert.ok(await page.locator(".note .why").first().isVisible());
    await page.close();
  });

  test("runs nothing of a draft that means harm", async () => {
    const path = draft(script, "hostile\"<script>alert(0)<.md", hostile);
    const page = await shown(path);
    await page.keyboard.press("n");
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(page.requests, [page.url()]);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("img, iframe, object, [onload], [onerror], [onmouseover]").count(), 0);
    assert.equal(await page.locator("style").count(), 1);
    const text = await page.evaluate(() => {
      document.querySelectorAll("sup").forEach((number) => number.remove());
      return document.body.innerText;
    });
    const steers = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
    assert.doesNotMatch(text, steers);
    assert.ok(text.includes('<script>alert("two")</script>'));
    assert.ok(text.includes("\\u{202e}"));
    assert.equal(await page.locator(".note").count(), told(path).files[0].diagnostics.length);
    await page.close();
  });

  test("has an index of several drafts, and tells which could not be read", async () => {
    const path = join(folder(script), "page.html");
    const few = drafts.slice(1);
    const latin = draft(script, "latin.md", Buffer.from([0x49, 0xff]));
    const done = spawnSync(process.env.ESSAYLINT, ["--isolated", "--format", "html", "-o", path, ...few, latin, "gone.md"], { cwd: root });
    assert.equal(done.status, 2);
    const page = await open(wide, `file://${path}`);
    assert.equal(await page.locator(".index a").count(), few.length);
    assert.equal(await page.locator("h1").innerText(), `${few.length + 2} drafts`);
    assert.match(await page.locator(".errors").innerText(), /not UTF-8[^]*no such file|no such file[^]*not UTF-8/);
    await page.locator(".index a").last().click();
    assert.ok(await page.locator(":target").isVisible());
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
    await page.close();
  });

  test("is the same each time", () => {
    const again = () => readFileSync(fileURLToPath(written(script, ...drafts)));
    assert.ok(again().equals(again()));
  });
});

test("without a script all of the page is there", async (t) => {
  const context = await browser(t, { javaScriptEnabled: false, viewport: { width: 1200, height: 900 } });
  const page = await open(context, written(t, demo[0]));
  const { diagnostics } = told(demo[0]).files[0];
  const says = await page.locator(".note .says").allInnerTexts();
  assert.deepEqual(says.sort(), diagnostics.map(({ message }) => message).sort());
  for (const part of await page.locator(".note .says, .note .help, .note .why").all()) {
    assert.ok(await part.isVisible());
  }
  assert.ok(!(await page.locator(".controls").isVisible()), "what does nothing is not shown");
  const tops = await page.locator(".essay .note").evaluateAll((all) => all.map((note) => note.getBoundingClientRect().bottom));
  assert.deepEqual(tops, [...tops].sort((a, b) => a - b));
});
