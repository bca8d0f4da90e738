#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every sentence of an error stands in a test.

Lists the sentences that the sources can throw as a StoreError and that no transcript and no test shows, and fails
where there is one. A sentence is put together of pieces; the longest piece between two values is looked for, white
space folded, since transcripts wrap lines. KEPT names the sentences that no test can reach, each with the reason.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# piece of the sentence -> why no test reaches it
KEPT = {
    "a pack became shorter while it was written": "another program must cut off a file that has no name any more",
    "what was said is not among the reviews": "cannot happen: it was written just before, and nothing is removed",
    "the search failed": "SQLite, in memory, must refuse a query that aver has written",
    "at this revision": "cannot happen: a record's name is looked up in the same revision first"
}

LEAST = 200  # sentences; fewer are not credible

LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unescape(text):
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), text)


def arguments(text, start):
    """The arguments of the call whose parenthesis opens at `start`, as texts."""
    depth, begin, found, at = 0, start + 1, [], start
    while at < len(text):
        char = text[at]
        if char == '"':
            at = LITERAL.match(text, at).end()
            continue
        if char == "'":
            at += 3 if text[at + 1] != "\\" else 4
            continue
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
            if depth == 0:
                return found + [text[begin:at]]
        elif char == "," and depth == 1:
            found.append(text[begin:at])
            begin = at + 1
        at += 1
    return found


def literals(text):
    """The string literals of a text, those with nothing but white space between them joined."""
    said, end = [], None
    for match in LITERAL.finditer(text):
        word = unescape(match[1])
        if end is not None and not text[end:match.start()].strip():
            said[-1] += word
        else:
            said.append(word)
        end = match.end()
    return said


def folded(text):
    return re.sub(r"\s+", " ", text)


def sentences(path):
    text = re.sub(r"^[ \t]*//.*$", "", path.read_text(), flags=re.M)
    for match in re.finditer(r"\bStoreError(?:\s+\w+)?\s*([({])\s*(?:store::)?Fault::", text):
        words = arguments(text, match.start(1))
        if len(words) < 2:
            continue
        said = [piece for piece in literals(words[1]) if re.search(r"[a-z]{3}", piece)]
        if said:
            line = text.count("\n", 0, match.start()) + 1
            yield line, max(said, key=len).strip()


def shown():
    """All that tests show, as one text."""
    parts = []
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.suffix == ".t" or path.suffix == ".txt" or path.suffix == ".diagnostics":
            parts.append(path.read_text(errors="replace"))
        elif path.suffix in (".cpp", ".h"):
            parts.append("\n".join(literals(path.read_text())))
    return folded("\n".join(parts))


def main():
    tested = shown()
    total, kept, untested, used = 0, 0, [], set()
    for layer in ("claims", "store", "cli"):
        for path in sorted((ROOT / layer).rglob("*.cpp")) + sorted((ROOT / layer).rglob("*.h")):
            for line, piece in sentences(path):
                total += 1
                if folded(piece) in tested:
                    continue
                if piece in KEPT:
                    used.add(piece)
                    kept += 1
                    continue
                untested.append(f"{path.relative_to(ROOT)}:{line}: {piece}")
    for line in untested:
        print(f"no test shows: {line}")
    for piece in sorted(set(KEPT) - used):
        print(f"kept for nothing: {piece}")
    stale = sorted(set(KEPT) - used)
    failed = len(untested) + len(stale)
    if total < LEAST:
        print(f"only {total} sentences of errors were found: this script reads the sources wrongly")
        failed += 1
    print(f"{total} sentences of errors, {kept} of them kept without a test")
    print(f"{total - len(untested)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
