### What a deal could be: picture, balanced deals, packages, swaps, doubt, concessions.

negotiation-tab-deals = Deals

command-deals = What a deal could be
command-deals-tip = Balanced deals, packages and swaps of this negotiation

deals-comma = {", "}
deals-arrow = {" → "}
deals-to-plan = Go to the plan

## What is missing or taken for granted

deals-nothing-title = Nothing to weigh yet
deals-nothing-text = Write a target and a walk-away in the plan, for the price and at best two or three other issues. Still missing: { $topics }.
deals-left-out = Not counted, as your target or walk-away is missing: { $topics }
deals-no-points = Not counted, as no entry of the list has points: { $topics }
deals-wrong-way = Not counted, as your target is worse for you than your walk-away: { $topics }
deals-too-many = Not counted, as there are more issues than can be combined: { $topics }
deals-thinned = Too many values to combine them all, so only some are counted: { $topics }
deals-mirrored = What you did not write about them here is assumed to be the opposite of yours: { $topics }
deals-apart = As far as you know, no value suits both: { $topics }

## The picture

deals-picture = What a deal could be
deals-caption = { $deals } possible deals, { $feasible } better for both than no deal
deals-caption-about = { $deals } possible deals, about { $feasible } better for both than no deal; too many to look at all, so the line is close but not exact
deals-count-large = { $lead } × 10^{ $power }
deals-as-table = As a table
deals-guess = What it is worth to them is your guess.
deals-legend-cloud = possible
deals-legend-line = unbeaten
deals-legend-both = both gain
deals-working = Working it out anew …
deals-working-odds = Trying out wrong guesses …
deals-first = Working out the possible deals …
deals-too-large = The plan has more issues or options than can be worked out. Leave out the lightest issues, or write fewer choices.
deals-failed = The possible deals could not be worked out. Check weights and values in the plan.
deals-no-choice = Only one deal is left that both could accept. Widen a target or a walk-away in the plan, or add an issue.
deals-none = No deal is better for both than walking away.
deals-none-what = Add an issue that matters to them and costs you little, or look again at what the alternatives are really worth.
deals-axis-us = Value to us, 0 to 100
deals-axis-them = Value to them, your guess
deals-floor-us = Our alternative { $points }
deals-floor-them = Their alternative { $points } (guess)
deals-our-offer = Our last offer
deals-their-offer = Their last offer
deals-unbeaten = On the line
deals-packages-short = Packages
deals-worth = us { $me }, them { $them }
deals-told = { $name } ({ $worth }): { $terms }
deals-term = { $name } { $value }
deals-no-better = No deal is better for both than those on the line. Point at a mark, or walk with the arrow keys, to see its terms.
deals-summary = Value to us against value to them, which is a guess. { $caption }. The line runs from { $best } to { $worst }. { $marks }
deals-way-us = From our last offer to “{ $goal }”: { $they }, { $we }.
deals-way-them = From their last offer to “{ $goal }”: { $we }, { $they }.
deals-way-open = { $name }: { $count ->
    [one] one issue is still open, so it is a range.
   *[other] { $count } issues are still open, so it is a range.
}
deals-they-gain = they gain { $points }
deals-they-lose = they give up { $points }
deals-they-same = they stay the same
deals-we-gain = we gain { $points }
deals-we-lose = we give up { $points }
deals-we-same = we stay the same
deals-table-deal = Deal
deals-table-terms = Terms

## Balanced deals

deals-balanced = Balanced deals
deals-balanced-which = What is fair
deals-balance-nash = Balanced
deals-balance-equal-shares = Equal shares
deals-balance-equal-gain = Equal gain
deals-balance-most-in-all = Most in all
deals-fair-nash = Fair because neither side could ask for more without the other losing a larger part of its gain (Nash).
deals-fair-equal-shares = Fair because both get the same share of the best they could hope for (Kalai-Smorodinsky).
deals-fair-equal-gain = Fair because the side that gains less over its alternative gains as much as it can.
deals-fair-most-in-all = The most value in all, however it is split. Fair only if the side that gets less is made up for it.
deals-same = The same deal as: { $names }

## Packages

deals-packages = { $count ->
    [0] Packages
    [one] One package
    [2] Two equal packages
    [3] Three equal packages
    [4] Four equal packages
   *[other] { $count } equal packages
}
deals-packages-worth = each worth { $points } to us
deals-packages-none = No two packages differ enough at this level. Try another one, or add an issue.
deals-packages-fewer = Only { $count } differ enough at this level.
deals-package-name = { $issue } first
deals-count = How many
deals-level = Worth to me, 0 to 100
deals-level-hint = { $points }, like the balanced deal
deals-level-problem = A whole number from 0 to 100
deals-them-guess = Them (guess)
deals-copy-all = Copy all
deals-copy-all-tip = As text to read out or send: names and terms, nothing of what they are worth
deals-keep = Keep these in the plan
deals-kept-already = Kept in the plan
deals-kept = Kept
deals-copy-kept = Copy
deals-kept-name = Name of the package
deals-kept-remove = Remove the package { $name }
deals-unnamed = Package
deals-say-intro = { $count ->
    [one] Here is what we could do:
    [2] We could do it in two ways; you choose:
    [3] We could do it in three ways; you choose:
   *[other] We could do it in { $count } ways; you choose:
}
deals-say-line = { $number }. { $name }: { $terms }

## Swaps

deals-swaps = Swaps
deals-swaps-from-offer = from our last offer
deals-swaps-from-balanced = from the balanced deal, as nothing is offered yet
deals-swaps-filled = Not offered yet, so taken from the balanced deal: { $topics }
deals-swaps-moved = Our offer is outside what could suit both, so counted at the nearest value: { $topics }
deals-swaps-trades = Trade: both better off, if your guess is right
deals-swaps-no-trade = No trade over two issues helps one side without costing the other.
deals-swaps-give = Give: worth more to them than it costs us
deals-swaps-no-give = Nothing on its own is worth more to them than it costs us.
deals-swaps-ask = Ask for: worth more to us than it costs them
deals-swaps-better = Better for both all at once
deals-swaps-unbeaten = No deal is better for both than this one.
deals-if-right = All of this holds if your guess of what they want is right.
deals-change = { $name } { $from } → { $to }
deals-trade = Give { $give }; ask for { $ask }
deals-change-us = us { $points }
deals-change-them = them { $points }

## What if the guess is off

deals-doubt = What if my guess is off?
deals-doubt-name = How far off
deals-doubt-by = ±{ $percent }%
deals-doubt-what = Each of their weights may be up to { $percent }% higher or lower than you think.
deals-doubt-none = What they get out of the balanced deal hardly hangs on your guess of their weights.
deals-doubt-most = Your guess of how much { $issue } matters to them counts most: the balanced deal is worth { $range } to them, depending on it.
deals-odds-near = Still near the best possible
deals-odds-worth = Worth to them
deals-odds-enough = Enough for them
deals-of-ten = { $count } of 10
deals-ask = So ask
deals-ask-two = What matters more to you: { $issue } or { $other }?
deals-ask-one = How much does { $issue } matter to you, and why?
deals-ask-add = Add to my questions
deals-ask-listed = Among my questions

## Concessions

deals-concession = Concession plan
deals-concession-caption = price
deals-concession-missing = Write where you open and where you stop, or a target and a walk-away price in the plan.
deals-concession-same = The opening and the stop are the same: there is no step to plan.
deals-concession-wrong = The stop is better for you than the opening. Swap them.
deals-steps-shrinking = shrinking steps
deals-steps-growing = growing steps
deals-steps-warning = Growing steps tell them that waiting pays: more must be to come.
deals-steps-summary = Planned prices: { $planned }. { $count ->
    [0] Nothing offered yet.
   *[other] Really offered: { $made }.
} { $limit }
deals-steps-count = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
deals-steps-fewer = One step fewer
deals-steps-more = One step more
deals-shape = How we give way
deals-shape-tough = Tough
deals-shape-even = Even
deals-shape-tapering = Tapering
deals-shape-soft = Soft
deals-next = Next step { $step }, to { $amount }
deals-next-for = { $next }, for: { $what }
deals-next-for-nothing = { $next }. For what? Write it below; no step for nothing.
deals-next-opening = Open with { $amount }
deals-next-none = Your offer is at the end of the plan. Do not move any more on the price.
deals-now = now
deals-now-next = next step { $step }
deals-open = Open
deals-walk-away = Walk away { $amount }
deals-opening = Opening price
deals-stop = Where I stop
deals-as-target = { $amount } (target)
deals-as-limit = { $amount } (walk-away)
deals-amount-problem = Write an amount, like 1340
deals-returns = What each step is traded for
deals-step = { $amount } ({ $step })
deals-return = What step { $step } is traded for
deals-return-hint = for …

## One number alone

deals-zone = Where both could meet
deals-zone-unknown = Write their walk-away in the plan, as you guess it, and the zone shows.
deals-zone-between = Anything from { $low } to { $high } suits both, if your guess is right.
deals-zone-sure = From { $low } to { $high } even if it is off.
deals-zone-not-sure = If it is off, there may be no zone at all.
deals-zone-apart = The walk-aways are { $by } apart, as far as you know: there is no zone.
deals-zone-apart-perhaps = The walk-aways are { $by } apart; if your guess is off, they may still meet.
deals-zone-same = They want the same as you: settle it at once.
deals-zone-guess = Their figures are your guess; the pale end shows how far it may be off.
deals-zone-label = { $low } to { $high }
deals-zone-offer = our offer { $amount }
deals-one-topic = With one number alone, what one side gains the other loses. Packages, swaps and balanced deals come with a second issue: payment, term, delivery, service.
deals-add-issues = Add an issue in the plan
