### The list of negotiations, and the preparation, the walk and the brief of one of them.

negotiations-title = Negotiations
negotiations-new = New negotiation
negotiations-filter = Filter by title, person or company
negotiations-empty-title = No negotiation yet
negotiations-empty-text = Start one before your next talk. A goal, a target and a walk-away price take one minute.
negotiations-running = In progress
negotiations-no-date = No date yet
negotiations-all-held = No meeting planned
negotiations-last-change = changed { $day }
negotiations-nobody = Nobody at the table yet
negotiations-untested = { $count ->
    [one] { $count } hot potato untested
   *[other] { $count } hot potatoes untested
}
negotiations-gap = price gap
negotiations-met = Prices meet
negotiations-no-offers = no offers yet
negotiations-one-side = one side has offered
negotiations-last-verdict = What the last meeting came to

## One negotiation

negotiation-nameless = No name yet
negotiation-missing-title = This negotiation is gone
negotiation-missing-text = It was removed. Undo brings it back as long as the window is open.
negotiation-missing-back = All negotiations
negotiation-tabs = Step
negotiation-tab-plan = Prepare
negotiation-tab-walk = Pitch and walk
negotiation-tab-meeting = Meeting
negotiation-tab-outcome = Outcome
negotiation-tab-brief = Brief
negotiation-to-meeting = Go to the meeting
negotiation-back-to-meeting = Back to the meeting
negotiation-to-outcome = See the outcome
negotiation-to-brief = Read the brief
negotiation-remove = Remove this negotiation
negotiation-potatoes = { $count ->
    [one] { $count } hot potato untested: “{ $claim }”. Test it before you move on.
   *[other] { $count } hot potatoes untested, first: “{ $claim }”. Test them before you move on.
}
negotiation-test-potato = Test it now
negotiation-no-meeting-title = No meeting yet
negotiation-no-meeting-text = Add one to log offers, test hot potatoes and judge what was agreed.
negotiation-add-meeting = Add a meeting

## Prepare

plan-essentials = The essentials
plan-essentials-caption = one minute is enough
plan-goal = Goal in one sentence
plan-goal-hint = Who does what by when: “Lin Yue signs the pilot by 15 June”
plan-target = Target price
plan-limit = Walk-away price
plan-target-hint = 1,340
plan-limit-hint = 1,200
plan-amount-problem = Not an amount yet. Write it like 1340 or 1,340.50.
plan-amount-problem-kept = Not an amount yet. Until it is, { $amount } counts.
plan-room = { $width } of room, { $percent } of the target
plan-no-room = Target and walk-away are the same: there is no room to move.
plan-wrong-seller = You sell, so the walk-away price must be below the target.
plan-wrong-buyer = You buy, so the walk-away price must be above the target.
plan-swap = Swap them
plan-needs-both = With both prices you see how much room you have.
plan-side = I am the
plan-currency = Currency
plan-currency-problem = Three letters, such as EUR
plan-unit = The price is for
plan-unit-hint = one site and month
plan-alternative = If there is no deal, I will (best alternative)
plan-alternative-hint = Renew with the present supplier until March
plan-table = At the table
plan-questions = Questions to ask, one to a line
plan-questions-hint = What happens if you do nothing this year?
plan-unsaid = What I will not say
plan-unsaid-hint = That our quarter ends on Friday
plan-who = Who and when
plan-title = Name of the negotiation
plan-people = People at the table
plan-add-person = Add person
plan-find-person = Find a person, or type a new name
plan-new-person = New person: “{ $name }”
plan-no-more-people = Everybody you know is at the table. Type a name to add somebody new.
plan-no-match = Nobody by that name.
plan-nobody = Nobody yet. Add whom you will face: the advice, the coverage and the brief depend on it.
plan-remove-person = Take { $name } off the table
plan-word-space = {" "}
plan-meeting = Meeting { $number }
plan-meeting-over = Meeting { $number } is over.
plan-next-meeting = Plan the next meeting
plan-when = Date and time
plan-when-hint = Friday 14:00
plan-when-problem = Not a date and time yet. Write it like “Friday 14:00” or “15 Jun 9:30”.
plan-when-needs-time = The time is missing: write “{ $text } 14:00”.
plan-when-near = { $date } ({ $day })
plan-when-far = { $date }
plan-when-past = { $date }: in the past. Is the meeting over?
plan-where = Place
plan-where-hint = Their office, room 4
plan-ready = { $done } of { $all } ready
plan-mistakes = What usually goes wrong
plan-leave-when = You are ready when
plan-talk = How to talk to them
plan-tend = You would say
plan-instead = Say instead, with your own facts
plan-lands = Sentences that land
plan-do = Do
plan-avoid = Avoid
plan-me-unknown = Describe your own thinking once, and this turns into “instead of … say …”.
plan-describe-me = Describe my thinking
plan-them-unknown = How they think is not known yet. Offer all four in turn: a figure, the whole picture, the next step, a word about the people. Note which one they take up.
plan-add-evidence = Note what they say
plan-talk-nobody = Add a person, and this card says what to say to them and what not.

## Pitch and walk

walk-pitch = Pitch
walk-pitch-hint = Write or paste what you are going to say, as you would say it. What is found is underlined while you write.
walk-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
walk-characters = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}
walk-mixed = { $words }, { $characters }
walk-length = { $amount }, about { $time } aloud
walk-seconds = { $seconds } s
walk-minutes = { $minutes } min { $seconds } s
walk-you-tick = The app suggests, you tick.
walk-coverage = Coverage
walk-covered-for = { $percent } for { $names }
walk-name-separator = {", "}
walk-need = they need
walk-give = you give
walk-row-spoken = { $name }: they need { $need }, you give { $give }
walk-audience-nobody = Nobody is at the table yet, so all four count the same.
walk-audience-unknown = How they think is not known yet, so all four count the same.
walk-audience-partly = { $unknown } of { $count } people are not known yet; for them all four count the same.
walk-biggest-gap = Biggest gap
walk-points = −{ $points } points
walk-no-gap = Every question is a yes. Nothing is missing for this audience.
walk-blind-spot = Likely blind spot: { $name } is your own weakest quadrant. Look at it twice.
walk-score = { $points } / { $all }
walk-score-spoken = { $name }: { $points } of { $all }
walk-complete = Complete.
walk-tip-counts = Counts
walk-tip-does-not-count = Does not count
walk-tip-example = Example
walk-note = Where or why
walk-note-hint = The passage, or what is missing
walk-click = Click the question to see its passages and to add a note.

## Brief

brief-page-include = Include my limits
brief-page-include-tip = Walk-away price, alternative and what you will not say. Off, because the page may lie on the table.
brief-page-limits-in = Your limits are on this page: keep it in your bag.
brief-page-markdown = Save as Markdown
brief-page-done = done
brief-page-open = still to do
