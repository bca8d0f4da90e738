# CSV that a spreadsheet opens runs nothing

A cell that begins as a formula has a ' before it in all CSV that people look at.

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state >/dev/null
  $ aver add t/f "=1+1 is so" >/dev/null
  $ aver record t/f borland affirm --held 2024-03-01 --quote '@SUM(A1) "so"' --summary "+1, it said" >/dev/null
  warning: the quote names no source to check it against [evidence/source]
  $ aver list --format csv
  claim,text,kind,tags,holder,scale,certain,position,held,since_earliest,since_latest,condition
  t/f,'=1+1 is so,,,borland,stance,yes,affirm,2024-03-01,2024-03-01,2024-03-01,
  $ aver positions t/f --format csv
  holder,t/f
  borland,affirm
  $ aver history t/f --format csv
  claim,holder,scale,when,when_earliest,when_latest,certain,position,change,quote,summary,source,locator,speaker,via,mode,stance,evidence,translation,condition,until,through,quote_lang,rating,credibility,likelihood,searched,unverified,review_by,corrects,note,first_recorded
  t/f,borland,stance,2024-03-01,2024-03-01,2024-03-01,yes,affirm,first,"'@SUM(A1) ""so""","'+1, it said",,,,,direct,t/f/2024-03-01-borland,,,,,,,,,,,,,,,
  $ aver search so --format csv
  kind,id,path,title,passage
  claim,t/f,claims/t/f/claim.toml,'=1+1 is so,
  stance,t/f/2024-03-01-borland,claims/t/f/2024-03-01-borland.toml,,"'+1, it said @SUM(A1) ""so"""
  $ git commit -q --allow-empty -m "-2+3" && aver log -n 1 --format csv
  commit,time,author,email,subject
  dfbccacce9222a26cf444dd0ad1634e3fd15657f,2024-11-01 09:00,Ada Fields,ada@example.org,'-2+3
  $ aver blame t/f --format csv
  record,key,value,commit,time,author,source,approved_by
  claims/t/f/claim.toml,text,'=1+1 is so,be87837b0a5acad2645e850844b7c69f5b34478d,2024-11-01 09:00,Ada Fields,,
  claims/t/f/2024-03-01-borland.toml,holder,borland,7ac9b819eff2c2d3f938e90134f0d7936d633301,2024-11-01 09:00,Ada Fields,,
  claims/t/f/2024-03-01-borland.toml,position,affirm,7ac9b819eff2c2d3f938e90134f0d7936d633301,2024-11-01 09:00,Ada Fields,,
  claims/t/f/2024-03-01-borland.toml,held,2024-03-01,7ac9b819eff2c2d3f938e90134f0d7936d633301,2024-11-01 09:00,Ada Fields,,
  claims/t/f/2024-03-01-borland.toml,mode,direct,7ac9b819eff2c2d3f938e90134f0d7936d633301,2024-11-01 09:00,Ada Fields,,
  claims/t/f/2024-03-01-borland.toml,summary,"'+1, it said",7ac9b819eff2c2d3f938e90134f0d7936d633301,2024-11-01 09:00,Ada Fields,,
  claims/t/f/2024-03-01-borland.toml,quote,"'@SUM(A1) ""so""",7ac9b819eff2c2d3f938e90134f0d7936d633301,2024-11-01 09:00,Ada Fields,,

Programs that read the cells want them as they are.

  $ aver list --format csv --guard off
  claim,text,kind,tags,holder,scale,certain,position,held,since_earliest,since_latest,condition
  t/f,=1+1 is so,,,borland,stance,yes,affirm,2024-03-01,2024-03-01,2024-03-01,

An export is exact, unless it is for people.

  $ aver export csv | cut -d, -f 1-3 | tail -1
  t/f,=1+1 is so,
  $ aver export csv | grep -o 'is so,.*@SUM(A1) ""so""'
  is so,,,t/f/2024-03-01-borland,borland,Borland,affirm,stance,2024-03-01,2024-03-01,2024-03-01,yes,in-force,,,direct,,,"+1, it said","@SUM(A1) ""so""
  $ aver export csv --guard on | grep -o "'=1+1 is so"
  '=1+1 is so
  $ aver export csv --guard on | grep -o "'@SUM(A1)"
  '@SUM(A1)

The other formats run nowhere: the word would be without effect, and is refused.

  $ aver list --guard on
  error: --guard goes with --format csv
  hint: aver help list
  [2]
  $ aver list --format jsonl --guard off
  error: --guard goes with --format csv
  hint: aver help list
  [2]
  $ aver export jsonl --guard on
  error: --guard goes with FORMAT csv
  hint: aver help export
  [2]
  $ aver list --format csv --guard maybe
  error: --guard takes one of on, off, not "maybe"
  hint: aver help list
  [2]
  $ aver show t/f --guard on
  error: there is no option --guard for "aver show"
  hint: aver help show
  [2]
