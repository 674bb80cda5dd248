"""Reads `cargo metadata`: no package that is built in or built with may ask for a newer Rust than the root package says."""

import json
import sys


def release(version: str) -> tuple[int, ...]:
    parts = [int(part) for part in version.split(".")]
    return tuple(parts + [0] * (3 - len(parts)))


metadata = json.load(sys.stdin)
packages = {package["id"]: package for package in metadata["packages"]}
root = packages[metadata["resolve"]["root"]]
if root["rust_version"] is None:
    sys.exit("Cargo.toml states no rust-version")
newer = [
    f"{package['name']} {package['version']} needs Rust {package['rust_version']}"
    for package in packages.values()
    if package["rust_version"] and release(package["rust_version"]) > release(root["rust_version"])
]
if newer:
    sys.exit(f"essaylint states Rust {root['rust_version']}:\n" + "\n".join(newer))
print(f"none of {len(packages)} packages needs more than Rust {root['rust_version']}")
