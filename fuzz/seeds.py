"""Writes what fuzzing begins with, made of the fixtures: seeds.py FOLDER writes FOLDER/seeds/TARGET/*, the same each time."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The longest input that is tried, in bytes: what is wrong shows in little text, and little text is tried often.
LONGEST = 2000


def paragraphs() -> list[str]:
    """Paragraphs of labelled essays of many writers, of the demo drafts and of the lints' own examples."""
    files = sorted((ROOT / "fixtures/essays").glob("*/*.md"))[::40]
    files += sorted((ROOT / "fixtures/demo").glob("*.md")) + sorted((ROOT / "tests/cmd").glob("*.in/*.md"))
    found = []
    for file in files:
        text = file.read_bytes().decode("utf-8", "ignore")
        found += [text[:LONGEST]] + [part for part in text.split("\n\n") if 0 < len(part) < LONGEST]
    return list(dict.fromkeys(found))


def drafts() -> list[bytes]:
    """Paragraphs behind a byte that chooses kind, syntax and format."""
    return [bytes([number * 37 % 256]) + text.encode() for number, text in enumerate(paragraphs())]


def suppressed() -> list[bytes]:
    head = "<!-- essaylint-ignore placeholder, blame: so -->\n"
    wrapped = [head + "\n- {}", "> {}\n", "<!-- essaylint-ignore-file draft -->\n{}", "1. {}\n\n   " + head, "---\nkind: experience\n---\n{}"]
    return [
        bytes([number * 37 % 256]) + wrapped[number % len(wrapped)].format(text).encode()
        for number, text in enumerate(paragraphs()[::3])
    ]


def mended() -> list[bytes]:
    broken = [(" ", "  "), (" ", "\u00a0"), (" the ", " the the "), ("-", "\u2014"), ("'", "\u2019"), ("\n", "\r\n"), ("...", "\u2026")]
    return [
        bytes([number * 37 % 256]) + text.replace(*broken[number % len(broken)]).encode()
        for number, text in enumerate(paragraphs()[::2])
    ]


def configs() -> list[bytes]:
    found = [path.read_bytes() for path in sorted((ROOT / "tests/cmd").rglob("*.toml")) if "fail" not in path.name]
    found += [
        b'fail-on = "error"\nmin-confidence = "high"\nbaseline = "b.json"\n',
        b'[[documents]]\nglob = "letters/*.md"\nkind = "additional-information"\n',
        b'[words]\nhospital = ["Kaiser Oakland"]\nexam = ["FMGE", "board .. exam", "@exam +fail"]\n',
        b'[lints]\ncliche = "off"\ndraft = "note"\n\n[lints.blame]\ncertainty = 0.8\nseverity = "error"\n',
        b'[lints.field-limit]\nwords-personal-statement-high = 750\n',
    ]
    return [text[:LONGEST] for text in found]


def lint_files() -> list[bytes]:
    files = [ROOT / "lints/draft/cliche.toml", ROOT / "lints/disclosure/loaded-language.toml"]
    found = [path.read_bytes() for path in sorted((ROOT / "tests/cmd/lint-files.in").rglob("*.toml")) + files]
    found.append(
        b'id = "buzz"\ngroup = "mine"\nseverity = "warning"\nscope = "passage"\nkinds = ["personal-statement"]\nmessage = "\\"{words}\\" says '
        b'little"\nhelp = "say what you did"\nwhy = "so"\nphrases = ["leverage(s)", "think .. box", "@exam"]\n\n[[rewrite]]\nfrom = '
        b'"leverage"\nto = "use"\n\n[[example]]\nkind = "personal-statement"\nfires = true\ntext = "I \xc2\xableverage\xc2\xbb it."\n'
    )
    return [text[:LONGEST] for text in found]


def server() -> list[bytes]:
    """Sessions with a language server: a message a line behind a byte that is not zero; one is a stream as it is."""
    uri = "untitled:a.md"
    place = {"line": 0, "character": 3}
    document = {"textDocument": {"uri": uri}}
    everywhere = {"start": {"line": 0, "character": 0}, "end": {"line": 90, "character": 0}}

    def message(method: str, params: object, number: int | None = None) -> str:
        told = {"jsonrpc": "2.0", "method": method, "params": params}
        return json.dumps(told if number is None else {**told, "id": number}, separators=(",", ":"))

    def session(text: str, changes: list[object]) -> bytes:
        told = [
            message("initialized", {}),
            message("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "markdown", "version": 1, "text": text}}),
            message("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": changes}),
            message("textDocument/hover", {**document, "position": place}, 1),
            message("textDocument/codeAction", {**document, "range": everywhere, "context": {"diagnostics": []}}, 2),
            message("textDocument/codeLens", document, 3),
            message("textDocument/didClose", document),
            message("shutdown", None, 4),
            message("exit", None),
        ]
        return ("\x01" + "\n".join(told)).encode()

    found = []
    for text in [part for part in paragraphs() if len(part) < 500][::12]:
        change = {"range": {"start": place, "end": {"line": 0, "character": 9}}, "text": "[Center] \U0001f600"}
        found += [session(text, [change]), session(text, [{"text": "At  [Center]."}])]
    body = message("initialize", {"capabilities": {}}, 0)
    found.append(f"\x00Content-Length: {len(body)}\r\n\r\n{body}".encode())
    return found


def main() -> None:
    seeds = {
        "draft": drafts(),
        "fix": mended(),
        "suppression": suppressed(),
        "config": configs(),
        "lint-file": lint_files(),
        "server": server(),
    }
    for target, texts in seeds.items():
        folder = Path(sys.argv[1]) / "seeds" / target
        folder.mkdir(parents=True, exist_ok=True)
        (Path(sys.argv[1]) / "corpus" / target).mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts):
            (folder / f"{number:04}").write_bytes(text)


main()
