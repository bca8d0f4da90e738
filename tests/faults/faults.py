#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Disturbs every command that writes, at every call of the system that changes the disk, and looks at what is left.

    faults.py AVER LOG [--runs N] [--only COMMAND,…] [--settled] [--part I/N] [--place FOLDER] [--again]

Each run copies the store of story.py, and starts one command in it; strace makes the n-th call of one kind fail, or
has a signal arrive at it, in aver or in one of the git processes that it starts. Then everything that the README
promises is asked for (Verdict). LOG has a line for each run; a later call goes on behind it, up to N runs in all.
--again repeats the runs in LOG that found something, with this program. --settled leaves out what story.YOUNG names. The
last line is "N runs, M findings".

How many calls there are hangs on the machine. Which of them come first does not: CI runs the first few hundred.
"""
import argparse
import collections
import hashlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

import story

SIGNALS = ["KILL", "TERM", "INT", "HUP"]
# Files that stay: the kernel lets go of the lock on one when its owner ends.
KERNEL_LOCKS = ["write.lock", "history.lock"]
ERRORS = {
    "write": ["ENOSPC", "EIO"],
    "pwrite64": ["ENOSPC", "EIO"],
    "openat": ["EMFILE", "EROFS", "ENOSPC", "EPERM", "EIO"],
    "fsync": ["EIO", "ENOSPC", "EINVAL"],
    "fdatasync": ["EIO", "ENOSPC"],
    "rename": ["EIO", "ENOSPC", "EROFS", "EPERM"],
    "renameat2": ["EIO", "ENOSPC", "EROFS", "EINVAL"],
    "link": ["EIO", "ENOSPC", "EROFS", "EPERM"],
    "linkat": ["EIO", "ENOSPC", "EPERM"],
    "symlink": ["EIO", "EPERM"],
    "unlink": ["EIO", "EROFS", "EPERM"],
    "unlinkat": ["EIO", "EROFS"],
    "mkdir": ["ENOSPC", "EROFS", "EPERM"],
    "mkdirat": ["ENOSPC", "EROFS"],
    "rmdir": ["EIO", "EPERM"],
    "ftruncate": ["EIO", "ENOSPC"],
    "chmod": ["EIO", "EPERM"],
    "fchmod": ["EIO", "EPERM"],
    "copy_file_range": ["EIO", "ENOSPC"],
}
CALLS = ",".join(ERRORS)
RECORDS = ("claims/", "actors/", "sources/", "reviews/", "aver.toml")
IS_WRITING = re.compile(r"O_CREAT|O_WRONLY|O_RDWR|O_TRUNC")

# Stands before git in PATH. A git process goes by its subcommand and its words.
SHIM = r"""#!/bin/sh
[ -n "$FAULTS_PLACE" ] || exec /usr/bin/git "$@"
key=$(printf '%s\n' "$*" | sed "s|$FAULTS_PLACE|.|g" | cksum | cut -d' ' -f1)
if [ -n "$FAULTS_TRACES" ]; then
  name=; skip=
  for word in "$@"; do
    if [ -n "$skip" ]; then skip=; continue; fi
    case $word in -c|-C) skip=1 ;; -*) ;; *) name=$word; break ;; esac
  done
  exec strace -qq -s 80 -o "$FAULTS_TRACES/$name-$key.$$" -e "trace=$FAULTS_CALLS" /usr/bin/git "$@"
fi
case $FAULTS_PROCESS in *-"$key")
  exec strace -qq -o /dev/null -e "trace=$FAULTS_CALL" -e "inject=$FAULTS_SPEC" /usr/bin/git "$@" ;;
esac
exec /usr/bin/git "$@"
"""

Job = collections.namedtuple("Job", "operation process call nth fault")
Point = collections.namedtuple("Point", "process call nth words")


def defaults():
    """In the child: as a shell in the foreground starts its programs, whatever we were started by."""
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGPIPE):
        signal.signal(one, signal.SIG_DFL)


class Ended:
    def __init__(self, code, text):
        self.code, self.text = code, text

    def __str__(self):
        return f"{self.code}: " + " / ".join(self.text.strip().splitlines()[:4])


class Stage:
    """One folder in which runs take place, one after the other."""

    def __init__(self, place, aver):
        self.aver, self.place = aver, place
        self.master = place.with_name(place.name + "-master")
        for folder in (self.place, self.master):
            shutil.rmtree(folder, ignore_errors=True)
        self.env = story.environment(self.place, aver)
        story.build(self.place, self.env)
        shim = self.place / "bin" / "git"
        shim.write_text(SHIM)
        shim.chmod(0o755)
        self.place.rename(self.master)

    def set_up(self, operation):
        shutil.rmtree(self.place, ignore_errors=True)
        subprocess.run(["cp", "-a", self.master, self.place], check=True)
        by_hand = story.OPERATIONS[operation][0]
        if by_hand:
            subprocess.run(["bash", "-ec", by_hand], cwd=self.store, env=self.env, check=True, capture_output=True)

    @property
    def store(self):
        return self.place / "facts"

    def run(self, *words, cwd=None, **more):
        try:
            done = subprocess.run(words, cwd=cwd or self.store, env={**self.env, **more}, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, preexec_fn=defaults)
        except subprocess.TimeoutExpired:
            return Ended("timeout", "")
        return Ended(done.returncode, done.stdout.decode("utf8", "replace"))

    def git(self, *words, cwd=None):
        return self.run("/usr/bin/git", *words, cwd=cwd)

    def command(self, operation):
        return self.run(str(self.aver), *story.words_of(operation))

    def disturbed(self, job):
        spec = f"{job.call}:{'signal' if job.fault in SIGNALS else 'error'}={job.fault}:when={job.nth}"
        command = [str(self.aver), *story.words_of(job.operation)]
        if job.process == "aver":
            return self.run("strace", "-qq", "-o", "/dev/null", "-e", f"trace={job.call}", "-e", f"inject={spec}",
                            *command)
        return self.run(*command, FAULTS_PLACE=str(self.place), FAULTS_PROCESS=job.process, FAULTS_CALL=job.call,
                        FAULTS_SPEC=spec)

    def points(self, operation):
        """The calls that change the disk in an undisturbed run."""
        self.set_up(operation)
        traces = self.place / "traces"
        traces.mkdir()
        command = [str(self.aver), *story.words_of(operation)]
        self.run("strace", "-qq", "-s", "80", "-o", str(traces / "aver"), "-e", f"trace={CALLS}", *command)
        self.set_up(operation)
        traces.mkdir()
        mine = self.place.with_name(self.place.name + "-aver")
        self.run("strace", "-qq", "-s", "80", "-o", str(mine), "-e", f"trace={CALLS}", *command)
        self.set_up(operation)
        traces.mkdir()
        self.run(*command, FAULTS_PLACE=str(self.place), FAULTS_TRACES=str(traces), FAULTS_CALLS=CALLS)
        found = points_in(mine, "aver")
        for trace in sorted(traces.iterdir()):
            found += points_in(trace, trace.name.rsplit(".", 1)[0])
        mine.unlink()
        return list(dict.fromkeys(found))


def points_in(trace, process):
    counts, found = collections.Counter(), []
    for line in trace.read_text(errors="replace").splitlines():
        match = re.match(r"(?:\d+ +)?(\w+)\((.*)", line)
        if not match or match[1] not in ERRORS:
            continue
        call, words = match[1], match[2]
        counts[call] += 1
        if call == "openat" and (not IS_WRITING.search(words) or "/dev/null" in words):
            continue
        if call == "write" and process != "aver" and re.match(r"[12],", words):
            continue
        found.append(Point(process, call, counts[call], ""))
    return found


def jobs_of(operation, points):
    for point in points:
        for fault in SIGNALS + ERRORS[point.call]:
            yield Job(operation, point.process, point.call, point.nth, fault)


class State:
    """What can be seen of store, remote and outputs."""

    def __init__(self, stage, operation):
        git_dir = stage.store / ".git"
        self.parts = {
            "refs": self.refs(stage, stage.store),
            "head": stage.git("symbolic-ref", "HEAD").text,
            "files": self.files(stage.store),
            "status": stage.git("status", "--porcelain").text,
            "keeps": [one.name for one in (git_dir / "objects/pack").glob("*.keep")],
            "recording": self.text(git_dir / "aver/recording-branch"),
            "journal": sorted(one.name for one in (git_dir / "aver/journal").glob("*")),
            "outputs": {one.name: self.digest(one) for one in stage.place.glob("out.*") if ".aver-part-" not in one.name},
        }
        if operation == "sync":
            self.parts["remote"] = self.refs(stage, stage.place / "remote.git")
            self.parts["refs"] = "\n".join(x for x in self.parts["refs"].splitlines() if "refs/remotes/" not in x)
        if operation == "init":
            fresh = stage.place / "fresh"
            self.parts["fresh"] = self.files(fresh)
            if (fresh / "facts/.git").is_dir():
                self.parts["fresh status"] = stage.git("status", "--porcelain", cwd=fresh / "facts").text
                self.parts["fresh refs"] = self.refs(stage, fresh / "facts")
        if operation == "site":
            self.parts["pages"] = self.files(stage.place / "pages")
        if operation.startswith("git-install"):
            hooks = git_dir / "hooks"
            self.parts["hooks"] = sorted((one.name, os.access(one, os.X_OK), one.stat().st_size)
                                         for one in hooks.glob("*") if not one.name.endswith(".sample"))
            self.parts["config"] = self.text(git_dir / "config")

    @staticmethod
    def refs(stage, where):
        """Without refs/aver/seen: what it lacks of aver/reviews is read there, and brought up by whoever comes next."""
        refs = stage.git("for-each-ref", "--format=%(refname) %(objectname)", cwd=where).text
        return "".join(one + "\n" for one in refs.splitlines() if not one.startswith("refs/aver/seen "))

    @staticmethod
    def text(file):
        return file.read_text() if file.exists() else ""

    @staticmethod
    def digest(file):
        """Of what a file says. A database is laid out in more ways than one."""
        return "there" if file.suffix == ".db" else hashlib.sha1(file.read_bytes()).hexdigest()

    @staticmethod
    def files(folder):
        """Path -> digest of every file, and every folder that is empty."""
        found = {}
        for root, folders, files in os.walk(folder):
            if ".git" in folders:
                folders.remove(".git")
            elif not folders and not files:
                found[os.path.relpath(root, folder)] = "empty folder"
            for name in files:
                path = pathlib.Path(root, name)
                found[os.path.relpath(path, folder)] = (
                    os.readlink(path) if path.is_symlink() else hashlib.sha1(path.read_bytes()).hexdigest())
        return found

    def __eq__(self, other):
        return self.parts == other.parts

    def difference(self, other):
        told = []
        for name, mine in self.parts.items():
            theirs = other.parts.get(name)
            if mine == theirs:
                continue
            if isinstance(mine, dict) and isinstance(theirs, dict):
                told += [f"{name} {x}" for x in sorted(set(mine) ^ set(theirs))]
                told += [f"{name} {x} differs" for x in sorted(set(mine) & set(theirs)) if mine[x] != theirs[x]]
            else:
                told.append(f"{name}: {str(mine)[-160:]!r}")
        return "; ".join(told)[:600]


def locks_in(git_dir):
    return sorted(one for one in git_dir.rglob("*.lock") if one.name not in KERNEL_LOCKS and "objects" not in one.parts)


class Verdict:
    """What is wrong behind one disturbed run; each finding is a word and its particulars."""

    def __init__(self, stage, job, ended, before, after):
        self.stage, self.job, self.ended = stage, job, ended
        self.before, self.after = before, after
        self.findings = []
        self.state = "?"
        self.did_again = False
        self.look()

    def find(self, word, particulars=""):
        self.findings.append(f"{word} {particulars}".strip())

    def look(self):
        stage, job = self.stage, self.job
        is_signal = job.fault in SIGNALS
        self.fsck()
        git_dirs = [stage.store / ".git", stage.place / "fresh/facts/.git"]
        locks = [lock for git_dir in git_dirs for lock in locks_in(git_dir)]
        if locks and not self.may_be_locked():
            self.find("LOCKED", " ".join(str(lock.relative_to(stage.place)) for lock in locks))
        # A git that was killed leaves its lock; a person removes it.
        for lock in locks:
            lock.unlink()
        if job.operation not in story.MERGING:
            self.give_up_merge()
        status = stage.run(str(stage.aver), "status")
        if status.code != 0:
            self.find("STATUS", str(status))
        now = self.state_now()
        changes = self.before != self.after
        self.state = "before" if now == self.before else "after" if now == self.after else "mixed"
        if self.state == "mixed" and (job.operation in story.STEPS or is_signal and job.operation in story.RESUMED
                                      or job.operation in story.REWRITTEN):
            self.state = "between"
        if self.state == "mixed":
            self.find("MIXED", "to after: " + now.difference(self.after) + " | to before: " +
                      now.difference(self.before))
        said_done = self.ended.code in (0, 8)
        told = job.operation in story.STEPS and "warning: " in self.ended.text
        if changes and said_done and self.state != "after" and not told:
            self.find("SAID-DONE", f"{self.ended} | " + now.difference(self.after))
        if changes and not is_signal and not said_done and self.state == "after":
            self.find("SAID-FAILED", str(self.ended))
        if self.ended.code in (70, "timeout") or (not is_signal and str(self.ended.code).startswith("-")):
            self.find("CRASH", str(self.ended))
        check = stage.run(str(stage.aver), "check")
        if check.code != 0 and not (stage.store / ".git/MERGE_HEAD").exists():
            self.find("CHECK", str(check))
        if changes and self.state != "after":
            again = stage.command(job.operation)
            then = self.state_now()
            self.did_again = then == self.after
            if job.operation not in story.STEPS and not self.did_again:
                self.find("AGAIN", f"{again} | " + then.difference(self.after))
        if job.operation.startswith("export"):
            stage.command(job.operation)
            for left in stage.place.glob("out.*.aver-part-*"):
                self.find("LEFT", left.name)
        self.go_on()
        self.fsck()

    def give_up_merge(self):
        if (self.stage.store / ".git/MERGE_HEAD").exists():
            self.stage.git("merge", "--abort")

    def state_now(self):
        state = State(self.stage, self.job.operation)
        if self.job.call == "rmdir":  # git, too, leaves an empty folder where it cannot remove it
            for name in ("files", "fresh"):
                files = state.parts.get(name, {})
                for path in [path for path, kind in files.items() if kind == "empty folder"]:
                    del files[path]
        return state

    def may_be_locked(self):
        """Killed, nobody removes a lock; nor where removing it is what fails. A git that a signal reaches as it opens
        the lock has not noted it yet."""
        job = self.job
        return (job.fault == "KILL" or job.call in ("unlink", "unlinkat") or
                job.process != "aver" and job.call == "openat" and job.fault in SIGNALS)

    def go_on(self):
        """One more record, then a commit by hand, which must change none."""
        stage = self.stage
        self.give_up_merge()
        claim = "asia/dorn/three" if (stage.store / "claims/asia/dorn/three/claim.toml").exists() else "dorn/three"
        ended = stage.run(str(stage.aver), *f"record {claim} rastia affirm --held 2024-11-29 --summary next "
                          "--source w".split())
        if ended.code != 0:
            self.find("NEXT", str(ended))
        uncommitted = {x[3:] for x in stage.git("status", "--porcelain").text.splitlines()}
        old = stage.git("rev-parse", "HEAD").text.strip()
        stage.git("commit", "-qam", "By hand", "--allow-empty")
        changed = set(stage.git("diff", "--name-only", "--no-renames", old, "HEAD").text.splitlines())
        is_before = self.state == "before" and not self.did_again  # edit --no-commit leaves a file to commit
        expected = {x[3:] for x in (self.before if is_before else self.after).parts["status"].splitlines()}
        for path in sorted(changed):
            if path.startswith(RECORDS) and path not in expected:
                self.find("BY-HAND", path + (" was uncommitted" if path in uncommitted else ""))

    def fsck(self):
        fsck = self.stage.git("fsck", "--strict", "--no-dangling")
        if fsck.code != 0:
            self.find("FSCK", str(fsck))


class Log:
    """A line a run: the job, what the command ended with, the state it left, and the findings."""

    def __init__(self, file):
        self.file = file
        self.rows = {}
        if file.exists():
            for line in file.read_text().splitlines():
                fields = line.split("\t")
                if len(fields) == 8:
                    self.rows[Job(*fields[:3], int(fields[3]), fields[4])] = fields[5:]

    def add(self, job, verdict):
        clean = " || ".join(verdict.findings).replace("\t", " ").replace("\n", " / ")
        self.rows[job] = [str(verdict.ended.code), verdict.state, clean]
        with self.file.open("a") as out:
            out.write("\t".join([*map(str, job), *self.rows[job]]) + "\n")

    def findings(self):
        return {job: row for job, row in self.rows.items() if row[2]}


def order(job):
    return hashlib.sha1(repr(tuple(job)).encode()).hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("aver", type=pathlib.Path)
    parser.add_argument("log", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--only", default="")
    parser.add_argument("--settled", action="store_true")
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--place", type=pathlib.Path, default=pathlib.Path("/dev/shm"))
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--seconds", type=int, default=0)
    given = parser.parse_args()
    part, parts = map(int, given.part.split("/"))
    if shutil.which("strace") is None:
        raise SystemExit("strace is missing: .ci/setup tests installs it")
    given.place.mkdir(parents=True, exist_ok=True)
    stage = Stage(given.place / f"aver-faults-{os.getuid()}-{part}", given.aver.resolve())
    forgotten = story.without_story(stage.run(str(stage.aver), "--help", cwd=stage.master).text)
    if forgotten:
        raise SystemExit("these commands write and have no story in story.py: " + ", ".join(forgotten))
    log = Log(given.log)
    chosen = given.only.split(",") if given.only else list(story.OPERATIONS)
    if given.settled:
        chosen = [one for one in chosen if one not in story.YOUNG]
    jobs, ends = [], {}
    if given.again:
        jobs = list(log.findings())
        chosen = sorted({job.operation for job in jobs})
        log = Log(given.log.with_suffix(".again.tsv"))
    for operation in chosen:
        stage.set_up(operation)
        before = State(stage, operation)
        ended = stage.command(operation)
        if ended.code != 0:
            raise SystemExit(f"{operation}, undisturbed: {ended}")
        ends[operation] = before, State(stage, operation)
        if not given.again:
            jobs += jobs_of(operation, stage.points(operation))
    jobs.sort(key=order)
    print(f"{len(jobs)} faults in {len(chosen)} commands; {len(log.rows)} runs before", flush=True)
    stop = time.time() + given.seconds if given.seconds else None
    for job in jobs[part::parts]:
        if (len(log.rows) >= given.runs and not given.again) or (stop and time.time() > stop):
            break
        if job in log.rows:
            continue
        stage.set_up(job.operation)
        verdict = Verdict(stage, job, stage.disturbed(job), *ends[job.operation])
        log.add(job, verdict)
        for finding in verdict.findings:
            print(" ".join(map(str, job)) + f" -> {verdict.ended.code}, {verdict.state}: {finding}", flush=True)
    for folder in (stage.place, stage.master):
        shutil.rmtree(folder, ignore_errors=True)
    for word, count in collections.Counter(
            row[2].split(" ")[0] for row in log.findings().values()).most_common():
        print(f"{count:6} {word}")
    print(f"{len(log.rows)} runs, {len(log.findings())} findings")
    return 1 if log.findings() else 0


if __name__ == "__main__":
    sys.exit(main())
