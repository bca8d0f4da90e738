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
  lines: 82

No text of a store is markup; what a screen reader says is the same in words.

  $ grep -c '<script\|<b>\|<not>' ../a.svg; sed -n '2,3p' ../a.svg
  0
  <title>dorn/restrain: Calda &quot;restrains&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</title>
  <desc>Positions over time, from 2024-03-01 to 2024-12-31. calda deny, 2024-06-01: shift. calda announced, 2024-07~: first. uw/brindle silent, 2024-08-01: undecided.</desc>
  $ python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' ../a.svg

The same with both clocks (below), with a query, of one holder, of nothing, and before the first record.

  $ aver history restrain --on 2024-05-15 --as-known --format svg | grep -o '<text class="\(head\|who\|lab\|note\).*</text>'
  <text class="head" x="2%" y="24">Calda &quot;restrains&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</text>
  <text class="who" x="0" y="38">calda<tspan class="scale" dx="8">stance</tspan></text>
  <text class="lab w0 not-w1" x="0.00%" dx="7" y="76">○</text><text class="lab w1" x="0.00%" dx="7" y="76">○ silent</text>
  <text class="lab w0 not-w3" x="22.10%" dx="7" y="76">±</text><text class="lab w3" x="22.10%" dx="7" y="76">± qualified</text>
  <text class="lab w0" x="33.33%" dx="7" y="76">− deny</text>
  <text class="who" x="0" y="110"><tspan class="scale">progress</tspan></text>
  <text class="lab w0" x="33.33%" dx="7" y="148">announced ~</text>
  <text class="lab w0" x="66.30%" dx="7" y="148">◔ announced</text>
  <text class="who" x="0" y="182">uw/brindle</text>
  <text class="lab w2" x="33.33%" dx="7" y="220">~</text>
  <text class="lab w0 not-w3" x="36.59%" dx="7" y="220">~</text><text class="lab w3" x="36.59%" dx="7" y="220">deny or affirm ~</text>
  <text class="lab w0" x="55.43%" dx="7" y="220">○ silent</text>
  <text class="note" x="0" y="250">what was known of each day, up to HEAD (211c54a); the broken line is 2024-05-15</text>
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

Both clocks: the days of the world across, and below each other what was known of them, a band for each day on which that changed. A
rectangle is as tall as it was known, and a mark in each band is the day of the band; what was known only late begins to its left.

  $ at 2024-11-10
  $ aver add dorn/pilots "Calda sends pilots" >/dev/null && aver record pilots calda silent --held 2024-10-31 --searched briefings >/dev/null
  $ at 2024-11-20
  $ aver record pilots calda deny --held 2024-11-05 >/dev/null && aver record pilots uw/brindle affirm --held 2024-11 >/dev/null
  $ at 2024-12-01
  $ aver correct pilots/2024-11-05-calda affirm --reason "misheard" >/dev/null && aver retract pilots/2024-11-uw-brindle --reason "somebody else" >/dev/null
  $ aver history pilots --as-known --on 2024-11-07 --format svg >../known.svg; grep -o '<title>.*</title>\|<text class="\(head\|who\|axis day\|note\)[^/]*/text>' ../known.svg
  <title>What was known of each day, and when: dorn/pilots</title>
  <text class="head" x="2%" y="24">Calda sends pilots</text>
  <text class="who" x="0" y="38">calda</text>
  <title>calda silent from 2024-10-31, known from 2024-11-10 until 2024-11-19</title>
  <title>calda silent from 2024-10-31 until 2024-11-04, known from 2024-11-20</title>
  <title>calda deny from 2024-11-05, known from 2024-11-20 until 2024-11-30</title>
  <title>calda affirm from 2024-11-05, known from 2024-12-01</title>
  <text class="axis day" x="0" dx="7" y="59">2024-11-10</text>
  <text class="axis day" x="0" dx="7" y="99">2024-11-20</text>
  <text class="axis day" x="0" dx="7" y="139">2024-12-01</text>
  <title>uw/brindle affirm ~ from 2024-11-01 until 2024-11-29, known from 2024-11-20 until 2024-11-30</title>
  <title>uw/brindle affirm from 2024-11-30, known from 2024-11-20 until 2024-11-30</title>
  <text class="axis day" x="0" dx="7" y="211">2024-11-20</text>
  <text class="axis day" x="0" dx="7" y="251">2024-12-01</text>
  <text class="note" x="0" y="298">what was known of each day, up to HEAD (a069b03); the broken line is 2024-11-07</text>
  $ grep -o '<rect class="[a-z]* [a-z]*"[^/]*\|<line class="\(mark\|here\)"[^/]*' ../known.svg; grep '<desc>' ../known.svg; python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' ../known.svg
  <rect class="fill a" x="0.00%" width="100.00%" y="44" height="40"
  <rect class="fill a" x="0.00%" width="14.29%" y="84" height="80"
  <rect class="fill n" x="14.29%" width="85.71%" y="84" height="40"
  <rect class="fill p" x="14.29%" width="85.71%" y="124" height="40"
  <line class="mark" x1="28.57%" x2="28.57%" y1="77" y2="84"
  <line class="mark" x1="57.14%" x2="57.14%" y1="117" y2="124"
  <line class="mark" x1="88.57%" x2="88.57%" y1="157" y2="164"
  <rect class="open z" x="2.86%" width="82.86%" y="196" height="40"
  <rect class="fill p" x="85.71%" width="14.29%" y="196" height="40"
  <line class="mark" x1="57.14%" x2="57.14%" y1="229" y2="236"
  <line class="mark" x1="88.57%" x2="88.57%" y1="269" y2="276"
  <line class="here" x1="20.00%" x2="20.00%" y1="24" y2="276"
  <desc>Positions over time, from 2024-10-31 to 2024-12-04, below each other as they were known from day to day. Known last: calda silent from 2024-10-31 until 2024-11-04, known from 2024-11-20. calda affirm from 2024-11-05, known from 2024-12-01.</desc>
  $ for known in 2024-11-10 2024-11-19 2024-11-20 2024-12-01; do aver positions pilots --on 2024-11-07 --known-at $known --format csv | tail -n +2 | cut -d, -f1-5; done
  calda,silent
  calda,silent
  calda,deny
  uw/brindle,affirm|no record ~
  calda,affirm
  $ aver history uw/brindle --as-known --known-at 2024-11-20 --holder uw/brindle --format svg | grep -o '<text class="\(who\|axis day\|note\)[^/]*/text>'
  <text class="axis day" x="0" dx="7" y="59">2024-11-20</text>
  <text class="axis day" x="0" dx="7" y="131">2024-11-01</text>
  <text class="axis day" x="0" dx="7" y="203">2024-11-01</text>
  <text class="note" x="0" y="250">what was known of each day, up to 2024-11-20 (dd5c67d)</text>
  $ aver history pilots --as-known --known-at 2024-11-05 --format svg | grep -o '<desc>.*\|<text class="note.*'
  error: there is no record "pilots"
  hint: aver list
  [1]

Of many changes the last 40 are drawn, and the others counted.

  $ for day in $(seq 0 44); do at $(date -u -d "2025-01-01 $day days" +%F); aver record pilots calda $([ $((day % 2)) = 0 ] && echo deny || echo affirm) --held $(date -u -d "2024-12-31 $day days" +%F) >/dev/null; done
  $ aver history pilots --holder calda --as-known --format svg >../many.svg; grep -c '"axis day"' ../many.svg; grep -o '<text class="axis day".*/text>' ../many.svg | head -1; grep -o '<text class="note.*' ../many.svg
  40
  <text class="axis day" x="0" dx="7" y="59">2025-01-06</text>
  <text class="note" x="0" y="1666">what was known of each day, up to HEAD (4991abb); 8 earlier changes not drawn</text>

Other answers are no pictures.

  $ aver positions --format svg
  error: --format takes one of text, json, jsonl, csv, markdown, not "svg"
  hint: aver help positions
  [2]
