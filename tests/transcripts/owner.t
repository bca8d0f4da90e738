# A repository of somebody else's, which git itself refuses

Only root can play this.

  $ aver init facts >/dev/null
  $ chown -R 12345 facts
  $ aver -C facts list
  error: the repository at $DIR/facts is somebody else's
  caused by: fatal: detected dubious ownership in repository at '$DIR/facts'
  hint: if you trust it: git config --global --add safe.directory $DIR/facts
  [7]
  $ git config --global --add safe.directory "$PWD/facts"
  $ aver -C facts list
  No claim yet.
