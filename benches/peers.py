#!/usr/bin/env python3
"""Times essaylint beside other linters, all tools taking turns, and writes the results as a table: see benches/peers.sh."""

import argparse
import json
import os
import platform
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

# Tools that take longer than this for a run, in seconds, have turns in no more than three rounds.
SLOW = 2.0
# What essaylint is asked for: all lints but grammar, in the plainest format, no configuration of anybody.
ESSAYLINT = ["--isolated", "--ignore", "grammar", "--format", "short"]

WORK = ["statement", "200", "2000", "5mb"]
# How often each tool has its turn in a round, where that is more than once: what is short is measured worst.
TURNS = {"statement": 5}
TITLES = {
    "statement": "one statement",
    "200": "200 statements",
    "2000": "2,000 statements",
    "5mb": "one file of 5 MB",
}


class Tool:
    """A program, and how it is called on a file or a folder of files."""

    def __init__(self, name, command, on_folders=True, version=None):
        self.name, self.command, self.on_folders, self.version_flag = name, command, on_folders, version

    def call(self, path):
        if path.is_dir() and not self.on_folders:
            return self.command + sorted(str(file) for file in path.iterdir())
        return self.command + [str(path)]

    def version(self):
        """What it says of its version; none where it does not run. Nothing is asked of a tool without a version."""
        if self.version_flag is None:
            return ""
        said = subprocess.run(
            [self.command[0], *self.version_flag], capture_output=True, text=True, check=False, timeout=60
        )
        lines = said.stdout.strip().splitlines()
        return lines[0].strip() if said.returncode == 0 and lines else None


def tools(options):
    """All tools, and what can not be had."""
    cache = Path(options.cache)
    python, node = cache / "python" / "bin", cache / "node_modules" / ".bin"
    own = str(options.essaylint)
    found = [
        Tool("`true`", ["/bin/true"]),
        Tool("essaylint", [own, *ESSAYLINT], version=["--version"]),
        Tool("essaylint (1 thread)", [own, *ESSAYLINT, "-j", "1"]),
        Tool("typos", [str(python / "typos")], version=["--version"]),
        Tool("GNU style", ["style"], False, version=["--version"]),
        Tool("write-good", [str(node / "write-good")], False, version=["--version"]),
        Tool("proselint", [str(python / "proselint"), "check"], False, version=["version"]),
        Tool("textlint, rule write-good", [str(node / "textlint"), "--rule", "write-good"], False, version=["--version"]),
        Tool("alex", [str(node / "alex"), "--quiet"], False, version=["--version"]),
        Tool("harper", [str(cache / "harper" / "release" / "harper-peer")]),
        Tool("vale", [str(python / "vale"), "--config", str(cache / "vale.ini")], version=["--version"]),
    ]
    (cache / "vale.ini").write_text("MinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Vale\n", encoding="utf-8")
    have, missing = [], []
    for tool in found:
        if options.only and tool.name not in options.only.split(","):
            missing.append(f"{tool.name} was left out of this run")
        elif not shutil.which(tool.command[0]):
            missing.append(f"{tool.name} could not be installed")
        elif tool.version() is None:
            missing.append(f"{tool.name} is installed and does not run (its package may want to fetch the program itself)")
        else:
            have.append(tool)
    return have, missing


def run(command, patience=600):
    """The seconds that a command takes; none where it takes longer than `patience` and is ended."""
    quiet = os.open(os.devnull, os.O_RDWR)
    start = time.perf_counter()
    process = os.posix_spawn(
        shutil.which(command[0]),
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, quiet, number) for number in (0, 1, 2)],
    )
    end = threading.Timer(patience, os.kill, (process, signal.SIGKILL))
    end.start()
    os.close(quiet)
    # Waiting without polling, so that a run of a millisecond is timed as one.
    _, status = os.waitpid(process, 0)
    seconds = time.perf_counter() - start
    end.cancel()
    return None if os.WIFSIGNALED(status) else seconds


def memory(command):
    """The peak memory of a command in MB, as the kernel counts it."""
    with tempfile.NamedTemporaryFile() as note:
        subprocess.run(
            ["/usr/bin/time", "-f", "%M", "-o", note.name, *command],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        lines = note.read().decode().strip().splitlines()
    return int(lines[-1]) / 1024


def measure(have, inputs, rounds, patience):
    """For each tool and each piece of work the median of its seconds, and the peak memory."""
    times = {(tool.name, work): [] for tool in have for work in WORK}
    given_up = set()
    # A tool that comes after a heavy one finds the caches cold: so no tool always comes after the same one.
    order, draw = list(have), random.Random(1)
    turns = [(number, work) for number in range(rounds) for work in WORK for _ in range(TURNS.get(work, 1))]
    for number, work in turns:
        draw.shuffle(order)
        for tool in order:
            key = (tool.name, work)
            if key in given_up or (number >= 3 and statistics.median(times[key]) > SLOW):
                continue
            seconds = run(tool.call(inputs[work]), patience)
            if seconds is None:
                given_up.add(key)
            else:
                times[key].append(seconds)
    medians = {key: statistics.median(seconds) for key, seconds in times.items() if seconds and key not in given_up}
    peaks = {
        (tool.name, work): memory(tool.call(inputs[work]))
        for tool in have
        for work in ("statement", "2000")
        if (tool.name, work) in medians
    }
    return medians, peaks


def editing(options, inputs):
    """The median of the seconds from an edit to its diagnostics in the language server, on one statement."""
    server = subprocess.Popen(
        [str(options.essaylint), "lsp", "--isolated"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )

    def send(method, params, number=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        body = json.dumps(message).encode()
        server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        server.stdin.flush()

    def receive(wanted):
        while True:
            length = 0
            while (line := server.stdout.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            message = json.loads(server.stdout.read(length))
            if message.get("method") == wanted or message.get("id") == wanted:
                return message

    text = inputs["statement"].read_text(encoding="utf-8")
    uri = "file:///draft/statement.md"
    send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
    receive(1)
    send("initialized", {})
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    send("textDocument/didOpen", {"textDocument": document})
    receive("textDocument/publishDiagnostics")
    seconds = []
    for version in range(2, 202):
        at = text.find(" ", version * 7 % (len(text) - 100))
        text = text[:at] + " then" + text[at:] if version % 2 == 0 else text.replace(" then", "", 1)
        change = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]}
        start = time.perf_counter()
        send("textDocument/didChange", change)
        receive("textDocument/publishDiagnostics")
        seconds.append(time.perf_counter() - start)
    send("shutdown", None, 2)
    receive(2)
    send("exit", None)
    server.wait(timeout=10)
    return statistics.median(seconds)


def spoken(seconds):
    """A time as people say it."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds:.3f} s" if seconds < 1 else f"{seconds:.1f} s"


def table(have, medians, missing_in, base):
    """The times as rows of a table, each with its ratio to `true` and typos."""
    lines = ["| | " + " | ".join(TITLES[work] for work in WORK) + " |", "| --- |" + " ---: |" * len(WORK)]
    for tool in have:
        cells = []
        for work in WORK:
            seconds = medians.get((tool.name, work))
            if seconds is None:
                cells.append(missing_in)
                continue
            ratios = [
                f"{seconds / medians[(other, work)]:.2f} × {said}"
                for other, said in base
                if (other, work) in medians and other != tool.name and (other != "`true`" or work == "statement")
            ]
            cells.append(spoken(seconds) + (f" ({', '.join(ratios)})" if ratios and tool.name != "`true`" else ""))
        lines.append(f"| {tool.name} | " + " | ".join(cells) + " |")
    return lines


def targets(medians, peaks, scaling, per_byte, edit):
    """Each target with what was reached."""
    own, one, typos, true = "essaylint", "essaylint (1 thread)", "typos", "`true`"
    rows = []

    def row(name, value, limit, unit="×"):
        rows.append(f"| {name} | {limit:g} {unit} | {value:.2f} {unit} | {'yes' if value <= limit else 'no'} |")

    if (typos, "statement") in medians:
        row("one statement, beside typos", medians[own, "statement"] / medians[typos, "statement"], 0.25)
        for work, limit in (("200", 1), ("2000", 1), ("5mb", 1.5)):
            row(f"{TITLES[work]}, beside typos", medians[own, work] / medians[typos, work], limit)
        row("peak memory on one statement, beside typos", peaks[own, "statement"] / peaks[typos, "statement"], 0.5)
        row("peak memory on 2,000 statements, beside typos", peaks[own, "2000"] / peaks[typos, "2000"], 1.5)
    row("one statement, beside `true`", medians[own, "statement"] / medians[true, "statement"], 3.5)
    row("cost of a byte, dearest beside cheapest, 4 kB to 5 MB", per_byte, 1.3)
    row("edit to diagnostics in the language server", edit * 1000, 5, "ms")
    rows.append(f"| two threads beside one, 2,000 statements | at least 1.7 × | {scaling:.2f} × | {'yes' if scaling >= 1.7 else 'no'} |")
    return ["| target | at most | reached | met |", "| --- | ---: | ---: | --- |", *rows]


def cost_per_byte(options, inputs, rounds):
    """Nanoseconds for a byte by size, what an empty file takes left out, and the seconds that an empty file takes; one thread."""
    command = [str(options.essaylint), *ESSAYLINT, "-j", "1"]
    files = [Path(options.cache) / "inputs" / f"size-{size}.md" for size in (4, 32, 256, 2048, 5000)]
    empty = Path(options.cache) / "inputs" / "empty.md"
    empty.write_text("", encoding="utf-8")
    times = {file: [] for file in [empty, *files]}
    for _ in range(rounds):
        for file, seconds in times.items():
            # A short run is taken more often, for the least it takes.
            repeats = 5 if file == empty or file.stat().st_size < 100_000 else 1
            seconds.append(min(run([*command, str(file)]) for _ in range(repeats)))
    base = statistics.median(times[empty])
    costs = {file.stat().st_size: (statistics.median(times[file]) - base) / file.stat().st_size * 1e9 for file in files}
    return costs, base


def cost_in_one_run(medians, folder, base):
    """Nanoseconds for a byte of many statements that one run reads, and how many bytes a statement has."""
    sizes = [file.stat().st_size for file in folder.iterdir()]
    cost = (medians["essaylint (1 thread)", "2000"] - base) / sum(sizes) * 1e9
    return cost, sum(sizes) // len(sizes)


def machine():
    """What it was measured on."""
    model = next(
        (line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")),
        platform.processor(),
    )
    return f"{model}, {os.cpu_count()} processors, {platform.system()} {platform.release()}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--patience", type=int, default=240, help="seconds after which a run is ended")
    parser.add_argument("--only", help="the tools to measure, by name, with commas between; none is all")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--essaylint", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    folder = Path(options.cache) / "inputs"
    inputs = {
        "statement": folder / "statement.md",
        "200": folder / "statements-200",
        "2000": folder / "statements-2000",
        "5mb": folder / "5mb.md",
    }
    load_before = os.getloadavg()[0]
    have, missing = tools(options)
    medians, peaks = measure(have, inputs, options.rounds, options.patience)
    per_byte, empty = cost_per_byte(options, inputs, min(options.rounds, 7))
    edit = editing(options, inputs)
    load_after = os.getloadavg()[0]
    own = [(name, work) for name in ("essaylint", "essaylint (1 thread)") for work in WORK]
    if not all(key in medians for key in own):
        sys.exit(f"essaylint itself took longer than {options.patience} s: the machine is too busy to measure anything")
    scaling = medians["essaylint (1 thread)", "2000"] / medians["essaylint", "2000"]
    spread = max(per_byte.values()) / min(per_byte.values())
    warm, size_of_warm = cost_in_one_run(medians, inputs["2000"], empty)
    base = [("`true`", "`true`"), ("typos", "typos")]
    load = (
        f"Load when it began {load_before:.1f}, when it ended {load_after:.1f}; "
        "a load above 1 tells that others were at work, and then only the ratios mean something."
    )
    out = [
        "# How fast essaylint is beside others",
        "",
        "Written by `benches/peers.sh`: whole processes, all tools taking turns in an order drawn anew each time, medians of "
        f"{options.rounds} rounds (3 for what takes more than {SLOW:.0f} s; {TURNS['statement']} turns a round on one statement).",
        f"Machine: {machine()}. {load}",
        "",
        "essaylint runs all its lints but `grammar`. The tools do different things: typos looks words up, GNU style counts, "
        "harper parses grammar. On one statement both rows of essaylint are the same work.",
        "",
        *table(have, medians, f"over {options.patience} s", base),
        "",
        "## Targets",
        "",
        *targets(medians, peaks, scaling, spread, edit),
        "",
        "## Memory",
        "",
        "Peak, in MB.",
        "",
        "| | one statement | 2,000 statements |",
        "| --- | ---: | ---: |",
        *(
            f"| {tool.name} | " + " | ".join(f"{peaks[tool.name, work]:.1f}" if (tool.name, work) in peaks else "–" for work in ("statement", "2000")) + " |"
            for tool in have
        ),
        "",
        "## Cost of a byte",
        "",
        "essaylint with one thread, what an empty file takes left out.",
        "",
        "| bytes | nanoseconds for each |",
        "| ---: | ---: |",
        *(f"| {size:,} | {cost:.0f} |" for size, cost in per_byte.items()),
        f"| {size_of_warm:,} on the mean, 2,000 files in one run | {warm:.0f} |",
        "",
        "The last row has short texts too, one after another in one run; each of the others is a run of its own.",
        "",
        "## Versions",
        "",
        *(f"- {tool.name}: {tool.version()}" for tool in have if tool.version_flag),
        *(f"- harper: harper-core {harper_version()}" for tool in have if tool.name == "harper"),
        "",
        "Not measured: " + ("; ".join(missing) if missing else "nothing; all could be had") + ".",
        "",
    ]
    Path(options.out).write_text("\n".join(out), encoding="utf-8")
    into_readme(have, medians, peaks, load)
    print("\n".join(out))


def into_readme(have, medians, peaks, load):
    """Writes the short table of the README."""
    readme = Path(__file__).resolve().parent.parent / "README.md"
    rows = ["| | one statement | 2,000 statements | peak memory on one |", "| --- | ---: | ---: | ---: |"]
    for tool in have:
        if (tool.name, "2000") not in medians or tool.name == "essaylint (1 thread)":
            continue
        one, many = medians[tool.name, "statement"], medians[tool.name, "2000"]
        beside = f" ({one / medians['`true`', 'statement']:.1f} × `true`)" if tool.name != "`true`" else ""
        many = "" if tool.name == "`true`" else spoken(many)
        rows.append(f"| {tool.name} | {spoken(one)}{beside} | {many} | {peaks[tool.name, 'statement']:.0f} MB |")
    begin, end = "<!-- speed: written by benches/peers.sh -->\n", "<!-- /speed -->"
    before, rest = readme.read_text(encoding="utf-8").split(begin)
    _, after = rest.split(end)
    readme.write_text(before + begin + "\n" + "\n".join(rows) + f"\n\n{load}\n\n" + end + after, encoding="utf-8")


def harper_version():
    lines = (Path(__file__).parent / "harper" / "Cargo.toml").read_text(encoding="utf-8").splitlines()
    return next(line.split('"')[1].lstrip("=") for line in lines if line.startswith("harper-core"))


main()
