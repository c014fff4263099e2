# What was heard: the suggestion, quick entry, pasting, the review after a meeting.

## The suggestion
heard-suggests = suggests { $letter } { $name }
heard-colon = :
heard-comma = ,
heard-cue = “{ $word }”
heard-sure-clear = a clear sign
heard-sure-likely = likely
heard-sure-weak = a weak sign
heard-ordinary = Ordinary talk: suggests nothing.
heard-long = Go through it passage by passage
heard-take = Take it
heard-taken = Marked
heard-take-name = Take the suggestion: { $what }
heard-taken-name = Suggestion taken: { $what }

## Quick entry
command-heard = Note what you heard
command-heard-tip = From any page: who, the words, what they suggest
heard-title = What did you hear?
heard-who = Who
heard-who-hint = Name, title or company
heard-who-add = Add “{ $name }” as a new counterpart
heard-who-new = “{ $name }” will be added as a new counterpart.
heard-who-similar = similar name
heard-at-this-table = At this table:
heard-words = Their words, or what you saw
heard-words-hint = “We do that as usual, by the checklist.”
heard-keys = { $first } to 4: letter · 5 to 9: kind · 0: under pressure
heard-asks = Mark the suggested letter? Enter once more saves without one.
heard-save = Save
heard-save-tip = Enter saves too
heard-save-next = Save, then the next
heard-bring-back = Bring back “{ $words }…”
heard-not = not
heard-saved = Noted about { $name }: { $letters }.
heard-saved-note = Noted about { $name }, without a letter.
heard-known = The same words are there already, from { $date }.
heard-missing-words = Write down what you heard or saw.
heard-missing-who = Choose who it was: pick a name from the list, or add the new one.
heard-from-palette = Note what you heard: “{ $words }”
heard-from-palette-empty = Note what you heard
heard-from-palette-tip = With these words; then choose who and the letter

## Pasting an e-mail or notes
command-paste-text = Paste an e-mail or notes
command-paste-text-tip = The app finds what is telling; you accept it passage by passage
paste-short = Paste e-mail
paste-title = Paste an e-mail or notes
paste-what = What they wrote, or what you noted about them
paste-text = Text of the e-mail or the notes
paste-hint = Paste the whole e-mail. Headers, quoted replies and signatures are left out by themselves.
paste-other-first = A text about somebody else is waiting here. Finish or discard it, then come back to yours.
paste-not-there = The record of this person is not loaded. Go back to the text to choose somebody else.
paste-size = { $kilobytes } KB
paste-cut = Longer than { $most } KB: the last { $kilobytes } KB are not here. Paste them afterwards.
paste-read = Read it
paste-reading = Reading …
paste-reading-of = Reading: { $done } of { $all } paragraphs
paste-stop = Stop
paste-back = Back to the text
paste-discard = Discard
paste-discard-tip = Forgets this text; nothing is added
paste-passage-of = Passage { $number } of { $count }
paste-known = already noted
paste-skipped = skipped
paste-accept = Accept as { $letter }
paste-accept-as = Accept as { $letter } { $name }
paste-other = or as
paste-skip = Skip
paste-previous = Previous
paste-keys = Enter: accept · A to D, or 1 to 4: as that letter · S: skip · Backspace: previous
paste-done = All passages gone through
paste-done-what = Look over the list at the right, then add it.
paste-nothing = Nothing in it suggests a way of thinking
paste-nothing-what = { $count ->
    [one] One sentence of ordinary talk was read.
   *[other] { $count } sentences of ordinary talk were read.
  } You can go through them all the same: tick the box at the right.
paste-accepted = Accepted: { $count }
paste-go-to = { $letter }: { $words }
paste-drop = Take out: { $words }
paste-for-all = For all of it
paste-source-hint = e.g. e-mail of 3 June
paste-ordinary = Also what suggests nothing ({ $count })
paste-left-out = Also what was left out: { $headers } header, { $quoted } quoted, { $signature } signature lines
paste-add = { $count ->
    [0] Nothing accepted yet
   *[other] Add { $count } to { $name }
  }
paste-added = { $count ->
    [one] One observation added to { $name }.
   *[other] { $count } observations added to { $name }.
  }

## The review after a meeting
review-title = What did you notice?
review-setting = How they were
review-saw = Saw it
review-opposite = The opposite
review-not = Not noticed
review-open = not answered yet
review-dot = Sign { $number }: { $answer }
review-key = Key { $number }
review-take-back = Added; once more takes it back
review-previous = Previous sign
review-evidence-saw = { $sign } Yes.
review-evidence-opposite = { $sign } On the contrary.
review-done = Done: { $saw } seen, { $opposite } the opposite, { $not } not noticed.
review-next-person = Next person
review-next-tip = Enter does the same
review-look-again = Look again
review-line = Something else you noticed
review-line-hint = Something else? One line and Enter
review-take-out = Take out: { $words }
quotes-add-suggested = Evidence for { $letter } { $name }, suggested by “{ $words }”
