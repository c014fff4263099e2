### The page of today.

today-title = Today

## The first steps, while the library is empty

today-welcome = Welcome. Three steps to your first meeting
today-welcome-named = Welcome, { $name }. Three steps to your first meeting
today-welcome-lead = A few minutes now, and you go in knowing how the other side thinks.
today-step-me = Describe yourself
today-step-me-why = Six quick choices. The advice then fits the two of you, not just anybody.
today-step-person = Add a counterpart, and one thing they said
today-step-person-why = One sentence in their own words is enough to start a picture.
today-step-hear = Note one thing you heard
today-step-deal = Start a negotiation
today-step-deal-why = Goal, target and walk-away, the pitch, then the meeting.
today-step-done = Done

## Next meetings

today-meetings = Next meetings
today-meetings-count = { $count ->
    [one] { $count } open
   *[other] { $count } open
}
today-meetings-empty = No meeting ahead. Start a negotiation, or add a meeting to one that you have.
today-readiness = Readiness, %
today-prepare = Prepare
today-continue = Go on
today-brief = Brief
today-no-date = No date
today-running = Now
today-meeting-number = Meeting { $number }
today-nobody = Nobody named yet
today-others = { $name } and { $count } more
today-row = { $when }, { $name }, { $title }
today-profile = Profile
today-profile-tip = How sure we are which quadrant leads: { $percent }%, the mean over the people at the table. Unknown counts 0. Note what you hear to raise it.
today-walk = Walk
today-walk-tip = { $done } of { $all } questions of the walk answered for the pitch.
today-plan = Plan
today-plan-tip = { $done } of { $all } parts of the plan written: goal, target, walk-away, alternative, questions.
today-ring = { $name }: { $percent }%

## Where are we now?

today-position = Where are we now?
today-position-empty = No offers yet
today-position-empty-help = As soon as a price is named at the table, log it. This card then says what changed since last time.
today-open-negotiation = Open negotiation
today-gap = Gap
today-gap-closed = closed
today-gap-was = was { $amount } before
today-gap-start = was { $amount } at the start
today-gap-same = unchanged since the last meeting
today-our-offer = Our last offer
today-their-offer = Their last offer
today-not-named = none yet
today-moved-closer = { $amount } closer than before
today-moved-away = { $amount } further away than before
today-moved-hold = same as before
today-first-meeting = first meeting with offers
today-room = Their offer and our walk-away
today-room-over = { $amount } better than our walk-away
today-room-short = { $amount } short of our walk-away
today-legend-us = Our offers
today-legend-them = Their offers
today-legend-zone = Between our target and walk-away
today-chart = Offers: we { $ours }, they { $theirs }, gap { $gap }.

## Promises and potatoes

today-promises = Promises due
today-promises-count = { $open } open, { $kept } kept
today-promises-empty = Nothing is due. Close each meeting with who does what by when.
today-you-promised = You promised { $name }
today-you-promised-them = You promised
today-they-promised = { $name } promised you
today-they-promised-you = They promised
today-no-due = No date
today-keep = Kept
today-break = Broken
today-keep-name = Kept: { $action }
today-break-name = Broken: { $action }
today-no-action = No action written
today-potatoes = Hot potatoes to test
today-potatoes-count = { $count } untested
today-potatoes-empty = None untested. When they hand you their problem, test at once whether it is real.
today-potato-row = { $kind }: { $claim }

## Coaching tip

today-tip = Coaching tip
today-tip-for = for { $name }
today-tip-pair = You lead with { $me }, { $name } with { $them }
today-tip-relation = { $relation }, difficulty { $difficulty } of 4
today-tip-them-only = { $name } leads with { $them }
today-tip-me-unknown = Describe how you think, and this tip fits the two of you.
today-tip-them-unknown = How { $name } thinks is not known yet. Listen for their first question: figures, order, people or the whole picture? Note it.
today-tip-none = Plan a meeting with somebody, and the tip for it stands here.
today-tip-do = Do
today-tip-more = More on { $quadrant }
