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
