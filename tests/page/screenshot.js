// Makes the picture of the page in the README anew: `tests/page/run.sh --screenshot`.
import { spawnSync } from "node:child_process";

import { browser, root, stage, written } from "./browser.js";

const script = stage();
const picture = `${root}fixtures/demo/first-statement.png`;
const context = await browser(script, { viewport: { width: 1120, height: 1860 }, colorScheme: "light" });
const page = await context.newPage();
await page.goto(written(script, "fixtures/demo/first-statement.md"));
await page.screenshot({ path: picture });
await script.leave();
const squeezed = spawnSync("pngquant", ["--force", "--output", picture, "--quality=70-95", "--strip", "--speed=1", picture]);
if (squeezed.status !== 0) {
  throw new Error(`pngquant: ${squeezed.error ?? squeezed.stderr}`);
}
