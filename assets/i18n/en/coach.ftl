### The pitch coach: what is found in the text, what to add, versions, outline and talking notes.

coach-title = Coach
coach-view = View
coach-write = Write
coach-outline = Outline
coach-notes = Talking notes
coach-versions = Versions
coach-versions-count = Versions ({ $count })
coach-part = Coach
coach-suggestions = Suggestions
coach-wording = Wording
coach-look = Text
coach-marked = Marked
coach-plain = Plain

## The text

coach-passages-of = { $count ->
    [0] { $name }: no passage found
    [one] { $name }: { $count } passage found, click to see it
   *[other] { $name }: { $count } passages found, click to see them
}
coach-irritators-found = { $count ->
    [one] { $count } word that irritates
   *[other] { $count } words that irritate
}
coach-show-all = Show all
coach-reading = Reading the text…
coach-start = No words yet? Start from a suggestion
coach-irritates = “{ $words }” irritates
coach-instead = Instead
coach-because = Because of: { $words }
coach-more-questions = { $count ->
    [one] and { $count } more question
   *[other] and { $count } more questions
}

## Beside each question

coach-times = { $count }×
coach-show-passage = Show in the text: { $question }
coach-accept-tip = The app suggests this from the passages. Click to make it your answer.
coach-accept-spoken = { $question } Accept { $answer }
coach-denied = You said no, but there are passages.
coach-gone = Ticked, but nothing found
coach-gone-tip = Nothing in the text bears on this question any more. If it is there all the same, leave the answer and note where.
coach-more-passages = { $count ->
    [one] and { $count } more passage
   *[other] and { $count } more passages
}

## Suggestions

coach-suggest-lines = Suggest lines
coach-for-weakest = To reach { $name }, add one of these
coach-others = Others
coach-insert = Insert
coach-insert-tip = Puts the sentence in at the cursor, or at the end, and selects its first blank.
coach-example = Example: { $text }

## Wording

coach-nothing-title = Nothing to show yet
coach-nothing-written = Write or paste what you are going to say. The app then underlines what it finds, counts and suggests.
coach-sentences = { $count ->
    [one] { $count } sentence; it has { $longest }.
   *[other] { $count } sentences; the longest has { $longest }.
}
coach-none-long = No sentence is too long for the ear.
coach-long = { $count ->
    [one] { $count } sentence is too long for the ear: cut it in two
   *[other] { $count } sentences are too long for the ear: cut them in two
}
coach-long-one = { $size }: { $text }
coach-blanks = { $count ->
    [one] { $count } blank still to fill in
   *[other] { $count } blanks still to fill in
}
coach-no-irritators = No words that are known to irritate.
coach-irritator = { $count ->
    [one] “{ $words }”
   *[other] “{ $words }”, { $count } times
}
coach-more-irritators = { $count ->
    [one] and { $count } more phrase
   *[other] and { $count } more phrases
}
coach-show-place = Show in the text: { $text }

## Versions

coach-keep = Keep this version
coach-kept = This version is kept
coach-keep-tip = Keeps the text and its answers, to compare with or to come back to.
coach-versions-none = No version kept yet
coach-versions-none-text = Keep the pitch before you change it much. You can then compare the two, or go back.
coach-version-name = Name of the version { $version }
coach-version-name-hint = Name, if you like
coach-version-use = Use this one
coach-version-use-tip = Makes this text and its answers the present ones. The present version is kept first.
coach-version-compare = Compare
coach-version-remove = Remove
coach-version-do = { $do }: { $version }
coach-covers = covers { $percent }
coach-present = Present version
coach-changes = What changed
coach-words = Words
coach-unanswered = no answer
coach-same-answers = All answers are the same.
coach-same-words = The words are the same.
coach-changes-cut = Only the first part of the changes is shown.

## Outline and notes

coach-outline-count = { $count ->
    [one] { $count } sentence
   *[other] { $count } sentences
}
coach-outline-empty = Nothing in the text speaks to this side yet.
coach-missing = Missing
coach-outline-rest = { $count ->
    [0] Every sentence bears on some question.
    [one] { $count } of { $all } sentences bears on no question.
   *[other] { $count } of { $all } sentences bear on no question.
}
coach-copy = Copy as text
coach-print = Print
coach-copied = Copied
coach-notes-caption = the key phrases, in the order in which you present them
coach-notes-none = Nothing was found in the text that would make a key phrase. See the suggestions beside the text.
