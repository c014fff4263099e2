### The page of a person: how the profile came about, what to ask next, the questionnaire's row, filters.

## The filter

people-how-sure = How sure
people-certainty = { $word } { $count }
people-clear-certainty = Stop filtering by “{ $word }”
people-clear-all = Clear all

## The profile

profile-over-time = Over time
profile-word-short = { $certainty } { $letter }
kite-both = { $one } The dashed outline, for comparison: { $other }

## How it came about

history-empty = No history yet
history-empty-what = Each dated piece of evidence will be one step.
history-caption = Share after each piece of evidence
history-as-table = As a table
history-how = Point at a step, or use the arrow keys, to see what changed.
history-step = { $date }: { $text }
history-answers = { $count ->
    [one] { $count } answer to the questionnaire
   *[other] { $count } answers to the questionnaire
}
history-change = { $letter } { $before } → { $after }; the word stays { $word }.
history-change-turn = { $letter } { $before } → { $after }; now { $word }.
history-row-turn = { $word } · { $text }
history-turn = { $word } from { $date }
history-join = {", "}
history-summary = { $setting }: { $count ->
    [one] { $count } step
   *[other] { $count } steps
} from { $from } to { $to }. { $turns }. Now A { $a }, B { $b }, C { $c }, D { $d }.

## What to ask next

ask-next = Ask next
ask-next-tip = The question whose answer is expected to make the picture surest.
ask-next-listen = What to listen for
ask-next-close = Close
ask-next-another = Another question
ask-next-letters = {", "}
ask-next-apart = Tells apart { $letters }
ask-next-join = {" · "}
ask-next-worth-much = an answer would tell much
ask-next-worth-something = an answer would tell something
ask-next-worth-little = an answer would change little
ask-next-asked = asked before
ask-next-then = The picture would then be: { $word }
ask-next-heard = Heard this
ask-next-heard-name = Heard this: { $letter }
ask-next-heard-tip = Puts it into the evidence entry, for you to complete
ask-next-draft = An answer like { $letter } { $name }

## The questionnaire among the evidence

evidence-questionnaire-tip = 24 short choices, answered by them or by you about them
evidence-questionnaire-row = Questionnaire: { $done } of { $all } answered
evidence-questionnaire-unsure = { $count } don't know
evidence-questionnaire-open = Open the questionnaire
