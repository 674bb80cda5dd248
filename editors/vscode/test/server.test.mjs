// The protocol library of the extension's client against the real server: what VS Code itself would send and read.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import node from "vscode-languageserver-protocol/node";

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = node;
const server = process.env["ESSAYLINT"] ?? "essaylint";
const uri = "file:///c%3A/drafts/personal-statement.md";
const text = "It’s true 😀.\n\nI scrubbed at [Center] in May.\n";

/** Starts the server and shakes hands as the extension's client does. */
async function started() {
  const child = spawn(server, ["lsp", "--isolated", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const registered = new Promise((resolve) => {
    connection.onRequest("client/registerCapability", (params) => {
      resolve(params);
      return null;
    });
  });
  const answer = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: {
      general: { positionEncodings: ["utf-16"] },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, versionSupport: true },
        hover: { contentFormat: ["markdown", "plaintext"] },
        codeAction: { isPreferredSupport: true },
      },
      window: { showDocument: { support: true } },
      workspace: {
        workspaceEdit: { documentChanges: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        textDocumentContent: { dynamicRegistration: true },
      },
    },
  });
  await connection.sendNotification("initialized", {});
  return { child, connection, answer, registered };
}

function diagnostics(connection, version) {
  return new Promise((resolve) => {
    const heard = connection.onNotification("textDocument/publishDiagnostics", (params) => {
      if (params.uri === uri && params.version === version) {
        heard.dispose();
        resolve(params.diagnostics);
      }
    });
  });
}

test("a draft is linted, mended and explained", async () => {
  const { child, connection, answer, registered } = await started();
  assert.equal(answer.capabilities.textDocumentSync.change, 2);
  assert.equal((await registered).registrations[0].method, "workspace/didChangeWatchedFiles");

  const first = diagnostics(connection, 1);
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text },
  });
  const found = await first;
  const slot = found.find((one) => one.code === "placeholder");
  assert.deepEqual(slot.range, { start: { line: 2, character: 14 }, end: { line: 2, character: 22 } });
  assert.equal(slot.severity, 1);
  assert.match(slot.codeDescription.href, /placeholder\.toml$/);

  const quote = found.find((one) => one.code === "non-plain-text");
  const actions = await connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: quote.range,
    context: { diagnostics: [quote], triggerKind: 1 },
  });
  const fix = actions.find((action) => action.isPreferred);
  const [change] = fix.edit.documentChanges;
  assert.deepEqual(change.textDocument, { uri, version: 1 });

  const second = diagnostics(connection, 2);
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: change.edits.map(({ range, newText }) => ({ range, text: newText })),
  });
  assert.equal(
    (await second).some((one) => one.code === "non-plain-text"),
    false,
  );

  const shown = new Promise((resolve) => {
    connection.onRequest("window/showDocument", (params) => {
      resolve(params);
      return { success: true };
    });
  });
  const told = await connection.sendRequest("workspace/executeCommand", {
    command: "essaylint.explain",
    arguments: ["placeholder", uri],
  });
  const content = await connection.sendRequest("workspace/textDocumentContent", { uri: (await shown).uri });
  assert.equal(content.text, told);

  const ended = once(child, "exit");
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  assert.deepEqual(await ended, [0, null]);
  connection.dispose();
});
