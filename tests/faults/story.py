# SPDX-License-Identifier: MIT
"""The store that every fault begins from, and the commands that are disturbed in it.

All of it is made by aver and git themselves, with a clock that stands still, so that commit ids, and with them the
command lines of the git processes, are the same in every run.
"""
import os
import pathlib
import re
import subprocess

NOW = 1733047200  # 2024-12-01 10:00 UTC


def environment(place, program):
    """The environment of a run below `place`; nothing of the user's own gets in."""
    home = place / "home"
    return {
        "PATH": f"{place / 'bin'}:{pathlib.Path(program).parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "xdg"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "AVER_NOW": str(NOW),
        "AVER_PATIENCE_MS": "700",
        "EDITOR": "../editor.sh",
        "GIT_AUTHOR_NAME": "Ada Fields",
        "GIT_AUTHOR_EMAIL": "ada@example.org",
        "GIT_COMMITTER_NAME": "Ada Fields",
        "GIT_COMMITTER_EMAIL": "ada@example.org",
        "GIT_AUTHOR_DATE": f"{NOW} +0000",
        "GIT_COMMITTER_DATE": f"{NOW} +0000",
    }


# Makes store, remote and inputs in the folder it is run in.
BUILD = r"""
set -e
mkdir -p home bin
printf '[init]\n\tdefaultBranch = main\n[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[advice]\n\tdetachedHead = false\n' >home/.gitconfig
cat >editor.sh <<'S'
#!/bin/sh
sed 's/The first claim/The very first claim/' "$1" >"$1.n" && cat "$1.n" >"$1"; rm -f "$1.n"
S
cat >fill.sh <<'S'
#!/bin/sh
sed 's/^claim = ""/claim = "dorn\/three"/; s/^position = ""/position = "deny"/' "$1" >"$1.n" && cat "$1.n" >"$1"; rm -f "$1.n"
S
printf '#!/bin/sh\ngit diff --cached --quiet; exit 0\n' >hook.sh
chmod +x editor.sh fill.sh hook.sh
printf 'They met.\n\n"We keep silent," Calda said.\n' >said.txt
cat >reviews.json <<'S'
{"@type": "ClaimReview", "url": "https://check.example/1", "claimReviewed": "Dogs meow", "datePublished": "2024-11-12",
 "author": {"@type": "Organization", "name": "Check It", "url": "https://check.example"},
 "reviewRating": {"@type": "Rating", "alternateName": "False"}}
S
printf 'Ministers met.\n\nCalda keeps silent, he said.\n' >page.txt
printf '<html><body><p>Ministers met again.</p></body></html>' >page.html
printf 'id,who,day,what\nv1,calda,2024-11-01,affirm\nv1,rastia,2024-11-02,deny\nv2,rastia,2024-11-02,deny\n' >votes.csv
cat >votes.toml <<'S'
[claim]
id = "votes/{id}"
text = "Motion {id} is adopted"
[stance]
holder = "{who}"
held = "{day}"
position = "{what}"
S
aver init facts
cd facts
aver actor add calda Calda --kind state
aver actor add rastia Rastia --kind state
aver source add 2024/w "Ministers meet" --capture ../page.txt --published 2024-10-31
aver add dorn/one "The first claim is made" --kind policy
aver add dorn/two "The second claim is made" --kind policy
aver add dorn/three "The third claim is made" --kind policy
aver record one calda silent --held 2024-10-31 --quote "Calda keeps silent" --source w
aver record one rastia affirm --held 2024-10-31 --summary "said so" --source w
aver record two calda affirm --held 2024-11-01 --summary "said so" --source w
git init -q --bare ../remote.git
git remote add origin ../remote.git
git push -q -u origin main
git clone -q ../remote.git ../other
(cd ../other; aver record three rastia deny --held 2024-11-05 --summary no --source w; aver sync)
rm -rf ../other
git switch -qc side
aver record two rastia deny --held 2024-11-06 --summary no --source w
aver record three calda deny --held 2024-11-06 --summary no --source w
git switch -q main
aver propose change
aver record two rastia qualified --held 2024-11-07 --summary maybe --source w
aver propose --end
aver record one calda affirm --held 2024-11-20 --summary local --source w
"""

RECORD = "record one rastia deny --held 2024-11-27 --summary x --source w"

HOOKS = "for one in pre-commit commit-msg; do cp ../hook.sh .git/hooks/$one; done"

# name -> (what is done by hand before, the command). In the ones of STEPS, each step may stand by itself.
# Of their faults few were made so far: CI, which has its share of all, does not play them yet.
YOUNG = [
    "capture-again", "source", "quote", "create", "corrects", "correct-as", "correct-claim", "correct-holder",
    "rm-source", "fmt-all", "edit-no-commit", "commit-one", "commit-mode", "mv-claim", "undo-mv", "undo-rm",
    "merge-taken", "accept-message", "comment", "request", "tag-old", "import-update", "export-csv", "export-over",
    "index", "old-index", "split-index", "untracked", "linked", "evidence", "evidence-create", "resting",
    "resting-actor", "draft", "schema", "claimreview", "export-claimreview", "merge-file", "hooks", "import-hooks",
    "actor-merge", "site", "dismiss",
]

OPERATIONS = {
    "record": ("", RECORD),
    "add": ("", "add new/place/claim --kind policy A-new-claim-is-made"),
    "edit": ("", "edit one"),
    "again": ("", "again two calda --searched archive"),
    "retract": ("", "retract dorn/two/2024-11-01-calda --reason no"),
    "correct": ("", "correct dorn/two/2024-11-01-calda deny --reason misread"),
    "end": ("", "end dorn/two/2024-11-01-calda 2024-11-20"),
    "clock": ("", "clock --wrong HEAD"),
    "actor": ("", "actor add wealds United-Wealds --kind state"),
    "rm": ("", "rm one --with-stances"),
    "mv": ("", "mv dorn asia/dorn"),
    "mv-actor": ("", "mv calda kalda"),
    "actor-merge": ("", "actor merge calda rastia"),
    "mv-source": ("", "mv 2024/w 2024/v"),
    "capture": ("", "source add 2024/new New-page --capture ../page.html"),
    "no-commit": ("", RECORD + " --no-commit"),
    "commit": (
        "sed -i 's/second/2nd/' claims/dorn/two/claim.toml; mkdir -p claims/hand/made; "
        "printf 'text = \"A claim made by hand\"\\n' >claims/hand/made/claim.toml; rm claims/dorn/one/*rastia.toml",
        "commit",
    ),
    "fmt": ("sed -i 's/text = /text   =   /' claims/dorn/two/claim.toml", "fmt"),
    "undo": ("", "undo"),
    "undo-merge": ("aver merge side", "undo"),
    "merge": ("", "merge side"),
    "resolve": (
        "sed -i 's/third/3rd/' claims/dorn/three/claim.toml; git commit -qam 3; git switch -q side; "
        "sed -i 's/third/last/' claims/dorn/three/claim.toml; git commit -qam last; git switch -q main; "
        "aver merge side || true",
        "resolve three --with theirs",
    ),
    "sync": ("", "sync"),
    "accept": ("", "review accept change"),
    "import": ("", "import csv ../votes.csv --mapping ../votes.toml"),
    "import-jsonl": (
        "sed -i 's/second/2nd/' claims/dorn/two/claim.toml; aver export jsonl >../all.jsonl; git checkout -q claims",
        "import jsonl ../all.jsonl --update",
    ),
    "import-many": ("", "import csv ../votes.csv --mapping ../votes.toml --commit-every 1"),
    "propose": ("", "propose other"),
    "on-proposal": ("aver propose change --continue", RECORD),
    "approve": ("aver review show change", "review approve change -m good"),
    "withdraw": ("", "review withdraw change"),
    "update": ("", "review update change"),
    "tag": ("", "tag first -m x"),
    "git-install": ("", "git-install"),
    "git-install-ci": ("", "git-install --ci script"),
    "export-jsonl": ("", "export jsonl -o ../out.jsonl"),
    "export-sqlite": ("", "export sqlite -o ../out.db"),
    "maintain": ("", "maintain"),
    "init": ("mkdir ../fresh", "init ../fresh/facts"),
    "capture-again": ("", "source add w --again ../page.html --retrieved 2024-11-30"),
    "source": ("", "source add 2024/bare Bare --url https://example.org/bare --published 2024-11-01"),
    "quote": ("", "record two calda deny --held 2024-11-27 --quote silent --source w"),
    "create": ("", "record three tolland deny --held 2024-11-27 --summary x --source 2024/new --create"),
    "corrects": ("", "record two calda deny --held 2024-11-01 --summary x --source w "
                     "--corrects dorn/two/2024-11-01-calda --reason misread"),
    "correct-as": (
        "aver record two calda deny --held 2024-11-03 --summary x --source w",
        "correct dorn/two/2024-11-01-calda --as 2024-11-03-calda --reason twice",
    ),
    "correct-claim": ("", "correct dorn/two/2024-11-01-calda --claim three --reason elsewhere"),
    "correct-holder": ("", "correct dorn/two/2024-11-01-calda --holder rastia --reason another"),
    "rm-source": ("aver source add 2024/bare Bare --published 2024-11-01", "rm 2024/bare"),
    "fmt-all": (
        "for c in one two three; do sed -i 's/text = /text   =   /' claims/dorn/$c/claim.toml; done; "
        "git commit -qam untidy",
        "fmt",
    ),
    "edit-no-commit": ("", "edit one --no-commit"),
    "commit-one": ("sed -i 's/second/2nd/' claims/dorn/two/claim.toml; git add claims; "
                   "sed -i 's/third/3rd/' claims/dorn/three/claim.toml", "commit claims/dorn/two"),
    "commit-mode": ("chmod +x claims/dorn/two/claim.toml", "commit"),
    "mv-claim": ("", "mv two dorn/second"),
    "undo-mv": ("aver mv dorn asia/dorn", "undo"),
    "undo-rm": ("aver rm three --with-stances || aver rm three", "undo"),
    "merge-taken": ("git branch far side; git switch -q far; aver record one rastia deny --held 2024-11-21 --summary f "
                    "--source w; git switch -q main", "merge far"),
    "accept-message": ("aver review show change; aver review approve change -m good", "review accept change -m Accepted"),
    "comment": ("", "review comment change -m why"),
    "dismiss": (
        "export GIT_AUTHOR_NAME=Ben GIT_AUTHOR_EMAIL=ben@example.org GIT_COMMITTER_NAME=Ben "
        "GIT_COMMITTER_EMAIL=ben@example.org; aver propose other; aver record one rastia deny --held 2024-11-22 "
        "--summary d --source w; aver propose --end; export GIT_AUTHOR_NAME=Cat GIT_AUTHOR_EMAIL=cat@example.org "
        "GIT_COMMITTER_NAME=Cat GIT_COMMITTER_EMAIL=cat@example.org; aver review request-changes other -m why",
        "review dismiss other cat@example.org -m away",
    ),
    "request": ("", "review request-changes change -m why"),
    "tag-old": ("", "tag second HEAD~1 -m x"),
    "import-update": (
        "aver import csv ../votes.csv --mapping ../votes.toml; sed -i 's/deny/affirm/' ../votes.csv",
        "import csv ../votes.csv --mapping ../votes.toml --update",
    ),
    "export-csv": ("", "export csv -o ../out.csv"),
    "export-over": ("echo old >../out.jsonl", "export jsonl -o ../out.jsonl --force"),
    "index": ("", "index rebuild"),
    "old-index": ("git update-index --index-version 4", RECORD),
    "split-index": ("git update-index --split-index", RECORD),
    "untracked": ("git update-index --untracked-cache", RECORD),
    "linked": ("git worktree add -q ../linked -b linked; cd ../linked; git commit -q --allow-empty -m x", RECORD),
    "evidence": ("", "evidence add dorn/two/2024-11-01-calda --source w --quote silent"),
    "evidence-create": ("", "evidence add dorn/two/2024-11-01-calda --source 2024/new --via rastia --create"),
    "resting": ("", "retract --resting-on w --reason forged"),
    "resting-actor": (
        "aver record three calda deny --held 2024-11-03 --summary x --source w --via rastia",
        "retract --resting-on rastia --reason invented",
    ),
    "draft": ("aver source add 2024/said Said --capture ../said.txt --published 2024-11-20; cp ../fill.sh ../editor.sh",
              "draft said"),
    "schema": ("sed -i '/word = .affirm/a   { word = \"maybe\", value = 0 },' aver.toml; git commit -qam words",
               "schema --update"),
    "claimreview": ("", "import claimreview ../reviews.json --unknown create"),
    "hooks": (HOOKS, RECORD),
    "import-hooks": (HOOKS, "import csv ../votes.csv --mapping ../votes.toml"),
    "export-claimreview": ("", "export claimreview -o ../out.json"),
    "site": ("", "site ../pages"),
    "merge-file": (
        "for one in base ours theirs; do cp claims/dorn/two/claim.toml ../out.$one; done; "
        "sed -i 's/second/2nd/' ../out.ours; echo 'note = \"theirs\"' >>../out.theirs",
        "merge-file ../out.base ../out.ours ../out.theirs claims/dorn/two/claim.toml",
    ),
}

# What writes nothing but answers, to standard output. All other commands have a story.
READING = {
    "status", "check", "index status", "index verify", "show", "list", "actor list", "source list", "quotes", "history",
    "positions", "diff", "flips", "due", "search", "impact", "log", "blame", "review", "review show", "verify",
    "textconv", "help",
}

STEPS = {"accept", "accept-message", "sync", "import-many", "git-install", "git-install-ci", "maintain", "update",
         "withdraw", "propose", "resolve"}

# A merge is under way when they begin.
MERGING = {"resolve"}

# Ended by a signal, they leave a part, and the same command again does the rest.
RESUMED = {"init"}

# The same, whatever stops them.
REWRITTEN = {"site"}


def build(place, env):
    """Makes the story in `place`, which must not exist."""
    place.mkdir(parents=True)
    made = subprocess.run(["bash", "-c", BUILD], cwd=place, env=env, capture_output=True, text=True)
    if made.returncode != 0:
        raise SystemExit("the store for the faults could not be made:\n" + made.stdout + made.stderr)


def without_story(overview):
    """The commands in the answer of `aver --help` that write, and that nothing above disturbs."""
    commands = re.findall(r"^  ([a-z][a-z -]*[a-z])  ", overview.split("\noptions\n")[0], re.MULTILINE)
    told = set()
    for operation in OPERATIONS:
        line = " ".join(words_of(operation)) + " "
        told.add(max((one for one in commands if line.startswith(one + " ")), key=len, default=""))
    return [one for one in commands if one not in READING and one not in told]


def words_of(operation):
    return OPERATIONS[operation][1].split()
