### After the meeting: what was agreed against the plan, prediction against result, tactics, debrief.

sentences = { $one } { $two }

agreed-title = What was agreed
agreed-none-caption = not yet
agreed-caption = in meeting { $number }
agreed-none = Take over what stands, then correct it.
agreed-none-offers = No offers were logged. If something was agreed, enter it here: it is measured against your plan.
agreed-from-both = What both said
agreed-from-theirs = Their last offer
agreed-from-ours = Our last offer
agreed-from-settled = Settled points only
agreed-by-hand = Enter by hand
agreed-take-back = Nothing was agreed
agreed-topic = Topic
agreed-plan = Plan
agreed-result = Result
agreed-in-words = In words
agreed-result-of = Agreed: { $topic }
agreed-unreadable = This cannot be read as a value yet.
agreed-limit = limit { $value }
agreed-target = target { $value }
agreed-open = still open
agreed-no-limits = no target and walk-away in the plan
agreed-between = { $share } of the way from walk-away to target
agreed-at-target = exactly your target
agreed-at-limit = exactly at your walk-away
agreed-beyond-target = { $by } better than your target
agreed-past-limit = { $by } past your walk-away
agreed-better-than-target = better than your target
agreed-worse-than-limit = past your walk-away

worth-whole = This deal is worth { $me } of 100 to you, about { $them } to them.
worth-range = { $open ->
    [one] Worth { $low } to { $high } of 100 to you: one issue is still open.
   *[other] Worth { $low } to { $high } of 100 to you: { $open } issues are still open.
}
worth-over-alternative = Your alternative was worth { $worth }.
worth-under-alternative = Your alternative was worth { $worth }: more than this.
worth-unknown = Give the topics a target and a walk-away in the plan, and this shows what the deal is worth to you.
worth-underway = Looking for what else was possible…
worth-refused = What else was possible cannot be worked out: check the issues, weights and values in the plan.
worth-guesses = What it is worth to them, and so what was possible, rests on your guesses about them.

left-beyond = Worse than your walk-away on { $topics }: what else would have been possible is not compared.
left-share = As you guess their side, this reaches { $share } of what both could have gained over no deal.
left-nothing = As you guess their side, no other deal would have been better for both: { $share } of what both could have gained over no deal.
left-little = { $share } of what both could have gained over no deal; nothing worth naming was left for you.
left-instead = With the same value for them you could have had: { $terms } (worth { $more } points more to you).
left-more = { $topic } { $amount } more
left-less = { $topic } { $amount } less
left-later = { $topic } { $amount } later
left-earlier = { $topic } { $amount } earlier
left-choice = { $topic } { $to } instead of { $from }

expected-title = Expected and came
expected-caption = no blame: it trains your eye
expected-none = You wrote down no expectation of this meeting, so there is nothing to compare.
expected-none-yet = What will this meeting come to, and how sure are you? Write it down before it begins.
expected-next = Say it for the next meeting
expected-now = Write it in the plan
expected-verdict = Expected: { $verdict }, { $sure }% sure.
expected-hit = It came true: { $verdict }.
expected-miss = It came out otherwise: { $verdict }.
expected-so-far = So far: { $verdict }.
expected-range = Expected price: { $low } to { $high }.
expected-range-hit = Agreed at { $price }: inside.
expected-range-miss = Agreed at { $price }: outside.
expected-range-open = No price agreed yet.
expected-late = Written after the meeting began, so the statistics leave it out.

met-title = Tactics of this meeting
met-open = { $count ->
    [one] what came of it?
   *[other] what came of { $count } of them?
}
met-all-known = all noted
met-none = None noted. At the table, one click on a tactic notes it.
met-with-whom = With whom?
met-with-whom-of = { $tactic }, with whom: { $name }
met-effect-of = { $tactic }: { $effect }
effect-theirs-worked = Worked on us
effect-theirs-nothing = Nothing came of it
effect-theirs-backfired = Backfired on them

debrief-keep = Keep: the one thing you would do again
debrief-keep-hint = What moved them?
debrief-change = Change: the one thing you would do otherwise
debrief-change-hint = Where did you give or lose most?

verdict-cost = { $count ->
    [one] One action costs them something.
   *[other] { $count } actions cost them something.
}
buyer-verdict-cost = { $count ->
    [one] One action costs you something.
   *[other] { $count } actions cost you something.
}
buyer-next-advance = Your signature, payment or purchase order makes it an Order.
buyer-next-continuation = One action of yours with a name and a date makes it an Advance. You set the pace.
buyer-refused = One side said no
buyer-reason-refused = One side said no.
buyer-reason-decided-elsewhere = The decision went to somebody else.
buyer-reason-binding = You bound yourself: “{ $action }”.
buyer-reason-advancing = { $count ->
    [one] You do { $count } thing with a name and a date.
   *[other] You do { $count } things, each with a name and a date.
}
buyer-reason-broken = { $count ->
    [one] You broke a promise, and nothing specific is left.
   *[other] You broke { $count } promises, and nothing specific is left.
}
buyer-reason-unspecific = { $count ->
    [one] You promised something, but without { $missing }.
   *[other] You promised { $count } things; the best of them lacks { $missing }.
}
buyer-reason-only-ours = Only the seller promised to do something.
buyer-reason-only-words = Words only. Nobody promised to do anything.
buyer-reason-nothing-promised = Nobody promised to do anything.
