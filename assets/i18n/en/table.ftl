### What is on the table: topics, offers, the ledger, where we are, warnings.

topic-price = Price
topic-unnamed = Unnamed issue

unit-minute = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
unit-hour = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
unit-day = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
unit-week = { $count ->
    [one] { $number } week
   *[other] { $number } weeks
}
unit-month = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
unit-year = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
unit-percent = { $number }%

unit-short-minute = min
unit-short-hour = h
unit-short-day = days
unit-short-week = weeks
unit-short-month = months
unit-short-year = years
unit-short-percent = %

unit-typed-minute = {" min"}
unit-typed-hour = h
unit-typed-day = d
unit-typed-week = w
unit-typed-month = m
unit-typed-year = y
unit-typed-percent = %

table-comma = {", "}

## Where are we now?

now-question = Compared with last time, where are we now?
now-no-offers = No price on the table yet. Log the first one: who named it, and how much.
now-only-us = We named { $ours }; they have not named a price. Ask for theirs before you move.
now-only-them = They named { $theirs }; our price is still open.
now-standing = No new price yet. Last time we stopped at { $ours }, they at { $theirs }; { $gap }.
now-since-last-meeting = Since the last meeting
now-since-start = Since the first offers
now-sentence = { $since }, { $they }, { $we }; { $gap }.
now-us-concession = we moved { $amount } towards them
now-us-retreat = we went back { $amount }
now-us-hold = we held
now-us-named = we named { $price }
now-them-concession = they moved { $amount } towards us
now-them-retreat = they went back { $amount }
now-them-hold = they did not move
now-them-named = they named { $price }
now-gap = { $amount } apart
now-gap-was = { $amount } apart, was { $before }
now-gap-closed = the prices meet

now-all = { $since }: { $they }; { $we }
now-all-standing = No new offer yet
now-all-only-us = Our offer is on the table, theirs is not
now-all-only-them = Their offer is on the table, ours is not
now-all-topic = { $topic } { $amount }
now-all-us-moved = we moved on { $topics }
now-all-us-back = we went back on { $topics }
now-all-us-named = we named { $topics }
now-all-them-moved = they moved on { $topics }
now-all-them-back = they went back on { $topics }
now-all-them-named = they named { $topics }
now-all-and = {" and "}
now-all-apart = Still apart: { $topics }
now-all-settled = Settled: { $topics }
now-all-between = {". "}
now-all-end = { $sentence }.

position-title = Where are we now?
position-about = Where are we now
position-package = Whole package
position-weights = Their weights
position-now = Now
position-since-offer = Last step
position-since-meeting = Since last
position-since-start = Since start
position-to-target = To target
position-to-walk-away = To limit
position-gap = Gap
position-was = was { $amount }
position-concession = { $amount } closer
position-retreat = { $amount } back
position-hold = held
position-choice-concession = closer
position-choice-retreat = back
position-choice-hold = held
position-choice-limits = What I want: { $target }. My limit: { $limit }.
position-set-limits = Set target and walk-away

fact-moved-us = We moved more: ask for their next step first
fact-moved-them = They moved more
fact-moved-even = Both moved the same
fact-taper-us = our steps shrink: { $sizes }
fact-no-taper-us = our steps do not shrink: { $sizes }
fact-taper-them = theirs shrink: { $sizes }
fact-no-taper-them = theirs do not shrink: { $sizes }
fact-meeting = If both go on like this: about { $point }, four times out of five { $low } to { $high }.
fact-meeting-rough = If both go on like this: about { $point } ({ $low } to { $high }). A rough guess, from { $ours } of our steps and { $theirs } of theirs.
fact-meeting-beyond = That is beyond my walk-away.

legend-ours = Us
legend-theirs = Them
legend-last = Last meeting
legend-zone = Target to walk-away
legend-agreement = Both could agree
legend-projected = If both go on

package-caption = 0: all at my limit, 100: all at my target
package-unknown = Give the price or an issue a target and a walk-away, and this shows what each offer is worth to you as a whole.
package-to-us = Worth to me
package-to-them = To them
package-alternative = Over my alternative
package-ours = Our last offer
package-theirs = Their last offer
package-about = about { $worth }
package-range = { $low } to { $high }
package-guess = What it is worth to them is a guess, from my estimate of their weights and limits.
package-mirrored = What I did not write about their side of { $topics } is taken to be the opposite of mine.
package-left-out = Not counted; the deals page says why: { $topics }.
package-legend-ours = Our offers
package-legend-theirs = Their offers
package-legend-zone = Better than my alternative

guess-caption = a guess from their offers
guess-none = Nothing to go by yet. It takes offers of theirs that move on one issue and keep another as it was: who holds an issue while moving on others cares about it.
guess-rests-on = From { $count } of their offers: what they hold while they move on other things matters to them.
guess-rests-on-few = Hardly more than a hunch: it rests on { $count ->
    [one] one offer of theirs
   *[other] { $count } of their offers
}. What they hold while they move on other things matters to them.
guess-mine = My guess
guess-theirs = From their offers
guess-take = Take as my estimate of their weights
guess-take-tip = Puts these figures into the plan. You can undo it.
guess-taken = The plan has these figures already.

## Offers

ledger-title = Offers
ledger-caption = { $count ->
    [0] none in this meeting
    [one] { $count } in this meeting
   *[other] { $count } in this meeting
}
ledger-settled = { $topic } settled: { $value }
ledger-settled-count = { $count } settled
ledger-time = Time
ledger-who = Who
ledger-value = Value
ledger-value-to-us = to us
ledger-value-help = What the whole package is worth to me: 0 is every issue at my walk-away, 100 every issue at my target.
ledger-value-of = Worth { $me } of 100 to us, about { $them } to them (a guess).
ledger-value-open = { $count ->
    [one] One issue is still open, so the value is a range.
   *[other] { $count } issues are still open, so the value is a range.
}
ledger-value-alternative = My alternative is worth { $worth }.
ledger-held = held
ledger-empty = No offer yet. Type “us 1480 30 days” below and press Enter.
ledger-empty-issues = No offer yet. Type one below, issues and all, and press Enter. Each number goes to the issue whose unit or name stands beside it.
ledger-row = { $time }, { $offer }
ledger-remove = Remove the offer: { $offer }
ledger-change-offer = Change the offer: { $offer }

offer-side = Who offers
offer-line = Offer
offer-hint = For example us { $example }
offer-save = Save
offer-leave = Leave it as it was
offer-term = { $topic } { $value }
offer-text = “{ $words }”
offer-or = {" or "}
offer-unreadable = No price or issue in this yet. Write 1300, 1.2k, or a number with its issue.
offer-several = “{ $words }” could be { $topics }: write the name beside it.
offer-twice = { $topic } stands there already; “{ $words }” stays as text.
offer-number = “{ $words }” could mean two things; it stays as text.
offer-value = “{ $words }” is no value of { $topic } yet.

warning-about = { $topics }: { $warning }
warning-more = (+{ $count })
warning-near-reservation = Only { $room } left down to the walk-away. Give nothing more without something in return.
warning-near-limit = Hardly anything left down to the walk-away. Give nothing more without something in return.
warning-split-the-difference = This goes to the middle. The middle only moves towards whoever opened further out; trade a step for something instead.
warning-bid-against-myself = You bid against yourself. Stop, and ask for their offer first.
warning-two-concessions-in-a-row = Two steps from us, none from them. Ask what this one buys.
warning-beyond-reservation = { $by } beyond your walk-away. Take it back or trade it.
warning-beyond-limit = Beyond your walk-away. Take it back or trade it.
warning-below-alternative = This package is worth { $worth } to you, your alternative { $alternative }. Better no deal than this one.

## Today

today-issues = Other issues
today-issue-settled = { $topic } settled at { $value }
today-issue-apart = { $topic } { $amount } apart
today-issue-open = { $topic } open
