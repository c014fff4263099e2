### Statistics over all negotiations, honest about small numbers.

command-statistics = Statistics
command-statistics-tip = What your meetings came to, and how well you foresaw it

statistics-title = Statistics
statistics-title-with = Statistics: { $name }
statistics-choose = With whom?
statistics-everybody = Everybody
statistics-underway = Counting…
statistics-empty-title = Nothing to count yet
statistics-empty-with = Nothing to count with { $name } yet
statistics-empty-text = End a meeting, note a tactic or test a claim, and it is counted here.
statistics-to-negotiations = Go to the negotiations

statistics-between = Between { $low } and { $high }, if things go on like this.
statistics-about = About { $share }, if things go on like this.
statistics-too-few = Too few to say more.
statistics-too-few-to-compare = Too few to see a direction.
statistics-of = { $hits } of { $of }

statistics-verdicts = What meetings came to
statistics-meetings = { $count ->
    [one] one meeting
   *[other] { $count } meetings
}
statistics-moved = { $hits } of { $of } meetings moved forward.
statistics-promises = Promises of the buyers
statistics-promises-none = None has been kept or broken yet.
statistics-promises-kept = { $hits } of { $of } were kept.

statistics-claims = Hot potatoes
statistics-claims-caption = what the tests showed
statistics-claims-none = No claims caught yet. “No budget”, “board decides”: catch them at the table and test them.
statistics-claims-of = Of { $tested } tested { $positions ->
    [one] 1 was a position
   *[other] { $positions } were positions
}{ $untested ->
    [0] {""}
   *[other] ; { $untested } untested
}
statistics-claims-untested = { $untested } untested
statistics-claim-bluff = A position
statistics-claim-real = A real limit
statistics-claim-unknown = Still unclear
statistics-claim-untested = Untested

statistics-deals = What deals were worth to you
statistics-deals-count = { $count ->
    [one] one deal
   *[other] { $count } deals
}
statistics-deals-none = No deal measured yet. After a meeting, enter what was agreed: with target and walk-away of each topic in the plan it gets a value here.
statistics-deals-mean = { $mean } of 100 on average.
statistics-deals-halves = Earlier half { $earlier }, later half { $later }.
statistics-deals-scale-last = The last { $count } in order of time. 0 is every issue at your walk-away, 100 every issue at your target.
statistics-deals-scale = In order of time. 0 is every issue at your walk-away, 100 every issue at your target.

statistics-expected = Expected and came
statistics-expected-count = { $count ->
    [one] one prediction
   *[other] { $count } predictions
}
statistics-expected-none = No predictions yet. Before a meeting, write into the plan what it will come to and how sure you are; afterwards this shows how well you foresee.
statistics-axis-sure = Said sure
statistics-axis-came = Came true
statistics-axis-even = as sure as right
statistics-came-true = { $hits } of { $of } predictions came true.
statistics-too-sure = You said { $sure } sure on average: rather too sure.
statistics-too-cautious = You said { $sure } sure on average: you know more than you trust yourself to.
statistics-sure-fits = You said { $sure } sure on average, which fits.
statistics-score-close = Score { $score }, very close. 0 is perfect; always saying “50% sure” scores 0.25.
statistics-score-better = Score { $score }, better than guessing. 0 is perfect; always saying “50% sure” scores 0.25.
statistics-score-worse = Score { $score }, no better than guessing. 0 is perfect; always saying “50% sure” scores 0.25.
statistics-score-over-time = Earlier half { $before }, latest { $count } predictions { $after }. Lower is better.
statistics-ranges = { $hits } of { $of } price ranges held the price; it should be 4 of 5.
statistics-ranges-narrow = Your ranges are too narrow.
statistics-ranges-wide = Your ranges are wider than they need be.
statistics-ranges-fit = As far as that can be seen, it fits.

statistics-tactics = Tactics
statistics-tactics-caption = a click opens the card
statistics-tactics-none = No tactics noted yet. At the table, one click notes one; after the meeting, say what came of it.
statistics-head-tactic = Tactic
statistics-head-seen = Seen
statistics-head-used = Used
statistics-head-worked = Worked
statistics-head-backfired = Backfired
statistics-head-on-me = Worked on me
statistics-sort-by = Sort by: { $column }
statistics-worked-share = Mine worked { $hits } of { $of } times, where it is known.
statistics-on-me-share = Theirs worked on me { $hits } of { $of } times, where it is known.
