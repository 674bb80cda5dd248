import { commands, ExtensionContext, window, workspace } from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, State } from "vscode-languageclient/node";

/** The section of the settings, and the id that the trace setting belongs to. */
const ID = "essaylint";

/** What a draft is written in; one that is not saved yet counts, too. */
const DRAFTS = ["markdown", "plaintext"].flatMap((language) => [
  { scheme: "file", language },
  { scheme: "untitled", language },
]);

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand(`${ID}.restart`, restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration(`${ID}.path`)) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function start(): Promise<void> {
  const path = program();
  const server: ServerOptions = { command: path, args: ["lsp"] };
  const options: LanguageClientOptions = { documentSelector: DRAFTS };
  client = new LanguageClient(ID, ID, server, options);
  try {
    await client.start();
  } catch (error) {
    await complain(path, error);
  }
}

async function stop(): Promise<void> {
  const stopped = client;
  client = undefined;
  if (stopped === undefined) {
    return;
  }
  // One that never started can not be stopped, only put away.
  if (stopped.state === State.Running) {
    await stopped.stop();
  }
  await stopped.dispose().catch(() => undefined);
}

/** The program as the settings name it; `~` is the folder of the person. */
function program(): string {
  const path = workspace.getConfiguration(ID).get<string>("path", ID).trim();
  const home = process.env["HOME"] ?? process.env["USERPROFILE"] ?? "~";
  return path === "" ? ID : path.replace(/^~(?=[/\\])/, home);
}

async function complain(path: string, error: unknown): Promise<void> {
  const settings = "Open Settings";
  const reason = error instanceof Error ? error.message : String(error);
  const chosen = await window.showErrorMessage(
    `essaylint can not be started as '${path}' (${reason}). Install it, or set essaylint.path.`,
    settings,
  );
  if (chosen === settings) {
    await commands.executeCommand("workbench.action.openSettings", `${ID}.path`);
  }
}
