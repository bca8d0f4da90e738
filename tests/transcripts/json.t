# Answers for programs

  $ aver init facts >/dev/null && cd facts
  $ aver add topic/x "X is so" --kind pledge --tag a --deadline 2025 >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null
  $ printf 'So it is.\n' > ../page.txt
  $ aver source add 2024/p "A page" --capture ../page.txt --url https://example.org/p >/dev/null
  $ aver record x calda announced --held 2024-10-31 --quote "So it is." --source p >/dev/null
  $ aver record x calda done --held 2024-11-01 --source p >/dev/null
  $ aver show x --json
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "kind": "claim",
    "claim": {
      "id": "topic/x",
      "text": "X is so",
      "kind": "pledge",
      "aliases": [],
      "lang": null,
      "tags": [
        "a"
      ],
      "deadline": "2025",
      "review_by": null,
      "same_as": [],
      "note": null,
      "relations": [],
      "unknown": {}
    },
    "positions": [
      {
        "holder": "calda",
        "claim": "topic/x",
        "scale": "progress",
        "certain": true,
        "position": "done",
        "lapsed": false,
        "held": "2024-11-01",
        "since": {
          "earliest": "2024-11-01",
          "latest": "2024-11-01"
        },
        "resumed": false,
        "last_checked": null,
        "before_absence": null,
        "also_looked": [],
        "stance": {
          "id": "topic/x/2024-11-01-calda",
          "claim": "topic/x",
          "holder": "calda",
          "position": "done",
          "held": "2024-11-01",
          "until": null,
          "through": null,
          "searched": [],
          "mode": null,
          "speaker": null,
          "via": [],
          "summary": null,
          "quote": null,
          "quote_lang": null,
          "translation": null,
          "source": "2024/p",
          "locator": null,
          "unverified": false,
          "credibility": null,
          "likelihood": null,
          "rating": null,
          "review_by": null,
          "condition": null,
          "repeats": null,
          "first_recorded": null,
          "corrects": null,
          "retracts": null,
          "reason": null,
          "note": null,
          "evidence": [],
          "formerly": [],
          "unknown": {}
        },
        "possible": [
          {
            "position": "done",
            "lapsed": false,
            "stances": [
              "topic/x/2024-11-01-calda"
            ]
          }
        ],
        "further": []
      }
    ],
    "no_record": [],
    "quotes": {},
    "approved_by": {},
    "deadlines": [
      {
        "holder": "calda",
        "scale": "progress",
        "outcome": "kept",
        "certain": true,
        "possible": [
          "kept"
        ],
        "by": [
          "topic/x/2024-11-01-calda"
        ],
        "after": [],
        "settled": true
      }
    ],
    "reliability": {},
    "since": null
  }
  $ aver show calda --json | head -20
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "kind": "actor",
    "actor": {
      "id": "calda",
      "name": "Calda",
      "kind": "state",
      "aliases": [],
      "same_as": [],
      "note": null,
      "roles": [],
      "unknown": {}
    },
    "positions": [
      {
        "holder": "calda",
        "claim": "topic/x",
  $ aver show p --format json | head -30
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "kind": "source",
    "source": {
      "id": "2024/p",
      "title": "A page",
      "aliases": [],
      "url": "https://example.org/p",
      "publisher": null,
      "author": [],
      "published": null,
      "retrieved": "2024-11-01",
      "captured_with": null,
      "lang": null,
      "reliability": null,
      "capture": "p.txt",
      "sha256": "d0be63557dfd9b056db189c3858b143b3bad554035a347dc66583537f1b4be90",
      "original": null,
      "original_sha256": null,
      "recaptures": [],
      "note": null,
      "archived": [],
      "unknown": {}
    },
    "capture_bytes": 10,
    "capture_sound": true,
    "stances": [
  $ aver show 2024-10-31-calda --json | head -12
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "kind": "stance",
    "claim_text": "X is so",
    "source_title": "A page",
    "reliability": {},
    "overruled_why": null,
    "overruled_by": null,
    "last_looked": null,
  $ aver show x --json --on 2024-10-31 --known-at HEAD~1 | head -6
  {
    "schema": "aver.show/2",
    "on": "2024-10-31",
    "known_at": "HEAD~1",
    "revision": "d62c7b02ac8d006023cea5ee80a07a870654d58f",
    "kind": "claim",
  $ aver show x --json --known-at 2020-01-01
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
    "revision": null
  }
  $ aver list --json | head -24
  {
    "schema": "aver.list/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "claims": [
      {
        "id": "topic/x",
        "text": "X is so",
        "kind": "pledge",
        "aliases": [],
        "lang": null,
        "tags": [
          "a"
        ],
        "deadline": "2025",
        "review_by": null,
        "same_as": [],
        "note": null,
        "relations": [],
        "unknown": {},
        "stances": 2,
        "positions": [
          {
  $ aver actor list --json
  {
    "schema": "aver.actors/1",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "actors": [
      {
        "id": "calda",
        "name": "Calda",
        "kind": "state",
        "aliases": [],
        "same_as": [],
        "note": null,
        "roles": [],
        "unknown": {}
      }
    ]
  }
  $ aver source list --json | head -8
  {
    "schema": "aver.sources/1",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "sources": [
      {
        "id": "2024/p",
  $ aver history x --json | head -16
  {
    "schema": "aver.history/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "of": "claim",
    "id": "topic/x",
    "text": "X is so",
    "lines": [
      {
        "claim": "topic/x",
        "claim_text": "X is so",
        "holder": "calda",
        "scale": "progress",
        "steps": [
          {
  $ aver diff --json | head -12
  {
    "schema": "aver.diff/2",
    "before": {
      "name": "HEAD~1",
      "on": "2024-11-01",
      "revision": "d62c7b02ac8d006023cea5ee80a07a870654d58f"
    },
    "after": {
      "name": "HEAD",
      "on": "2024-11-01",
      "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb"
    },
  $ aver log x --json -n 1
  {
    "schema": "aver.log/1",
    "record": "claims/topic/x",
    "commits": [
      {
        "commit": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
        "author": "Ada Fields",
        "email": "ada@example.org",
        "authored_at": 1730451607,
        "committed_at": 1730451607,
        "subject": "Record calda done on topic/x",
        "paths": [
          {
            "path": "claims/topic/x/2024-11-01-calda.toml",
            "before": null,
            "after": "c7d6bee4b06c32d992582b54012871b9852184c5"
          }
        ]
      }
    ]
  }
  $ aver status --json
  {
    "schema": "aver.status/1",
    "root": "$DIR/facts",
    "bare": false,
    "branch": "main",
    "head": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "upstream": null,
    "ahead": 0,
    "behind": 0,
    "under_way": null,
    "recording_branch": null,
    "changes": [],
    "links": [],
    "drafts": []
  }
  $ aver check --json
  {
    "schema": "aver.check/1",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "297a7d71f89664148a2abeaf6dc5b1cb0914f4eb",
    "records": 5,
    "uncommitted": 0,
    "known": 0,
    "problems": []
  }
