# Upkeep

  $ aver init facts >/dev/null && cd facts
  $ for i in 1 2 3 4 5 6; do aver actor add a$i "Actor $i" --kind person >/dev/null; done

What is there to do, and how the objects lie:

  $ aver maintain --dry-run | sed 's/[0-9.]* kB/SIZE/'
  refs     nothing to do  1 loose ref
  objects  to do          35 loose objects, 0 packs: git repack -d -l
                          --geometric=2
  history  to do          no commit-graph that says which commit changed which
                          path: git commit-graph write --reachable --changed-paths
                          --split
  
  now: 35 loose objects, 0 packs, SIZE

git does it. (What it says goes to the terminal.)

  $ aver maintain | sed 's/[0-9.]* kB/SIZE/'
  refs     nothing to do  1 loose ref
  objects  done           35 loose objects, 0 packs
  history  done           no commit-graph that says which commit changed which
                          path
  
  before: 35 loose objects, 0 packs, SIZE
  after:  0 loose objects, 1 pack, SIZE
  saved:  SIZE
  $ git count-objects
  0 objects, 0 kilobytes
  $ ls .git/objects/info/commit-graphs | sed 's/-[0-9a-f]*\./-ID./'
  commit-graph-chain
  graph-ID.graph
  $ git fsck --strict

Once more is next to nothing. No object is thrown away, not even one that nothing refers to:

  $ printf 'lost and found\n' | git hash-object -w --stdin
  0ac48975731d2dbbd180014541c289168151ab2f
  $ aver maintain | sed 's/[0-9.]* kB/SIZE/'
  refs     nothing to do  1 loose ref
  objects  done           1 loose object, 1 pack
  history  done           commit-graph is there, and takes in what is new
  
  before: 1 loose object, 1 pack, SIZE
  after:  0 loose objects, 2 packs, SIZE
  $ git cat-file blob 0ac4897
  lost and found
  $ git branch other && git branch third && aver maintain | sed 's/[0-9.]* kB/SIZE/'
  refs     done           3 loose refs
  objects  nothing to do  0 loose objects, 2 packs
  history  done           commit-graph is there, and takes in what is new
  
  before: 0 loose objects, 2 packs, SIZE
  after:  0 loose objects, 2 packs, SIZE
  $ cat .git/packed-refs | cut -c42-
  ted 
  refs/heads/main
  refs/heads/other
  refs/heads/third

It works without a work tree, and while others write:

  $ git clone -q --bare . ../facts.git && cd ../facts.git
  $ aver actor add a7 "Actor 7" --kind person >/dev/null && aver maintain | sed 's/[0-9.]* kB/SIZE/'
  refs     nothing to do  1 loose ref
  objects  done           4 loose objects, 2 packs
  history  done           commit-graph is there, and takes in what is new
  
  before: 4 loose objects, 2 packs, SIZE
  after:  0 loose objects, 3 packs, SIZE
  $ aver actor list | tail -1
  a7  person  Actor 7

Where git cannot, nothing is lost:

  $ rm -r objects/info && echo x >objects/info
  $ aver maintain 2>said || (grep '^error: git\|^caused\|^hint' said; exit 5)
  error: git's upkeep stopped; nothing is lost
  caused by: git commit-graph write --reachable --changed-paths --split
  hint: git fsck
  [5]
  $ aver actor list | tail -1
  a7  person  Actor 7
