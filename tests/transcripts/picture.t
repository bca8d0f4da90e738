# Time lines as a picture: history --format svg

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda "Calda <b>&" --kind state >/dev/null && aver actor add uw/brindle Brindle >/dev/null
  $ aver add dorn/restrain "Calda \"restrains\" <script>alert(1)</script> & more" >/dev/null
  $ aver record restrain calda silent --held 2024-03-01 --through 2024-04-01 --searched briefings >/dev/null
  $ aver record restrain calda deny --held 2024-06-01 >/dev/null
  $ aver record restrain calda affirm --held 2024-05-01 >/dev/null
  $ aver correct 2024-05-01-calda qualified --condition "if it rains" --reason "the <not> was left out" >/dev/null
  $ aver record restrain calda announced --held 2024-07~ >/dev/null
  $ aver record restrain uw/brindle affirm --held 2024-06 >/dev/null
  $ aver record restrain uw/brindle deny --held 2024-06-10 >/dev/null
  $ aver record restrain uw/brindle silent --held 2024-08-01 --through 2024-08-15 --searched letters >/dev/null

A row a holder and scale. A fill is held, dots are past the last look; what was never looked at again was seen on its own day.
A vague day has a soft edge, and what is not certain is outlined. What was set aside has a line of its own.

  $ aver history restrain --on 2024-12-31 --format svg >../a.svg; grep -o '<text class="\(head\|who\|lab\|note\).*</text>' ../a.svg
  <text class="head" x="2%" y="24">Calda &quot;restrains&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</text>
  <text class="who" x="0" y="38">calda<tspan class="scale" dx="8">stance</tspan></text>
  <text class="lab w0 not-w1" x="0.00%" dx="7" y="60">○</text><text class="lab w1" x="0.00%" dx="7" y="60">○ silent</text>
  <text class="lab w0 not-w4" x="19.93%" dx="7" y="60">±</text><text class="lab w4" x="19.93%" dx="7" y="60">± qualified</text>
  <text class="lab w0" x="30.07%" dx="7" y="60">− deny</text>
  <text class="note" x="19.93%" dx="15" y="82">(affirm) corrected by 2024-05-01-calda-2: the &lt;not&gt; was left out</text>
  <text class="who" x="0" y="112"><tspan class="scale">progress</tspan></text>
  <text class="lab w0" x="30.07%" dx="7" y="134">◔ announced</text>
  <text class="who" x="0" y="168">uw/brindle</text>
  <text class="lab w0 not-w2" x="30.07%" dx="7" y="190">~</text><text class="lab w2" x="30.07%" dx="7" y="190">deny or affirm ~</text>
  <text class="lab w0" x="50.00%" dx="7" y="190">○ silent</text>
  <text class="note" x="0" y="220">held on 2024-12-31, as known at HEAD (211c54a of 2024-11-01 09:00)</text>
  $ grep -o '<rect class="[a-z]* [a-z]*"' ../a.svg; grep -c . ../a.svg | sed 's/.*/lines: &/'
  <rect class="fill a"
  <rect class="fill z"
  <rect class="fill n"
  <rect class="dots n"
  <rect class="dots p"
  <rect class="dots p"
  <rect class="soft z"
  <rect class="open z"
  <rect class="fill a"
  <rect class="dots a"
  lines: 80

No text of a store is markup; what a screen reader says is the same in words.

  $ grep -c '<script\|<b>\|<not>' ../a.svg; sed -n '2,3p' ../a.svg
  0
  <title>dorn/restrain: Calda &quot;restrains&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</title>
  <desc>Positions over time, from 2024-03-01 to 2024-12-31. calda deny, 2024-06-01: shift. calda announced, 2024-07~: first. uw/brindle silent, 2024-08-01: undecided.</desc>
  $ python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' ../a.svg

The other clock, too; the same with a query, of one holder, of nothing, and before the first record.

  $ aver history restrain --on 2024-05-15 --as-known --format svg | grep -o '<text class="\(head\|who\|lab\|note\).*</text>'
  <text class="head" x="2%" y="24">Calda &quot;restrains&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</text>
  <text class="who" x="0" y="38">calda</text>
  <text class="lab w0" x="0.00%" dx="7" y="60">± qualified</text>
  <text class="note" x="0" y="90">what was believed about 2024-05-15, up to HEAD (211c54a)</text>
  $ aver history holder:brindle --format svg | grep -o '<text class="\(head\|who\).*</text>'
  <text class="head" x="2%" y="24">holder:brindle</text>
  <text class="who" x="0" y="38">uw/brindle · dorn/restrain</text>
  $ aver history calda position:deny --on 2024-12-31 --format svg | grep -o '<text class="\(head\|who\).*</text>'
  <text class="head" x="2%" y="24">Calda &lt;b&gt;&amp;</text>
  <text class="who" x="0" y="38">dorn/restrain<tspan class="scale" dx="8">stance</tspan></text>
  $ aver history restrain --on 2020-01-01 --format svg | grep -o '<desc>.*</desc>\|<text.*</text>'
  <desc>No record.</desc>
  <text class="head" x="2%" y="24">Calda &quot;restrains&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</text>
  <text class="note" x="0" y="34">no record; held on 2020-01-01, as known at HEAD (211c54a of 2024-11-01 09:00)</text>
  $ aver history restrain --without holder:calda --on 2024-12-31 --format svg | grep -o '<text class="\(who\|note\).*</text>'
  <text class="who" x="0" y="38">calda</text>
  <text class="note" x="0.00%" dx="15" y="82">(silent) falls without holder:calda</text>
  <text class="note" x="19.93%" dx="15" y="100">(affirm) corrected by 2024-05-01-calda-2: the &lt;not&gt; was left out</text>
  <text class="note" x="19.93%" dx="15" y="118">(qualified) falls without holder:calda</text>
  <text class="note" x="30.07%" dx="15" y="136">(deny) falls without holder:calda</text>
  <text class="note" x="0" dx="0" y="154">1 more set aside</text>
  <text class="who" x="0" y="184">uw/brindle</text>
  <text class="note" x="0" y="236">held on 2024-12-31, as known at HEAD (211c54a of 2024-11-01 09:00); without holder:calda: 4 records fall, 1 that they had corrected stays aside</text>

What may have begun on any day before has no edge, and reaches back to where the picture begins. Of what is vague nobody knows on which day
it was seen: where nobody looked later, dots grow out of nothing.

  $ aver add dorn/tolls "Calda takes tolls" >/dev/null
  $ aver record tolls calda affirm --held "[..2024-03-01]" >/dev/null
  $ aver record tolls calda deny --held 2024-08-01 >/dev/null
  $ aver record tolls uw/brindle affirm --held 2023~ >/dev/null
  $ aver history tolls --on 2024-12-31 --format svg | grep -o '<text class="who.*\|<rect class="[a-z]* [a-z]*" x.*\|<line class="edge[^>]*' | sed 's/ y[1=].*height="24"//; s/ y1=.*//; s/<line class="base.*//'
  <text class="who" x="0" y="38">calda</text><line class="rail" x1="0" x2="100%"
  <rect class="soft p" x="0.00%" width="75.16%"/>
  <rect class="fill n" x="87.58%" width="0.08%"/><line class="edge n" x1="87.58%" x2="87.58%"
  <text class="who" x="0" y="94">uw/brindle</text><line class="rail" x1="0" x2="100%"
  <rect class="dots p" x="11.04%" width="88.88%"/><text class="lab w0" x="11.04%" dx="7" y="116">+ affirm</text></g>

Other answers are no pictures.

  $ aver positions --format svg
  error: --format takes one of text, json, jsonl, csv, markdown, not "svg"
  hint: aver help positions
  [2]
