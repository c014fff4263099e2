### The brief: one page for a meeting.

brief-meeting = Meeting { $number }
brief-no-meeting = No meeting planned
brief-no-date = no date set
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
brief-questions = Questions to ask
brief-questions-missing = No questions written yet. Take three that they cannot answer with yes or no.
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
brief-asked = { $question } (asked)
brief-tactics = Expect, and answer
brief-tactic-seen = { $name } (seen)

## Promises and the last meeting

brief-promises = Promises due
brief-promise = { $action } · { $due }
brief-due = { $date }, { $day }
brief-no-due-date = no date
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
