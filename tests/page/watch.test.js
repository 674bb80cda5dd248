// `essaylint watch`: its page in a browser, and its server when it is asked for what it should not give.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";

import { browser, essaylint, folder, open, stage } from "./browser.js";

const first = "I failed Step 1 in June 2022 because our school told us nothing.\n";

/** Starts to watch a draft: the program, its address and its port. */
async function watch(test, draft, ...args) {
  const program = spawn(essaylint, ["watch", draft, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  test.after(() => program.kill());
  program.said = "";
  program.stderr.on("data", (data) => (program.said += data));
  let told = "";
  for await (const data of program.stdout) {
    told += data;
    const address = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(told);
    if (address && told.includes("Ctrl-C")) {
      return { program, address: address[0], port: Number(address[1]), told };
    }
  }
  throw new Error(`essaylint watch ended: ${program.said}`);
}

/** Sends bytes and takes what comes back, until the other side is done. */
async function ask(port, bytes, wait = 8000) {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  let answer = "";
  socket.on("data", (data) => (answer += data));
  socket.write(bytes);
  await Promise.race([once(socket, "close"), sleep(wait, undefined, { ref: false })]);
  socket.destroy();
  return answer;
}

const get = (port, path = "/", ...more) =>
  ask(port, [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...more, "", ""].join("\r\n"));
const status = (answer) => Number(answer.split(" ")[1]);

describe("the page of a draft that is watched", () => {
  const script = stage();
  after(script.leave);
  let place;
  let draft;
  let watched;
  let page;
  before(async () => {
    place = folder(script);
    draft = join(place, "statement.md");
    writeFileSync(draft, first);
    watched = await watch(script, draft);
    const context = await browser(script, { viewport: { width: 1200, height: 800 } });
    page = await open(context, watched.address);
  });

  const sees = (words) => page.locator(".sheet, .errors").getByText(words).first().waitFor({ timeout: 8000 });
  const save = (text) => writeFileSync(draft, text);

  test("asks for itself and its news alone", async () => {
    await sees("our school told us nothing");
    assert.deepEqual(page.complaints, []);
    const { version } = await page.evaluate(() => document.body.dataset);
    assert.deepEqual(page.requests, [watched.address, `${watched.address}events?seen=${version}`]);
  });

  test("follows what is saved, and the note that was looked at stays", async () => {
    await page.keyboard.press("d");
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    const chosen = () => page.evaluate(() => document.querySelector(".note.is-on")?.dataset.lint);
    const before = await chosen();
    save(`${first}\nI wrote a second paragraph.\n`);
    await sees("I wrote a second paragraph");
    assert.equal(await chosen(), before);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  });

  test("is not loaded again where nothing changes", async () => {
    const asked = page.requests.length;
    save(`${first}\nI wrote a second paragraph.\n`);
    await sleep(900);
    assert.equal(page.requests.length, asked);
  });

  test("follows a draft that is saved under another name first, as editors do", async () => {
    writeFileSync(`${draft}~`, `${first}\nBy another name.\n`);
    renameSync(`${draft}~`, draft);
    await sees("By another name");
  });

  test("says what is wrong with a draft, and comes back", async () => {
    rmSync(draft);
    await sees("there is no such file");
    assert.ok(await page.locator("h1").innerText());
    save(Buffer.from([0x49, 0x20, 0xff, 0xfe, 0x0a]));
    await sees("not UTF-8");
    save("PK\u0003\u0004");
    await sees("word processor");
    rmSync(draft);
    mkdirSync(draft);
    await sees("this is a folder now");
    rmSync(draft, { recursive: true });
    save("---\nkind: poem\n---\nA.\n");
    await sees("unknown document kind");
    save(`${first}\nI am back.\n`);
    await sees("I am back");
    assert.equal(watched.program.exitCode, null);
  });

  test("follows the configuration, and says what is wrong with it", async () => {
    const settings = join(place, "essaylint.toml");
    assert.notEqual(await page.locator("[data-lint=blame]").count(), 0);
    writeFileSync(settings, '[lints]\nblame = "of"\n');
    await sees("essaylint.toml");
    writeFileSync(settings, '[lints]\nblame = "off"\n');
    await sees("I am back");
    assert.equal(await page.locator("[data-lint=blame]").count(), 0);
    rmSync(settings);
    await page.locator("[data-lint=blame]").waitFor();
  });

  test("gives no other page anything", async () => {
    const other = await page.context().newPage();
    await other.goto("about:blank");
    const answers = await other.evaluate(async (address) => {
      const fetched = await fetch(address).then(() => "read", () => "refused");
      const heard = await new Promise((done) => {
        const source = new EventSource(`${address}events?seen=x`);
        source.onmessage = () => done("heard");
        source.onerror = () => done("refused");
      });
      return [fetched, heard];
    }, watched.address);
    assert.deepEqual(answers, ["refused", "refused"]);
    await other.close();
  });

  test("is refused to other hosts, origins and methods, and there is nothing else", async () => {
    const { port } = watched;
    const from = (host, ...more) => ask(port, [`GET / HTTP/1.1`, `Host: ${host}`, ...more, "", ""].join("\r\n"));
    assert.equal(status(await from(`127.0.0.1:${port}`)), 200);
    assert.equal(status(await from(`localhost:${port}`)), 200);
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", `127.0.0.1:${port + 1}`, `[::1]:${port}`]) {
      const answer = await from(host);
      assert.equal(status(answer), 403, host);
      assert.ok(!answer.includes("I am back"));
    }
    for (const origin of ["http://evil.example", "null", `http://127.0.0.1:${port + 1}`]) {
      assert.equal(status(await get(port, "/", `Origin: ${origin}`)), 403, origin);
      assert.equal(status(await get(port, "/events", `Origin: ${origin}`)), 403, origin);
    }
    assert.equal(status(await get(port, "/", `Origin: http://localhost:${port}`)), 200);
    for (const path of ["/statement.md", "/../statement.md", "/favicon.ico", "/%2e%2e/", "//etc/passwd", "/events/x"]) {
      assert.equal(status(await get(port, path)), 404, path);
    }
    for (const method of ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "CONNECT"]) {
      const answer = await ask(port, `${method} / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 3\r\n\r\nabc`);
      assert.equal(status(answer), 405, method);
    }
    const head = (await get(port)).split("\r\n\r\n")[0].toLowerCase();
    for (const said of ["cache-control: no-store", "content-security-policy: default-src 'none'", "nosniff", "frame-ancestors 'none'", "cross-origin-resource-policy: same-origin"]) {
      assert.ok(head.includes(said), said);
    }
  });

  test("listens on 127.0.0.1 and on no other address of this machine", async () => {
    const reach = async (host) => {
      const socket = connect(watched.port, host);
      const answer = await once(socket, "connect").then(() => "reached", (error) => error.code);
      socket.destroy();
      return answer;
    };
    assert.equal(await reach("127.0.0.1"), "reached");
    const others = Object.values(networkInterfaces()).flat().map(({ address }) => address).filter((address) => address !== "127.0.0.1");
    for (const host of ["127.0.0.2", "::1", ...others]) {
      assert.notEqual(await reach(host), "reached", host);
    }
  });

  test("stands garbage, connections that are half open, and many of them", async () => {
    const { port } = watched;
    assert.equal(status(await ask(port, "\u0016\u0003\u0001\u0002 hello\r\n\r\n")), 400);
    assert.equal(status(await ask(port, `GET / HTTP/1.1\r\n${"X: y\r\n".repeat(200)}\r\n`)), 431);
    assert.equal(status(await ask(port, `GET / HTTP/1.1\r\nX: ${"y".repeat(40_000)}`)), 431);
    const idle = Array.from({ length: 200 }, () => connect(port, "127.0.0.1").on("error", () => {}));
    const slow = setInterval(() => idle.forEach((socket) => socket.writable && socket.write("G")), 300);
    const started = Date.now();
    assert.equal(status(await get(port)), 200);
    assert.ok(Date.now() - started < 2000, "the others do not keep the page");
    const news = await Promise.all(Array.from({ length: 50 }, () => get(port, "/events?seen=another")));
    assert.ok(news.every((answer) => answer.includes("data: newer")));
    await sleep(5500);
    clearInterval(slow);
    assert.ok(idle.every((socket) => socket.closed || socket.readableEnded), "who says nothing is not waited for");
    idle.forEach((socket) => socket.destroy());
    save(`${first}\nStill here.\n`);
    await sees("Still here");
  });

  test("ends with Ctrl-C, and the page says so", async () => {
    watched.program.kill("SIGINT");
    const [, signal] = watched.program.signalCode ? [0, watched.program.signalCode] : await once(watched.program, "exit");
    assert.equal(signal, "SIGINT");
    await page.getByText("essaylint watch has ended").waitFor({ timeout: 8000 });
    assert.equal(watched.program.said, "");
  });
});

test("what can not be watched is told at once", () => {
  const tried = (...args) => spawnSync(essaylint, ["watch", ...args], { encoding: "utf8", timeout: 5000 });
  for (const [args, said] of [[["gone.md"], /no such file/], [["."], /folder/], [["-"], /standard input/]]) {
    const done = tried(...args);
    assert.equal(done.status, 2, args[0]);
    assert.match(done.stderr, said);
  }
});

test("a port is taken by its number, once", async (t) => {
  const draft = join(folder(t), "statement.md");
  writeFileSync(draft, first);
  const free = await watch(t, draft, "--isolated");
  free.program.kill();
  await once(free.program, "exit");
  const named = await watch(t, draft, "--port", String(free.port), "--kind", "interview-answer");
  assert.equal(named.port, free.port);
  assert.match(await get(named.port), /interview answer/);
  const again = spawnSync(essaylint, ["watch", draft, "--port", String(free.port)], { encoding: "utf8", timeout: 5000 });
  assert.equal(again.status, 2);
  assert.match(again.stderr, /--port/);
});
