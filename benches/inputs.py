#!/usr/bin/env python3
"""Writes what the benchmarks read into a folder: statements and files of several sizes, made of the essays under fixtures/.

The same fixtures give the same bytes.

    benches/inputs.py FOLDER [200|2000|1mb|5mb|sizes ...]
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def essays():
    """The personal statements, as lists of paragraphs, in order of path."""
    paths = sorted((ROOT / "fixtures" / "essays").glob("*/ps-*.md"))
    return [path.read_text(encoding="utf-8").strip().split("\n\n") for path in paths]


def statement(essays, number):
    """One of any number of statements, each another: an essay; past the last the beginning of one and the end of another."""
    count = len(essays)
    if number < count:
        return essays[number]
    first, second = essays[number % count], essays[(number * 7 + number // count) % count]
    return first[: (len(first) + 1) // 2] + second[len(second) // 2 :]


def folder(essays, path, count):
    """So many statements as files."""
    path.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = "\n\n".join(statement(essays, number)) + "\n"
        (path / f"statement-{number:04}.md").write_text(text, encoding="utf-8")


def file(essays, path, size):
    """One file of about so many bytes."""
    parts, length, number = [], 0, 0
    while length < size:
        for paragraph in statement(essays, number):
            parts.append(paragraph)
            length += len(paragraph.encode()) + 2
            if length >= size:
                break
        number += 1
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def main():
    out = Path(sys.argv[1])
    wanted = sys.argv[2:] or ["200", "2000", "1mb", "5mb", "sizes"]
    out.mkdir(parents=True, exist_ok=True)
    all_essays = essays()
    (out / "statement.md").write_text("\n\n".join(all_essays[0]) + "\n", encoding="utf-8")
    for name in wanted:
        if name == "1mb":
            file(all_essays, out / "1mb.md", 1_000_000)
        elif name == "5mb":
            file(all_essays, out / "5mb.md", 5_000_000)
        elif name == "sizes":
            for kilobytes in (4, 32, 256, 2048, 5000):
                file(all_essays, out / f"size-{kilobytes}.md", kilobytes * 1000)
        else:
            folder(all_essays, out / f"statements-{name}", int(name))


main()
