### The questionnaire: about me or about a counterpart, on the screen and on paper.

command-questionnaire = Questionnaire
command-questionnaire-tip = 24 situations about this person, or about yourself

questionnaire-title = Questionnaire
questionnaire-of = Questionnaire about { $name }
questionnaire-card = 24 situations
questionnaire-progress = { $done } of { $all } answered
questionnaire-item = Situation { $number } of { $all }
questionnaire-dont-know = Don't know
questionnaire-answer = { $stem } { $choice }
questionnaire-keys = Keys: 1, 2 or 0 answers and goes on. ← and → go back and on without an answer, Backspace goes back.
questionnaire-back = Back
questionnaire-forward = Next
questionnaire-skip = Leave open
questionnaire-take-back = Take all answers back
questionnaire-taken-back = All answers taken back.
questionnaire-older = These answers come from a shorter questionnaire, where each counted for more. With your next answer they count like all the others.
questionnaire-source = Questionnaire, situation { $number }

## The row of numbers

questionnaire-jump = Situation { $number }: { $state }
questionnaire-item-open = open
questionnaire-item-answered = answered
questionnaire-item-unsure = don't know
questionnaire-sign-unsure = ?

## Who answers

questionnaire-who = Who answers
respondent-person = They answer
respondent-observer = I answer about them
questionnaire-counts-person = Their own answers count in full ({ $percent }).
questionnaire-counts-observer = What you answer about them counts { $percent } of what their own answers would: you see only a part of them.
questionnaire-recount-person = { $count ->
    [one] One answer is your guess about them.
   *[other] The { $count } answers are your guesses about them.
} Count them as their own from now on, in full?
questionnaire-recount-observer = { $count ->
    [one] One answer is their own.
   *[other] The { $count } answers are their own.
} Count them as your guesses about them from now on?
questionnaire-recount-do = Count them so

## What came of it

questionnaire-result-mine = All answered. How I think:
questionnaire-result = All answered. { $name }:
questionnaire-rests = { $known ->
    [one] { $known } answer makes up
   *[other] { $known } answers make up
} { $percent } of the evidence behind it. { $unsure ->
    [0] None was “don't know”.
    [one] One was “don't know” and adds nothing.
   *[other] { $unsure } were “don't know” and add nothing.
}
questionnaire-unknown = That is still too little to name a type. What you hear and see in the next talks will tell more.
questionnaire-honest = A guess at preferences, not a test. Not for hiring, judging or paying people.
questionnaire-look-over = Look over the answers
questionnaire-pressure-too = Answer for “under pressure” too
questionnaire-change = { $number }. { $text } (change)

## About a counterpart

questionnaire-about = How to go about it
questionnaire-about-ask = Best: they answer, and both of you talk about it. Take theirs as it is.
questionnaire-about-paper = No screen at hand: print it, and enter the sheet later.
questionnaire-about-open = Not finished? It goes on at the first open situation.
questionnaire-about-seen = Answer only what you have seen or heard yourself.
questionnaire-about-unsure = “Don't know” is a good answer: it adds nothing, and nothing wrong.
questionnaire-about-quote = One quote from a talk counts as much as sixteen answers here. Collect those first.

## Paper

questionnaire-print = Print
questionnaire-print-tip = Two pages, one in each language; saved with your documents and opened
questionnaire-file-name = Questionnaire
questionnaire-printed = Opened for printing. The page is kept at { $path }
questionnaire-not-opened = No program opened the page. Open it in a browser to print it: { $path }
questionnaire-enter = Enter from paper
questionnaire-enter-title = Enter a sheet of paper
questionnaire-enter-how = Type a, b or 0 (don't know); 1 and 2 do as well. Each goes on to the next box, Space leaves one open, Backspace goes back, Enter saves all.
questionnaire-enter-line = Or the whole sheet in one line
questionnaire-enter-line-hint = 1a 2b 3- … or abba0…
questionnaire-enter-do = { $count ->
    [one] Save { $count } answer
   *[other] Save { $count } answers
}
questionnaire-enter-rest = What is left empty stays as it is. One undo takes back the whole sheet.
questionnaire-entered = The sheet is saved.
questionnaire-fault-separator = {" "}
questionnaire-fault-sign = “{ $sign }” is no answer: type a, b or 0.
questionnaire-fault-item = There is no situation { $number }, only 1 to { $all }.
questionnaire-fault-twice = Situation { $number } is answered more than once.
questionnaire-fault-no-answer = Situation { $number } has no answer behind it.
questionnaire-fault-no-number = “{ $sign }” has no number before it.
questionnaire-fault-too-many = These are { $count } answers, for { $all } situations.

questionnaire-paper-title = How I think: { $count } situations
questionnaire-paper-title-other = How they think: { $count } situations
questionnaire-paper-name = Name
questionnaire-paper-about = About
questionnaire-paper-by = Filled in by
questionnaire-paper-date = Date
questionnaire-paper-how = Cross one box in each: the answer that is more like you. There is no better one. If you cannot say, cross “Don't know”.
questionnaire-paper-how-other = Cross what you have seen this person do or say. What you have not seen is “Don't know”.
questionnaire-paper-note = This gives a guess at preferences, not a test result: it measures no ability and fixes nobody. It is not for hiring, judging or paying people.
questionnaire-paper-enter = To enter it: Questionnaire, “Enter from paper”, then type a, b or 0 for each number.
