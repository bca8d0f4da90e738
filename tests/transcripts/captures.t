# Captures of every usual kind

  $ aver init facts >/dev/null && cd facts
  $ capture() { aver source add 2024/"$1" "A capture" --published 2024-10-31 --capture "$1"; }

What is known by its bytes, and cannot be read, is refused by its name, whatever the file is called.

  $ printf '{\\rtf1\\ansi We go.}' >rtf.txt; capture rtf.txt
  error: the capture rtf.txt is a text in RTF, whose text cannot be taken out
  hint: save the document as plain text, HTML or PDF
  [2]
  $ printf '{"text": "We go."}' >data.txt; capture data.txt
  error: the capture data.txt is data in JSON, whose text cannot be taken out
  hint: save the text that you cite as plain text, or the page that shows it
  [2]
  $ printf '\211PNG\r\n\032\n\000\000' >page.html; capture page.html
  error: the capture page.html is a picture (PNG), whose text cannot be taken out
  hint: save the page or the document that it shows
  [2]
  $ printf 'PK\003\004\024\000\000\000\000\000[Content_Types].xml word/document.xml' >press.docx; capture press.docx
  error: the capture press.docx is a document (Word), whose text cannot be taken out
  hint: save the document as plain text, HTML or PDF
  [2]
  $ printf 'WARC/1.0\r\nWARC-Type: response\r\n\r\n' >saved.warc; capture saved.warc
  error: the capture saved.warc is a web archive (WARC), whose text cannot be taken out
  hint: save the page itself as HTML
  [2]
  $ printf '<?xml version="1.0"?><rss><channel/></rss>' >feed; capture feed
  error: the capture feed is an XML document that is no page, whose text cannot be taken out
  hint: save the text that you cite as plain text, or the page that shows it
  [2]

Captions are kept as times, voices and words alone, and as they came. A quote may run over cues; its locator is the time.

  $ cat >pact.vtt <<'END'
  > WEBVTT
  > Kind: captions
  > 
  > 00:01:02.500 --> 00:01:04.000 align:start
  > <v Ann Ode>We never <i>accept</i>
  > 
  > 00:01:04.000 --> 00:01:06.000
  > <v Ann Ode>the pressure of others. We act on it.
  > <v Kem Lu>Nor do we.
  > END
  $ aver source add 2024/pact "Press conference" --published 2024-10-31 --capture pact.vtt
  added source 2024/pact: Press conference, with its text of 166 bytes, and the
    file it was taken out of
    fede226 on main; undo: aver undo fede226
  $ ls sources/2024; cat sources/2024/pact.vtt
  pact.orig.vtt
  pact.toml
  pact.vtt
  WEBVTT
  
  00:01:02.500 --> 00:01:04.000
  <v Ann Ode>We never accept
  
  00:01:04.000 --> 00:01:06.000
  <v Ann Ode>the pressure of others. We act on it.
  <v Kem Lu>Nor do we.
  $ aver actor add ann-ode "Ann Ode" >/dev/null; aver actor add kem-lu "Kem Lu" >/dev/null; aver add dorn/pressure "Nobody accepts pressure" >/dev/null
  $ aver record dorn/pressure ann-ode affirm --source pact --quote "We never accept the pressure of others"
  held 2024-10-31, when 2024/pact was published (another day: --held)
  recorded ann-ode affirm on dorn/pressure, held 2024-10-31: the first record of
    ann-ode here
    quote typography, 00:01:02 of 2024/pact
    506e6d4 on main; undo: aver undo 506e6d4
  $ aver quotes pact
  2024/pact
  Press conference
  
    00:01:02  "We never accept the pressure of others."
              ann-ode  recorded: dorn/pressure/2024-10-31-ann-ode
    00:01:04  "We act on it."
              ann-ode
    00:01:04  "Nor do we."
              kem-lu
  
  3 quotations, 1 recorded
  $ aver record dorn/pressure ann-ode deny --source pact --quote "We never accept ... Nor do we" --held 2024-11-01
  warning: the quote leads over a paragraph, or from one speaker's words into another's: it leaves out "the pressure of others. We act on it" [quote/far]
  recorded ann-ode deny on dorn/pressure, held 2024-11-01: reversal, was affirm
    since 2024-10-31
    quote elided, 00:01:02 of 2024/pact, without "the pressure of others. We act
    on it"
    81e8637 on main; undo: aver undo 81e8637
  $ aver record dorn/pressure kem-lu deny --source pact --quote "Nor do we" --locator 00:02:00
  warning: the quote is said at 00:01:04, not at 00:02:00 [quote/locator]
  held 2024-10-31, when 2024/pact was published (another day: --held)
  recorded kem-lu deny on dorn/pressure, held 2024-10-31: the first record of
    kem-lu here
    quote verbatim, 00:01:04 of 2024/pact
    e50e914 on main; undo: aver undo e50e914
  $ aver record dorn/pressure ann-ode deny --source pact --quote "Nor do they"
  error: the quote differs from the words in the saved text of 2024/pact: Nor do [-they-] {+we+} ([-the quote-] {+its source+})
  hint: give the words as they stand, or: --unverified
  [2]
  $ printf '1\n00:00:01,000 --> 00:00:02,000\nwe never\n\n2\n00:00:02,000 --> 00:00:03,000\nwe never\naccept\n\n3\n00:00:03,000 --> 00:00:04,000\naccept\nit\n' >live.srt; aver source add 2024/live "Live" --published 2024-10-31 --capture live.srt; cat sources/2024/live.vtt; ls sources/2024 | grep live
  warning: the captions roll: 2 lines shown once more left out
  added source 2024/live: Live, with its text of 119 bytes, and the file it was
    taken out of
    eb14e68 on main; undo: aver undo eb14e68
  WEBVTT
  
  00:00:01.000 --> 00:00:02.000
  we never
  
  00:00:02.000 --> 00:00:03.000
  accept
  
  00:00:03.000 --> 00:00:04.000
  it
  live.srt
  live.toml
  live.vtt
  $ printf '00:00:05,000 --> 00:00:06,000\nA\n\n00:00:01,000 --> 00:00:02,000\nB\n' >back.srt; aver source add 2024/back "Back" --capture back.srt
  error: the captions back.srt cannot be read: the cue at 00:00:01.000 stands below one at 00:00:05.000
  [2]
  $ printf '00:00:01,000 --> 00:00:02,000\n\n' >mute.srt; aver source add 2024/mute "Mute" --capture mute.srt
  error: the capture mute.srt has no text in it
  [2]

Of a mail the text is kept below its subject, sender and date; of a page saved as one file (MHTML) the page. Whatever transfer encoding and charset they were sent in.

  $ cat >press.eml <<'END'
  > From: =?utf-8?Q?Ann_Od=C3=A9?= <ann@example.org>
  > To: press@example.org
  > Date: Thu, 31 Oct 2024 10:00:00 +0100
  > Subject: On the
  >  delivery
  > MIME-Version: 1.0
  > Content-Type: multipart/mixed; boundary="b1"
  > 
  > --b1
  > Content-Type: multipart/alternative; boundary="b2"
  > 
  > --b2
  > Content-Type: text/plain
  > 
  > See the page.
  > --b2
  > Content-Type: text/html; charset=windows-1252
  > Content-Transfer-Encoding: quoted-printable
  > 
  > <p>We don=92t <b>know</b> what the office will =
  > do.</p>
  > --b2--
  > --b1
  > Content-Type: image/png
  > Content-Transfer-Encoding: base64
  > 
  > iVBORw0KGgo=
  > --b1--
  > END
  $ aver source add 2024/mail "A press mail" --published 2024-10-31 --capture press.eml
  warning: left out of the mail's text: 1 file in it
  the capture says, and the record does not: --author "Ann Odé"
  added source 2024/mail: A press mail, with its text of 138 bytes, and the file
    it was taken out of
    c4d8f5c on main; undo: aver undo c4d8f5c
  $ cat sources/2024/mail.txt; ls sources/2024 | grep mail
  Subject: On the delivery
  From: Ann Odé <ann@example.org>
  Date: Thu, 31 Oct 2024 10:00:00 +0100
  
  We don’t know what the office will do.
  mail.eml
  mail.toml
  mail.txt
  $ aver record dorn/pressure ann-ode deny --source 2024/mail --quote "We don’t know what the office will do" --held 2024-10-30
  recorded ann-ode deny on dorn/pressure, held 2024-10-30: the first record of
    ann-ode here (2 later stances stand)
    quote verbatim, para 2 of 2024/mail
    1a511b3 on main; undo: aver undo 1a511b3
  $ printf 'From: <Saved by Blink>\nSnapshot-Content-Location: https://wire.example/a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPHA+V2UgZG9u4oCZdCBrbm93Lg==\n--b\nContent-Type: image/png\n\nx\n' >saved.mhtml; aver source add 2024/saved "Saved" --published 2024-10-31 --capture saved.mhtml; cat sources/2024/saved.txt; ls sources/2024 | grep saved
  warning: the saved page ends in the middle: its last boundary is missing
  warning: the page ends in the middle: it has no </html>
  the capture says, and the record does not: --url https://wire.example/a
  added source 2024/saved: Saved, with its text of 17 bytes, and the file it was
    taken out of
    e150969 on main; undo: aver undo e150969
  We don’t know.
  saved.mhtml
  saved.toml
  saved.txt
  $ printf 'Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n' >secret.eml; aver source add 2024/secret "Secret" --published 2024-10-31 --capture secret.eml
  error: the mail secret.eml cannot be read: it is encrypted
  hint: save its text as plain text
  [2]
  $ printf 'Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=x-none\n\nd\351j\340 vu\n' >odd.eml; aver source add 2024/odd "Odd" --published 2024-10-31 --capture odd.eml; cat sources/2024/odd.txt
  warning: the charset "x-none" is unknown, and read as windows-1252
  added source 2024/odd: Odd, with its text of 22 bytes, and the file it was taken
    out of
    0c95da4 on main; undo: aver undo 0c95da4
  Subject: x
  
  déjà vu

What a mail says of its sender is offered as one word, whatever is in it.

  $ printf 'From: "Ann $(touch ran)" <a@wire.example>\nTo: x@desk.example\nDate: Thu, 31 Oct 2024 10:00:00 +0100\nSubject: x\n\nWe do not know.\n' >shell.eml; aver source add 2024/shell "Shell" --capture shell.eml
  the capture says, and the record does not: --author 'Ann $(touch ran)' --published 2024-10-31
  added source 2024/shell: Shell, with its text of 108 bytes, and the file it was
    taken out of
    060156e on main; undo: aver undo 060156e

In a PDF a hyphen at a line end may be the word's own: it is kept, and a quote may have it or not. (This pdftotext does as the real one.)

  $ mkdir -p $HOME/bin; PATH=$HOME/bin:$PATH; printf '#!/bin/sh\ncat >/dev/null\ncase "$*" in *-raw*) printf "The non-\\nproliferation pact\\n";; *) echo "The nonproliferation pact";; esac\n' >$HOME/bin/pdftotext; chmod +x $HOME/bin/pdftotext
  $ printf '%%PDF-1.4' >pact.pdf; aver source add 2024/pdf "A PDF" --published 2024-10-31 --capture pact.pdf >/dev/null; cat sources/2024/pdf.txt
  The non-
  proliferation pact
  $ aver record dorn/pressure kem-lu affirm --source 2024/pdf --quote "The non-proliferation pact" --held 2024-10-30
  recorded kem-lu affirm on dorn/pressure, held 2024-10-30: the first record of
    kem-lu here (1 later stance stands)
    quote typography, para 1 of 2024/pdf
    31a1aeb on main; undo: aver undo 31a1aeb

A quote that leads from one speaker's words into another's is told, though it leaves nothing out; the numbers of cues are no words.

  $ aver record dorn/pressure ann-ode deny --source pact --quote "We act on it. Nor do we" --held 2024-10-29
  warning: the quote leads from one speaker's words into another's [quote/far]
  recorded ann-ode deny on dorn/pressure, held 2024-10-29: the first record of
    ann-ode here (3 later stances stand)
    quote typography, 00:01:04 of 2024/pact
    8cb1d9c on main; undo: aver undo 8cb1d9c
  $ aver check | grep far
  claims/dorn/pressure/2024-10-29-ann-ode.toml:5:9: warning: the quote leads from one speaker's words into another's [quote/far]
  claims/dorn/pressure/2024-11-01-ann-ode.toml:5:9: warning: the quote leads over a paragraph, or from one speaker's words into another's: it leaves out "the pressure of others. We act on it" [quote/far]
  $ printf '1\n00:00:01,000 --> 00:00:02,000\nWe met\n2\n00:00:02,000 --> 00:00:03,000\nin 2024.\n' >tight.srt; aver source add 2024/tight "Tight" --published 2024-10-31 --capture tight.srt >/dev/null; cat sources/2024/tight.vtt
  WEBVTT
  
  00:00:01.000 --> 00:00:02.000
  We met
  
  00:00:02.000 --> 00:00:03.000
  in 2024.

A mail in a mail stands below its own head, and so does what follows it. A quote does not lead out of one unseen.

  $ printf "From: ann@wire.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary*=us-ascii''b%%201\n\n--b 1\n\nRead this.\n--b 1\nContent-Type: message/rfc822\n\nFrom: kem@desk.example\nDate: Thu, 31 Oct 2024 10:00:00 +0100\nSubject: Pressure\n\nWe never accept it.\n--b 1\nContent-Type: text/plain; format=flowed; delsp=yes\n\nNor do we ac \ncept.\n--b 1--\n" >inner.eml; aver source add 2024/inner "Inner" --published 2024-10-31 --capture inner.eml >/dev/null; cat sources/2024/inner.txt
  the capture says, and the record does not: --author ann@wire.example
  Subject: Fwd
  From: ann@wire.example
  
  Read this.
  
  Subject: Pressure
  From: kem@desk.example
  Date: Thu, 31 Oct 2024 10:00:00 +0100
  
  We never accept it.
  
  Subject: Fwd
  From: ann@wire.example
  
  Nor do we accept.
  $ aver record dorn/pressure kem-lu affirm --source 2024/inner --quote "We never accept it. Subject: Fwd From: ann@wire.example Nor do we accept" --held 2024-10-28
  warning: the quote leads from one speaker's words into another's [quote/far]
  recorded kem-lu affirm on dorn/pressure, held 2024-10-28: the first record of
    kem-lu here (2 later stances stand)
    quote typography, para 4 of 2024/inner
    2f40101 on main; undo: aver undo 2f40101

Of a mail whose page shows nothing, the plain text is kept; damage of a mail, and bytes of zero in it, are told.

  $ printf 'From: ann@wire.example\nTo: x@desk.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nWe do not know.\n--b\nContent-Type: text/html\n\n<p>&nbsp;</p>\n--b--\n' >empty.eml; aver source add 2024/empty "Empty" --published 2024-10-31 --capture empty.eml >/dev/null; cat sources/2024/empty.txt
  the capture says, and the record does not: --author ann@wire.example
  From: ann@wire.example
  
  We do not know.
  $ printf 'Subject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nV2UgZG8=\nIG5vdA==\n' >torn.eml; aver source add 2024/torn "Torn" --published 2024-10-31 --capture torn.eml
  warning: the mail is damaged: where it is in base64, words may be missing or wrong
  added source 2024/torn: Torn, with its text of 18 bytes, and the file it was
    taken out of
    93dce26 on main; undo: aver undo 93dce26
  $ printf 'Subject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\nWe do =00not =A accept.\n' >zero.eml; aver source add 2024/zero "Zero" --published 2024-10-31 --capture zero.eml; cat sources/2024/zero.txt
  warning: the mail is damaged: where it is in quoted-printable, words may be missing or wrong
  warning: left out of the text: 1 byte of zero
  added source 2024/zero: Zero, with its text of 33 bytes, and the file it was
    taken out of
    fabbd0b on main; undo: aver undo fabbd0b
  Subject: x
  
  We do not =A accept.

A scan is asked for its text once.

  $ printf '#!/bin/sh\ncat >/dev/null\necho asked >>$HOME/asked\n' >$HOME/bin/pdftotext; printf '%%PDF-1.4' >scan.pdf; aver source add 2024/scan "A scan" --published 2024-10-31 --capture scan.pdf
  error: the capture scan.pdf has no text in it
  hint: it may be a scan: have its text recognised first
  [2]
  $ cat $HOME/asked
  asked
