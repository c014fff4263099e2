### Several people side by side, and advice for a pair.

# The moments for which there is advice.
moment-open = Open
moment-argue = Argue
moment-objection = Objection
moment-concede = Concede
moment-close = Close
moment-follow-up = Follow up
moment-pressure = Under pressure

## A sentence to be said

say-aloud = Say, with your own facts
say-copy = Copy: { $text }
say-copied = Copied: { $text }
say-copy-tip = Copy this sentence

## Which pair we are

pair-likeliest = Most likely you { $me } and they { $them }: { $percent }
pair-close = Too close to call:
pair-option = { $me } → { $them } { $percent }
pair-option-spoken = Advice for you { $me } and them { $them }, { $percent } likely

## The page of several people

together-empty = Nobody to compare yet
together-empty-what = Choose two or more people in the list, then “Side by side”. Two are compared in detail, more are shown on a map.
together-choose = Choose people
together-find-person = Find a person
together-no-more-people = Everybody you know is here already.
together-add = Add person
together-with-me = With me
together-title = { $count ->
    [one] { $count } person
   *[other] { $count } people together
}
together-title-two = { $one } and { $other }
together-table = Everybody at the table
together-remove = Take { $name } off this page
together-open = Open the page of { $name }
together-and = {", "}
together-and-more = { $names } and { $count } more
together-nobody = nobody

## Two people

together-relation-with-me = With me: { $relation } ({ $percent })
together-relation-with-me-unknown = With me: not known yet
together-differences = What differs
together-row-apart = { $letter }: { $one } and { $other }, the ranges lie apart
together-row-overlap = { $letter }: { $one } and { $other }, the ranges overlap
together-more = { $more } is more { $letter } { $name } than { $less }.
together-no-difference = The ranges overlap everywhere: so far they could be alike. One more observation of each tells more.
together-sentence-space = {" "}
together-relation = How they get on
together-relation-unknown = Of one of them too little is known. Write down one thing they said.
together-gains-same = They understand each other at once: convince one, and the other follows easily.
together-gains-compatible = They back one another: what one begins, the other completes.
together-gains-contrasting = Together they see more than either alone; what passes both is sound.
together-gains-cross = They complete each other: what one overlooks, the other sees.
together-risks-same = They may vie with each other, or close ranks against you.
together-risks-compatible = They believe that they agree when they do not. Have it said aloud what was agreed.
together-risks-contrasting = Their styles rub. Do not let yourself be drawn onto one side.
together-risks-cross = They talk past each other. Say the main point twice, once in the terms of each.
together-for-me = How you two get on
together-how-to-respond = How to respond, step by step
together-both = How to speak to both at once
together-wants = What { $name } wants from you
together-both-unknown = Of { $name } nothing is known yet. Ask one open question before you present.
together-both-level = Of { $name } no quadrant leads yet.
together-both-safe = Until then, serve all four in the order A, D, B, C: the figure, the picture, the steps, the people. Watch when each of them looks up.
together-both-safe-say = First the result in one figure, then the whole on one page, then the steps, then who it helps. Stop me where you want more.

together-both-AA = Both want the sum and its source. Put one sheet on the table, the conclusion first, and let each check it alone; where their figures differ, ask which input, not who is right.
together-both-say-AA = Here is one sheet for you both: the result on top, what goes into it below. Which input would each of you change?
together-both-BB = Both want order and proof that it has worked before. Send the agenda ahead and take it point by point; two careful people also need a day by which they decide.
together-both-say-BB = You both have the agenda. We take the points in order, and after each I ask you both: settled or open?
together-both-CC = Both want to know what it does to people. Begin with those who will work with it, let both speak, then name the point that is still to be decided, or the warmth will stand in for an agreement.
together-both-say-CC = Before we come to terms: who on your teams will feel this first, and what would help them?
together-both-DD = Both like an idea and build it higher together. Enjoy that for ten minutes, then draw the line: the first step, who takes it, by when.
together-both-say-DD = I like where this is going. So that it happens: which one piece do we start with, and who begins next week?
together-both-AB = Both want facts in order: one asks whether it is true, the other whether it is safe. Give the result with its source, then the steps with dates; keep the picture of the future short.
together-both-say-AB = First the result and where the figure comes from. Then the steps, each with a date and a name. Stop me wherever one is missing.
together-both-AC = One hears figures, the other hears people. Tie each figure to somebody who feels it, and turn to them in turn; two minutes meant for the other are as much as either will sit through.
together-both-say-AC = This is what it saves, and these are the people whose evenings it gives back. Shall I begin with the sum, or with what the team said?
together-both-AD = Both think in concepts, but one tests what the other invents. Draw the whole on one page, then give the two numbers that carry it; ask one for an addition and the other for an objection, and take both as help.
together-both-say-AD = Here is the whole on one page, and these are the two numbers on which it stands. What would you add, and what would you test?
together-both-BC = Both look after what is there: one the rules, the other the people. Begin with what stays and who has been asked, then take the change step by step; no talk of revolution.
together-both-say-BC = First what stays as it is, and who has been asked already. Then the change, one step at a time, with somebody to turn to at each.
together-both-BD = One wants the proven way, the other a new one. State the goal in a sentence, then offer a trial that risks nothing: small, with an end date and a way back.
together-both-say-BD = The goal is new, the way there is careful: a trial in one place, with an end date and a way back. What must be certain for you, and what should become possible for you?
together-both-CD = Both are open to people and to new things; nobody watches figures and steps. Tell what becomes possible and for whom, then bring the paper that neither asks for: cost, day, next step.
together-both-say-CD = Picture the first day with it: who notices, and what can they do then? And so that it comes true: here are the cost, the day and the first step.

## Many people

together-map = Team map
together-map-caption = each person with the 80% range
together-map-caption-crowd = point at somebody to see the 80% range
together-map-legend = Filled: clear. Ringed: likely. Dashed: leaning, level or unknown. A line leads to the true place where people stand close.
together-map-spoken = Team map of { $count ->
    [one] { $count } person
   *[other] { $count } people
}. A leads in { $a }, B in { $b }, C in { $c }, D in { $d }; of { $open } no quadrant is known.
together-profile = The group
together-by-influence = weighted by what each has to say
together-all-alike = all count alike
together-level = No clear lead: { $count }
together-me-dashed = Dashed: me
together-unknown = Nothing known yet of { $names }
together-absent = Nobody leads in { $letters }: speak for it yourself.
together-counted = { $count } { $word }
together-matrix = Who gets on with whom
together-cell = { $one } and { $other }: { $relation } ({ $percent })
together-cell-unknown = { $one } and { $other }: not known yet
together-matrix-row = { $name }: easy with { $easy }; most care with { $hard }
together-people = People
together-people-caption = a click opens the person
together-to-me = { $relation } to me

## Whom to win first, and who needs which side of the pitch

influence-title = Say in the decision
influence-of = { $name }: { $word }
together-order = Whom to win first
together-order-caption = and who needs which side of the pitch
together-order-rule = The order weighs three things: their say, how easily you two get on, how well you know them. It tells where to begin, not who matters most.
together-order-no-me = Your own profile is not known yet, so how you get on does not count.
together-ranked = { $place }. { $name }: { $reason }
together-ease-same = same quadrant as you: easy
together-ease-compatible = compatible with you: fairly easy
together-ease-contrasting = contrasting to you: takes care
together-ease-cross = cross to you: takes most care
together-sure-unknown = not known yet: find out first
together-sure-level = no clear lead yet
together-sure-clear = clearly { $letter }
together-sure-likely = likely { $letter }
together-sure-leaning = perhaps { $letter }
together-ahead-influence = before { $name }: more say
together-ahead-ease = before { $name }: easier for you
together-ahead-certainty = before { $name }: better known
together-level-with = level with { $name }
together-cover-not-walked = not checked
together-cover-missing = missing
together-cover-thin = thin
together-cover-covered = covered
together-need = { $letter } { $cover }
together-side = { $letter } { $name }: { $cover } in the pitch, for { $names }
together-win-first = Win { $name } first
together-see-all = See all together
