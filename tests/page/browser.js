// The browser that the tests look at the page with: Debian's Chromium, in a profile of its own that is thrown away.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

export const root = new URL("../..", import.meta.url).pathname;
export const essaylint = process.env.ESSAYLINT;
if (!essaylint) {
  throw new Error("ESSAYLINT names no program: run tests/page/run.sh");
}

/** Stands for a test where many share what is made: what is to be done after all of them, the last thing first. */
export function stage() {
  const later = [];
  return {
    after: (work) => later.unshift(work),
    leave: async () => {
      for (const work of later) {
        await work();
      }
    },
  };
}

/** A folder that is gone when the tests are over. */
export function folder(test) {
  const path = mkdtempSync(join(tmpdir(), "essaylint-page-"));
  test.after(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  return path;
}

/** A Chromium with a fresh profile. It speaks to nobody by itself. */
export async function browser(test, options = {}) {
  const context = await chromium.launchPersistentContext(join(folder(test), "profile"), {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    reducedMotion: "reduce",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    ...options,
  });
  test.after(() => context.close());
  return context;
}

/** Runs essaylint; findings are no failure, but what it could not do is. */
export function run(...args) {
  const done = spawnSync(essaylint, ["--isolated", ...args], { cwd: root, encoding: "utf8", maxBuffer: 64 << 20 });
  if (done.error || ![0, 1].includes(done.status)) {
    throw new Error(`essaylint ${args.join(" ")}: ${done.error ?? done.stderr}`);
  }
  return done.stdout;
}

/** What a program is told of drafts. */
export const told = (...args) => JSON.parse(run("--format", "json", ...args));

/** The page of drafts, written to a file: its address. */
export function written(test, ...args) {
  const path = join(folder(test), "page.html");
  run("--format", "html", "--output", path, ...args);
  return pathToFileURL(path).href;
}

/** A draft with this text: its path. */
export function draft(test, name, text) {
  const path = join(folder(test), name);
  writeFileSync(path, text);
  return path;
}

/** Opens a page and takes note of all that it complains of or asks for. */
export async function open(context, address) {
  const page = await context.newPage();
  page.complaints = [];
  page.requests = [];
  page.on("console", (message) => page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    page.complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => page.requests.push(request.url()));
  await page.goto(address);
  return page;
}

/** The version of the browser, for the report of a run. */
export const version = () => execFileSync(process.env.CHROMIUM ?? "/usr/bin/chromium", ["--version"], { encoding: "utf8" });
