### The plan of a negotiation: issues, weights, zone of agreement, alternatives, team, prediction.

plan-list-comma = {", "}
plan-gives = What I can give that costs me little
plan-gives-hint = A reference visit, training for two people
plan-length = Minutes
plan-length-problem = Write 90 or 1.5 h

## The table of issues

issues-title = Issues
issues-caption = what counts is each weight’s share of the sum
issues-caption-alone = the price alone is enough to begin with
issues-add = Add issue
issues-often = Often on the table
issues-other = Something else
issues-none = Is anything else on the table? With a second issue you can trade instead of haggling. One click adds it:
issues-add-idea = Add issue: { $name }
issues-open = { $name }: show details
issues-close = { $name }: hide details
issues-open-tip = Details: value curve, name, order. Alt with an arrow key moves the issue.
issues-price-unit = { $currency } { $unit }
issues-my-weight = My weight
issues-my-weight-tip = How much this issue matters to you, 0 to 100. The share of the sum is what counts.
issues-their-weight = Their weight
issues-their-weight-tip = Your guess of how much it matters to them.
issues-target = Target
issues-target-tip = What that side would be glad to get.
issues-my-target = My target
issues-my-target-tip = What you would be glad to get.
issues-their-target = Theirs
issues-their-target-tip = Your guess of what they would be glad to get.
issues-limit = Walk-away
issues-limit-tip = Worse than this, no deal.
issues-slack = Off by
issues-slack-tip = How far your guess of their walk-away may be off, to either side.
issues-cell = { $name }: { $part }
issues-part-my-weight = my weight
issues-part-my-target = my target
issues-part-my-limit = my walk-away
issues-part-their-weight = their weight
issues-part-their-target = their target
issues-part-their-limit = their walk-away
issues-part-slack = how far their walk-away may be off
issues-choose = choose
issues-no-limit = No walk-away
issues-problem-number = { $cell }: “{ $text }” is not a number yet. Write 30, 99.5 or 1.2k.
issues-problem-money = { $cell }: “{ $text }” is not an amount yet. Write 1340 or 1.2k.
issues-problem-date = { $cell }: “{ $text }” is not a date yet. Write 15 Jun or +30.
issues-problem-weight = { $cell }: “{ $text }” is not a weight. Write a number from 0 to 100.
issues-problem-slack = { $cell }: “{ $text }” is not a distance. Write a number such as 5.

issue-kind-number-tip = days, months, pieces, percent
issue-kind-money-tip = an amount besides the price
issue-kind-date-tip = delivery, start, end
issue-kind-choice-tip = a few named possibilities

issue-idea-payment = Payment
issue-idea-unit-payment = days after invoice
issue-idea-delivery = Delivery date
issue-idea-term = Term
issue-idea-unit-term = months
issue-idea-service = Service response
issue-idea-unit-service = hours
issue-idea-volume = Volume
issue-idea-unit-volume = pieces a year
issue-idea-warranty = Warranty
issue-idea-unit-warranty = months of warranty

## Details of an issue

issue-name = Name of the issue
issue-name-hint = Payment, start date, training
issue-unit = Unit
issue-unit-hint = days, months, pieces
issue-currency = Currency of the amount
issue-kind-label = Kind
issue-remove = Remove { $name }
issue-removed = { $name } is off the list.
issue-up = Move { $name } up
issue-down = Move { $name } down
issue-points = { $count ->
    [one] { $number } point
   *[other] { $number } points
}
issue-means-each-us = Each step of { $step } costs you { $points }; from target to walk-away it is { $all } of 100.
issue-means-each-them = For them, by your guess, { $step } make { $points }; all the way it is { $all }.
issue-means-threshold-us = Only { $target } or better counts: it is worth { $all } of 100 to you. Short of it, nothing.
issue-means-threshold-them = By your guess only { $target } or better counts for them: { $all } of 100.
issue-means-steepest-us = You lose most between { $from } and { $to }: { $points }. The whole issue is { $all } of 100.
issue-means-steepest-them = By your guess they lose most between { $from } and { $to }: { $points } of { $number }.
issue-means-between-us = “{ $best }” instead of “{ $worst }” is worth { $points } of 100 to you.
issue-means-between-them = By your guess “{ $best }” instead of “{ $worst }” is worth { $points } to them.
issue-means-missing = With your target and walk-away, this says what a step costs you.
issue-means-missing-theirs = With a guess of their target and walk-away, it also says what a step is worth to them.
issue-means-missing-choice = Say what each entry is worth to you, and guess what it is worth to them: then you see what to trade.
issue-give = Worth more to them than to you: give here, and get something for it.
issue-ask = Worth more to you than to them: ask for it.

curve-label-us = What a value is worth to me
curve-label-them = What it is worth to them, as I guess
curve-picture = Picture of the worth between walk-away and target: { $curve }
curve-empty = needs target and walk-away
curve-is-worth = is worth
curve-point-value = Point { $number }: value
curve-point-worth = Point { $number }: worth, 0 to 100
curve-point-remove = Remove point { $number }
curve-point-add = Add a point
curve-point-add-tip = In the middle of the widest gap

choice-name = Name
choice-mine = To me
choice-points = In the deal
choice-theirs = To them
choice-limit = Walk-away
choice-make-limit = Set walk-away
choice-remove = remove
choice-cell = { $name }: { $part }
choice-problem = A number from 0 to 100
choice-add = Add an entry and press Enter
choice-few = { $count ->
    [0] Name what could be agreed, for example “8 hours”, “4 hours”. The best is worth 100 to you, the worst 0.
   *[other] A second entry makes it a choice.
}

## Weights by comparing pairs

weigh-how = Hard to put in numbers? Compare two at a time:
weigh-start-us = Find my weights
weigh-start-them = Guess theirs
weigh-title-us = My weights, two issues at a time
weigh-title-them = My guess of their weights, two issues at a time
weigh-leave = Leave it for now; answers are kept
weigh-progress = { $number } of { $all }
weigh-question-us = Which matters more to you, over its whole range: { $first } or { $second }?
weigh-question-them = Which matters more to them, as you guess: { $first } or { $second }?
weigh-answer = { $number } · { $words }
weigh-answer-much-more = { $first }, much more
weigh-answer-more = { $first }, more
weigh-answer-same = About the same
weigh-answer-less = { $second }, more
weigh-answer-much-less = { $second }, much more
weigh-back = One back
weigh-enough = Enough, show the result
weigh-enough-tip = Every issue must have met another one first.
weigh-keys = Keys 1 to 5 answer.
weigh-all = All pairs compared
weigh-left = { $count ->
    [one] { $count } pair left out
   *[other] { $count } pairs left out
}
weigh-weight = { $name }: { $weight }
weigh-was = was { $weight }
weigh-odd = “{ $first } or { $second }” does not fit your other answers.
weigh-odd-again = Answer it again
weigh-circle = These answers contradict each other in a circle. Any one of them may be the wrong one:
weigh-circle-again = { $first } or { $second } again
weigh-take = Take these weights
weigh-go-on = Compare the rest
weigh-again = Start again

## Zone of possible agreement

zone-title = Zone of agreement
zone-as-table = Show as a table
zone-as-chart = Show as a chart
zone-us = Us:
zone-them = Them:
zone-label = { $low } to { $high }
zone-offer = our offer { $offer }
zone-between = Both can live with { $low } to { $high }.
zone-sure = {" "}Even if your guess is off: { $low } to { $high }.
zone-unsure = {" "}If your guess is off, there may be no room.
zone-apart-one = Walk-aways are { $by } apart: no room on this issue by itself.
zone-apart-perhaps = Walk-aways are { $by } apart, but your guess may be off by as much. Ask.
zone-same-way = Both want it the same way: nothing to fight about.
zone-no-span = Target and walk-away of one side are the same, so it is not clear which way it wants to go.
zone-missing-parts = Still missing: { $parts }.
zone-choice-unknown = Say what each entry is worth to you and to them, and you see which ones both could take.
zone-choice-none = No entry suits both, by your guess.
zone-choice-some = { $count ->
    [one] { $count } entry that both could take.
   *[other] { $count } entries that both could take.
}
zone-choice = { $name }: worth { $me } to us, { $them } to them
zone-by = { $name } ({ $by })
zone-overall-all = There is room for a deal on every issue.
zone-overall-apart = Not on every issue: what is missing on one must come from another.
zone-overall-part = Room so far; the rest is not known yet.
zone-overall-unknown = Guess their targets and walk-aways to see if there is room.
zone-met = Room: { $topics }
zone-apart = Apart: { $topics }
zone-same = Same way: { $topics }
zone-missing = Not known yet: { $topics }
zone-deals = See the deals

## If there is no deal

batna-title = If there is no deal
batna-caption = the best alternative of each side decides who can walk away
batna-theirs = They will, as far as I know
batna-theirs-hint = Keep their present supplier for another year
batna-worth-us = Worth to me, 0–100
batna-worth-them = To them, my guess
batna-worth-problem = A number from 0 to 100
batna-how-us = 0: as bad as every issue at your walk-away. 100: as good as every issue at your target.
batna-how-them = The same scale, seen from their side. Ask what they do if this fails.
batna-means-us = A deal worth less than { $worth } to you is worse than none.
batna-means-them = By your guess they leave anything below { $worth }.
batna-term = { $name } { $value }
batna-equals = As good as: { $terms }

## Our side

team-title = Our team
team-add = Add
team-nobody = Going alone? Then you speak, count and write. With two, one speaks and the other listens.
team-name = Name of somebody on our side
team-name-hint = Name
team-role-of = { $name }: { $role }
team-note = What they look after
team-note-hint = When to speak, when to be silent
team-remove = Take { $name } off the team
team-removed = { $name } is off the team.
team-does-lead = Opens, asks, makes offers. Nobody else names a number.
team-does-numbers = Works out every offer before it is answered.
team-does-scribe = Writes offers and promises word for word.
team-does-observer = Watches faces, tone and tactics, calls a break.
team-does-expert = Answers on the subject when asked, never on the price.

## Prediction

predict-title = What I expect
predict-why = Written before the start and scored after it: that is how you learn how far to trust your feeling.
predict-no-meeting = Plan a meeting, and you can write down what you expect of it.
predict-verdict = It will end as
predict-sure = How sure, in %
predict-sure-problem = 25 to 100. With four endings 25 is no idea.
predict-sure-means = Of ten such meetings about { $count } would end as “{ $outcome }”.
predict-sure-none = No idea: each of the four is as likely.
predict-sure-all = You would be astonished at any other end.
predict-range = The final price: I would bet four to one that it lies
predict-low = From
predict-high = To
predict-range-how = Wide enough that you would be wrong once in five times, no wider.
predict-range-is = Four to one that the price ends between { $low } and { $high }.
predict-closed = Written before the start only; scored with the outcome.
predict-closed-none = Nothing was written before this meeting began. Next time it takes ten seconds.
predict-closed-verdict = { $outcome }, { $sure }% sure

## Readiness

ready-written = In this plan
ready-tick = Tick off yourself
ready-done = { $part }: written
ready-open = { $part }: still to do
ready-goal = Goal
ready-limits = Targets and walk-aways
ready-theirs = Their walk-aways
ready-weights = My weights
ready-their-weights = Their weights
ready-alternatives = Both alternatives
ready-questions = Questions
ready-gives = What to give
