# The store as pages

An empty store has a site, too: it says that there is nothing yet.

  $ aver init facts >/dev/null && cd facts
  $ aver site ../empty
  The site has 10 files; 10 written, 0 removed.
  Open it: ../empty/index.html
  $ (cd ../empty && find . -type f | sort)
  ./404.html
  ./changes/index.html
  ./corrections/index.html
  ./due/index.html
  ./holders/index.html
  ./index.html
  ./method/index.html
  ./site.json
  ./sources/index.html
  ./style.css
  ./topics/index.html
  $ grep -o "Nobody has moved yet\|Nothing is recorded yet\|There is no claim yet" ../empty/index.html
  Nobody has moved yet
  Nothing is recorded yet
  There is no claim yet

One claim, with two moves and a correction:

  $ printf 'Wintermoor. "Calda keeps silent," he said.\n' >../page.txt
  $ aver actor add calda Calda --kind state --alias Belmora >/dev/null
  $ aver source add 2024/page "A page" --url https://example.org/page --capture ../page.txt >/dev/null
  $ aver add dorn/calda-acts "Calda acts" --kind policy >/dev/null
  $ aver record calda-acts calda silent --held 2024-10-31 --quote "Calda keeps silent" --source 2024/page --searched "briefings" >/dev/null
  $ at 2024-12-20
  $ aver record calda-acts calda deny --held 2024-12-18 >/dev/null
  $ aver correct calda-acts/2024-12-18-calda affirm --reason "Misheard" >/dev/null
  $ aver site ../public --title "The Dorn desk"
  The site has 18 files; 18 written, 0 removed.
  Open it: ../public/index.html
  $ (cd ../public && find . -type f | sort)
  ./404.html
  ./changes/2024-10/index.html
  ./changes/2024-11/index.html
  ./changes/2024-12/index.html
  ./changes/index.html
  ./claims/dorn/calda-acts/index.html
  ./claims/dorn/calda-acts/index.json
  ./corrections/index.html
  ./due/index.html
  ./holders/calda/index.html
  ./holders/index.html
  ./index.html
  ./method/index.html
  ./site.json
  ./sources/2024/page/index.html
  ./sources/index.html
  ./style.css
  ./topics/dorn/index.html
  ./topics/index.html

A second run writes nothing that is the same; the next day, only what speaks of the day.

  $ aver site ../public --title "The Dorn desk"
  The site has 18 files; 0 written, 0 removed.
  Open it: ../public/index.html
  $ at 2024-12-21
  $ aver site ../public --title "The Dorn desk"
  The site has 18 files; 2 written, 0 removed.
  Open it: ../public/index.html
  $ cp -r ../public ../before; touch -d 2020-01-01 ../public/claims/dorn/calda-acts/index.html; aver site ../public --title "The Dorn desk" && diff -r ../before ../public && find ../public -newermt 2020-01-02 -name index.html | grep claims/
  The site has 18 files; 0 written, 0 removed.
  Open it: ../public/index.html
  [1]

The same commit, options and day give the same bytes, wherever the folder is; the day may come from outside.

  $ aver site ../one --on 2024-11-01 >/dev/null; mkdir -p ../deep/er; aver site ../deep/er/two --on 2024-11-01 >/dev/null; diff -r ../one ../deep/er/two
  $ SOURCE_DATE_EPOCH=1732000000 aver site ../epoch >/dev/null; grep -o '"on":"[^"]*"' ../epoch/site.json
  "on":"2024-11-19"
  $ aver site ../then --on 2024-11-01 --known-at 2024-11-05 >/dev/null; grep -o '"on":"[^"]*","known_at":"[^"]*"' ../then/site.json; grep -o 'Held on.*' ../then/claims/dorn/calda-acts/index.html | sed 's/<[^>]*>//g'
  "on":"2024-11-01","known_at":"2024-11-05"
  Held on 1 Nov 2024, as recorded up to 1 Nov 2024 (commit 1e623ea), known at 2024-11-05.

What is said on a page: who holds what, the quote, where it stands, what was wrong and why.

  $ page=../public/claims/dorn/calda-acts/index.html; grep -o '<p class="deck">[^<]*' $page
  <p class="deck">Calda affirms it.
  $ grep -o "“Calda keeps silent”\|set aside; nobody moved\|https://example.org/page#:~:text=[^\"]*\|We looked in <bdi>[^<]*" $page
  “Calda keeps silent”
  We looked in <bdi>briefings
  https://example.org/page#:~:text=Calda%20keeps%20silent
  set aside; nobody moved
  $ grep -o '<mark>[^<]*' ../public/sources/2024/page/index.html
  <mark>Calda keeps silent
  $ grep -o '"holder": "calda"' ../public/claims/dorn/calda-acts/index.json
  "holder": "calda"
  "holder": "calda"

No text of the publisher's, if it is so wished; and pages of a query alone.

  $ aver site ../public --captures none >/dev/null; grep -c '<mark>\|keeps silent' ../public/sources/2024/page/index.html
  1
  $ aver add other/thing "Another thing" --kind fact >/dev/null; aver site ../public dorn >/dev/null; ls ../public/claims ../public/topics
  ../public/claims:
  dorn
  
  ../public/topics:
  dorn
  index.html

A record that has another id leads there from its former one; what is gone, goes.

  $ aver mv dorn/calda-acts dorn/calda-moves >/dev/null; aver site ../public >/dev/null; grep -o 'url=[^"]*' ../public/claims/dorn/calda-acts/index.html
  url=../calda-moves/index.html
  $ aver rm other/thing >/dev/null; aver site ../public; ls ../public/claims
  The site has 19 files; 3 written, 3 removed.
  Open it: ../public/index.html
  dorn

## Nothing is overwritten that is not ours

  $ mkdir ../mine && echo mine >../mine/index.html; aver site ../mine; cat ../mine/index.html
  error: ../mine is not empty, and has no site.json of an earlier run
  hint: name a folder that is empty or new
  mine
  $ echo '{"schema":"other"}' >../mine/site.json; aver site ../mine
  error: ../mine is not empty, and has no site.json of an earlier run
  hint: name a folder that is empty or new
  [2]
  $ aver site ../page.txt
  error: ../page.txt is a file: a site is a folder
  [2]
  $ echo mine >../public/notes.txt; mkdir -p ../public/drafts; aver site ../public >/dev/null; ls -d ../public/notes.txt ../public/drafts
  ../public/drafts
  ../public/notes.txt

A list that names files outside of the folder is not believed.

  $ mkdir ../evil; echo kept >../kept.txt; echo '{"schema":"aver.site/1","files":{"../kept.txt":"x","/etc/none":"x","gone.html":"x"}}' >../evil/site.json; aver site ../evil >/dev/null; cat ../kept.txt
  kept

A link below the folder leads to files of others: nothing is written or removed behind it. The folder itself may be one.

  $ mkdir ../others && echo kept >../others/keep; cp -r ../public ../linked && rm -r ../linked/topics && ln -s ../others ../linked/topics; aver site ../linked; ls ../others
  error: ../linked/topics is a symbolic link: a site writes to none
  hint: take the link away, or name another folder
  keep
  $ rm ../linked/topics && mv ../linked/claims ../moved && ln -s ../moved ../linked/claims; find ../moved -type f | wc -l; aver site ../linked tag:none; find ../moved -type f | wc -l
  3
  error: ../linked/claims is a symbolic link: a site writes to none
  hint: take the link away, or name another folder
  3
  $ mkdir ../real && ln -s real ../alias && aver site ../alias | head -1; ls ../real | head -2
  The site has 19 files; 19 written, 0 removed.
  404.html
  changes
  $ mkdir ../bare && echo mine >../bare/index.html && echo '{"schema":"aver.site/1"}' >../bare/site.json; aver site ../bare; cat ../bare/index.html
  error: ../bare is not empty, and has no site.json of an earlier run
  hint: name a folder that is empty or new
  mine

Where a file cannot be written, that is said; what was there stays.

  $ mkdir ../blocked; aver site ../blocked >/dev/null; rm -r ../blocked/holders; echo file >../blocked/holders; aver site ../blocked
  error: cannot write ../blocked/holders/calda/index.html
  caused by: Not a directory
  [5]

  $ mkdir -p ../swapped/gone.html/mine; echo '{"schema":"aver.site/1","files":{"gone.html":"x"}}' >../swapped/site.json; aver site ../swapped; ls ../swapped/gone.html
  error: cannot remove ../swapped/gone.html
  caused by: Directory not empty
  mine

Options that mean nothing:

  $ aver site ../public --url ftp://example.org/
  error: --url takes the address of a folder on the web: ftp://example.org/
  hint: aver site DIR --url https://example.org/facts/
  [2]
  $ SOURCE_DATE_EPOCH=soon aver site ../public
  error: SOURCE_DATE_EPOCH is no number of seconds: soon
  [2]
  $ aver site ../public --captures some
  error: --captures takes one of none, excerpts, full, not "some"
  hint: aver help site
  [2]
  $ aver site ../public --known-at 2020-01-01
  error: nothing was known then: that is before the first commit
  [4]
  $ aver site
  error: "aver site" needs DIR: a folder: new, empty, or a site's
  hint: aver help site
  [2]

## What is not certain

Of each record that may be in force it is told when somebody looked, how its quote stands, and who approved it; once, where that is the same.

  $ aver add dorn/calda-pays "Calda pays" >/dev/null && aver actor add uw/brindle Brindle >/dev/null
  $ aver record calda-pays calda affirm --held 2024-11 --quote "Calda keeps silent" --source 2024/page >/dev/null
  $ aver record calda-pays calda deny --held 2024-11-10 >/dev/null
  $ aver record calda-pays uw/brindle affirm --held "[2024-11-01..2024-12-31]" >/dev/null
  $ aver site ../unsure --on 2024-12-01 >/dev/null; sed -n '/class="inforce/,/<.table>/p' ../unsure/claims/dorn/calda-pays/index.html | grep '<th role="rowheader"' | sed 's/<[^>]*>/|/g; s/||*/ | /g'
   | Calda | says | + | affirm |  or  | − | deny | Nov 2024 | Nov 2024 |  or  | 10 Nov 2024 | verbatim |  or  | no quote | nobody yet | 
   | Brindle | says | + | affirm |  or  | no record | 1 Nov 2024 to 1 Dec 2024 | 1 Nov 2024 to 31 Dec 2024 | no quote | nobody yet | 
  $ grep -o '<p class="deck">[^<]*' ../unsure/claims/dorn/calda-pays/index.html
  <p class="deck">Calda affirms it or denies it (not certain which); Brindle affirms it or has no record (not certain which).

## What cannot be read has no page, and that is said

  $ aver init ../unread >/dev/null && cd ../unread && mkdir -p actors sources && echo 'name = "No kind"' >actors/a.toml && git add . && git commit -qm "By hand"
  $ aver site ../unread-pages && ls ../unread-pages/holders
  warning: 1 actor or source cannot be read, and has no page: aver check
  The site has 10 files; 10 written, 0 removed.
  Open it: ../unread-pages/index.html
  index.html
  $ echo 'title = 1' >sources/s.toml && git add . && git commit -qm "By hand" && aver site ../unread-pages | head -1
  warning: 2 actors or sources cannot be read, and have no page: aver check
  The site has 10 files; 2 written, 0 removed.

## A hostile store

  $ cd .. && aver init hostile >/dev/null && cd hostile
  $ aver actor add eve '<script>alert(1)</script>' --kind person --alias '"><img src=x onerror=alert(2)>' >/dev/null
  $ printf 'He said: "</p><script>alert(3)</script>" & left.\n' >../evil.txt
  $ aver source add 2024/evil '</title><script>alert(4)</script>' --capture ../evil.txt >/dev/null
  $ printf 'url = "javascript:alert(5)"\n' >>sources/2024/evil.toml; git commit -qam "By hand"
  $ aver add x/y '<img src=x onerror=alert(6)> [link](javascript:alert(7))' --kind fact >/dev/null
  $ printf 'holder = "eve"\nposition = "affirm"\nheld = 2024-10-31\nmode = "direct"\nspeaker = "<b onclick=alert(8)>"\nquote = "</p><script>alert(3)</script>"\nquote_lang = "en\\" onclick=\\"alert(9)"\nsource = "2024/evil"\nlocator = "\\u202Eeve"\nnote = "</article></main>"\n' >claims/x/y/2024-10-31-eve.toml; git add . && git commit -qm "By hand"
  $ mkdir -p 'claims/x/<b>' && cp claims/x/y/claim.toml 'claims/x/<b>/' && git add . && git commit -qm "By hand"
  $ aver site ../pages
  error: claims/x/<b>/claim.toml: "x/<b>" has a character that no id may have: ids are a-z, 0-9, "-" and "/" [id/form]
  hint: aver help ids
  hint: 1 record of x/<b> is left out of this answer: aver check
  The site has 17 files; 17 written, 0 removed.
  Open it: ../pages/index.html
  $ grep -rlE --include='*.html' '<script|<img|<b onclick|href="javascript' ../pages
  [1]
  $ grep -o '&lt;/p&gt;&lt;script&gt;alert(3)[^<]*' ../pages/claims/x/y/index.html; grep -o '<bdi>[^<]*eve</bdi>' ../pages/claims/x/y/index.html | head -1
  &lt;/p&gt;&lt;script&gt;alert(3)&lt;/script&gt;”
  <bdi>\u{202E}eve</bdi>
  $ grep -L "default-src" $(find ../pages -name '*.html'); find ../pages -path '*claims*' -type f | sort
  ../pages/claims/x/y/index.html
  ../pages/claims/x/y/index.json
