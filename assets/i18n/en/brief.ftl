### The brief: one page for a meeting.

brief-meeting = Meeting { $number }
brief-no-meeting = No meeting planned
brief-no-date = no date set
brief-minutes = { $minutes } min
brief-more = and { $count } more in the app
brief-comma = {", "}
brief-footer = A profile is a hypothesis about how somebody prefers to think, not a test; the animal is a mnemonic. Written { $at }.
brief-list-separator = {" · "}
brief-sentence-separator = {" "}

## Goal and limits

brief-goal = Goal
brief-goal-missing = No goal written yet. One sentence: who does what, by when?
brief-limits = For my eyes only
brief-reservation = Walk-away
brief-alternative = If no deal
brief-limit-missing = not written yet
brief-unsaid = What I will not say:
brief-target-short = Target
brief-their-limit = Their limit, a guess
brief-their-alternative = If no deal, they
brief-worth = worth { $worth } of 100
brief-steps = My steps
brief-gives = Cheap for me
brief-heavy = Weighs most
brief-heavy-us = for us: { $topics }
brief-heavy-them = for them, a guess: { $topics }

## Where we are now

brief-position = Where we are now
brief-offers-missing = No offer from either side yet. Settle your first figure, and the reason for it, before you go in.
brief-target-missing = No target written yet, so there is nothing to measure the offers by.
brief-our-offer = Our last offer
brief-their-offer = Their last offer
brief-no-offer = none yet
brief-first-offer = the first one
brief-gap = Gap
brief-gap-last-meeting = { $amount } after the last meeting
brief-gap-before-last = { $amount } before the last meeting
brief-gap-closed = the offers meet
brief-gap-start = { $amount } at the start
brief-target = Our target
brief-ours-above = our offer { $amount } better
brief-ours-short = our offer { $amount } short of it
brief-theirs-above = theirs { $amount } better
brief-theirs-short = theirs { $amount } short of it
brief-move-concession = { $amount } closer { $since }
brief-move-hold = unchanged { $since }
brief-move-retreat = { $amount } further away { $since }
brief-since-offer = since the last offer
brief-since-meeting = since the last meeting
brief-since-before-last = in the last meeting
brief-moved-us = We have moved more: { $ours } in all, they { $theirs }. The next step is theirs.
brief-moved-them = They have moved more: { $theirs } in all, we { $ours }.
brief-topics = To be settled
brief-column-ours = Ours
brief-column-theirs = Theirs
brief-column-between = Between us
brief-since-short = since the last meeting
brief-since-before-short = in the last meeting
brief-closer = { $amount } closer
brief-back = { $amount } further away
brief-held = unchanged
brief-choice-closer = closer
brief-choice-back = further away
brief-settled = settled
brief-not-named = Not named by anybody yet: { $topics }.
brief-price-moved-us = On the price we have moved more: { $ours } in all, they { $theirs }. The next step there is theirs.
brief-price-moved-them = On the price they have moved more: { $theirs } in all, we { $ours }.
brief-heading = Heading for
brief-heading-text = about { $point } ({ $low } to { $high }) if both go on as before: a projection, no forecast
brief-heading-rough = about { $point } ({ $low } to { $high }) if both go on as before: a projection from very few steps
brief-package = Whole package
brief-package-text = to us, our last offer is worth { $ours } of 100, theirs { $theirs }
brief-package-alternative = ; without a deal { $worth }
brief-range = { $low } to { $high }
brief-step = Our next step
brief-step-open = open with { $amount }
brief-step-for = { $amount } ({ $by } from now), only for: { $what }
brief-step-something = { $amount } ({ $by } from now), and only for something in return
brief-step-none = none left in the plan: hold the price, trade on something else
brief-our-terms = Our terms
brief-their-terms = Their terms

## People

brief-people = Across the table
brief-people-missing = Nobody named yet. Find out who will be there, and who decides.
brief-nameless = Name not known
brief-tag = { $certainty }: { $name } ({ $animal }) · { $probability } sure it leads · { $observations }
brief-tag-unknown = { $certainty } · { $observations }
brief-tag-tied = No clear lead yet · { $observations }
brief-observations = { $count ->
    [0] nothing observed yet
    [one] { $count } observation
   *[other] { $count } observations
}
brief-person-unknown = How they think is not known. Offer all four in turn (a figure, the whole picture, the next step, a word about the people) and note which one they take up.
brief-relation = With me
brief-relation-text = { $me } meets { $them }, { $relation }. { $risk }
brief-pressure = Under pressure
brief-pressure-text = { $quadrant } { $name } ({ $certainty })
brief-open = Open
brief-argue = Argue
brief-close = Close
brief-irritates = Irritates
brief-do = Do
brief-avoid = Avoid
brief-exchange = Say it their way: an example
brief-tend = Instead of
brief-instead = say to { $quadrant }
brief-lands = Sentences that land with { $quadrant }:
brief-me-unknown = Describe your own thinking once, and this turns into “instead of … say …”.

## Preparation

brief-before = Before you go in
brief-moves = First moves
brief-moves-done = Everything on the list of this phase is done.
brief-begin-with = { $what }, { $name }
brief-packages = { $count ->
    [one] An offer that is ready to be said:
   *[other] Offers that are ready to be laid side by side:
}
brief-packages-hidden = { $count ->
    [one] 1 offer is ready, see the app.
   *[other] { $count } offers are ready, see the app.
}
brief-package-unnamed = Offer { $number }
brief-questions = Questions to ask
brief-questions-missing = No questions written yet. Take three that they cannot answer with yes or no.
brief-to-learn-weights = Tells what they weigh
brief-ask-weights = If only one of the two could go your way, { $one } or { $other }, which one would you take?
brief-to-learn-thinking = Tells how { $name } thinks
brief-pitch = The pitch
brief-pitch-missing = No pitch written yet.
brief-walk-missing = The pitch has not been walked through the four quadrants yet.
brief-coverage = Coverage
brief-biggest-gap = Biggest gap
brief-blind-spot = My blind spot
brief-add = Add

## Risks

brief-potatoes = Untested: is it their problem or mine?
brief-potato = { $kind }: “{ $claim }”
brief-all-asked = All three test questions are asked: decide whether it is real.
brief-tested = Claims that were tested
brief-problem-theirs = their problem
brief-problem-shared = a problem of both
brief-problem-ours = our problem
brief-our-answer = we: { $answer }
brief-tactics = Expect, and answer
brief-tactic-seen = { $count ->
    [one] { $name } (seen)
   *[other] { $name } (seen { $count } times)
}
brief-tactic-worked = { $name } (seen { $count ->
    [one] once
   *[other] { $count } times
}, worked on us { $worked ->
    [one] once
   *[other] { $worked } times
})
brief-tactics-general = Nobody here has been seen using a tactic: these are only common at this point.
brief-tactics-rest = Not marked as seen: only common at this point.
brief-counter-missing = no answer on my card yet

## Promises and the last meeting

brief-promises = Promises due
brief-promise = { $action } · { $due }
brief-due = { $date }, { $day }
brief-no-due-date = no date
brief-broken = broken
brief-broken-due = broken, was due { $date }

## Our side

brief-team = On our side

## The last meeting

brief-verdict = The last meeting
brief-verdict-text = { $verdict }: { $reason }
brief-reason-refused = they said no.
brief-reason-decided-elsewhere = the decision went to somebody else.
brief-reason-binding = they committed to “{ $action }”.
brief-reason-advancing = { $count ->
    [one] they agreed to one action, with a name and a date.
   *[other] they agreed to { $count } actions, with names and dates.
}
brief-reason-broken = { $count ->
    [one] they broke their promise, and nothing firm is left.
   *[other] they broke { $count } promises, and nothing firm is left.
}
brief-reason-unspecific = what they promised lacks { $missing }.
brief-reason-only-ours = { $count ->
    [one] only we promised something.
   *[other] only we promised something, { $count } actions in all.
}
brief-reason-only-words = kind words, and no action by them.
brief-reason-nothing-promised = nobody promised anything.
brief-detail-action = an action
brief-detail-person = a name
brief-detail-date = a date
brief-and = {" and "}

## The brief as a file

brief-format = Kind of file
brief-format-pdf = PDF
brief-format-html = Web page
brief-format-markdown = Markdown
brief-paper = Paper
brief-paper-a4 = A4
brief-paper-letter = Letter
save-brief-pdf = A PDF: to print, to send, to read on a phone
brief-page-pdf = Save as PDF
brief-page-print = Print
brief-page-print-tip = Makes a PDF in your documents and opens it, to be printed
