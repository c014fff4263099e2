### The meeting, while one talks, and its outcome.

meeting-add = Add
meeting-remove = Remove
meeting-number = Meeting { $number }
meeting-date-unreadable = Not a day yet. Write 15 Jun, Friday or +7.

## Phases and clock

meeting-start = Start meeting
meeting-end = End and judge outcome
meeting-reopen = Reopen meeting
meeting-minutes = { $count } min
meeting-running-since = since { $time }
meeting-ended-at = ended { $time }
meeting-checks = { $done } of { $all } done
meeting-phase-ahead = not yet
meeting-phase-span = { $from } to { $to }
meeting-phase-since = since { $from }

phase-now = we are here
phase-looking = looking only
phase-before = Look at the phase before
phase-after = Look at the phase after
phase-shows = Show
phase-tactics = Tactics
meeting-checklist = Checklist { $done }/{ $all }
meeting-leave-when = On to the next phase when: { $when }

## Hot potatoes

potato-title = Hot potato
potato-untested-count = { $count } untested
potato-tested-count = Tested ({ $count })
potato-claim = Their claim
potato-claim-hint = Their words: “No budget left this year”
potato-empty = When they hand you a problem of theirs, type it here as they said it and press Enter. You get three questions that show whether it is real.
potato-of-meeting = { $kind }, meeting { $number }
potato-test-now = Their problem is being handed to you. Test it now.
potato-ask = Ask, and tick what you asked
potato-evidence = What speaks for it
potato-evidence-hint = What they answered, showed or avoided
potato-result = What did the test show?
potato-no-concession = No concession before it is tested.
potato-when-real = It is real: leave the problem with them
potato-when-bluff = It was a bluff: go on without shaming
potato-when-unknown = Still unclear: until you know
potato-reopen = Test again

## Quick log

log-title = Quick log
log-text = What happened
log-text-hint = What was said or happened
log-empty = One line, Enter, and back to the talk. Newest on top.
log-remove = Remove “{ $words }”
log-to-potato = Treat as a hot potato

## Tactics

meeting-tactic-say = Say
meeting-tactic-cues = You recognise it when
tactic-they = They use it
tactic-mine = I use it
tactic-open = Open card
tactic-seen = seen { $count }×

## The person across the table

people-title = Their profile
people-of = { $number } of { $count }
people-previous = Person before
people-next = Next person
people-open = Open the profile
people-none = Nobody at the table yet
people-none-why = Choose who you meet, and their profile stands here while you talk.
people-add = Choose a person
people-unnamed = No name yet
people-unknown = No evidence yet. Log their words while they talk; afterwards one click makes evidence of them.
people-word = { $certainty } { $quadrant } ({ $share })
people-from = { $count ->
    [0] no observations
    [one] from { $count } observation
   *[other] from { $count } observations
}
people-then-from = { $count ->
    [one] then { $second }, from { $count } observation
   *[other] then { $second }, from { $count } observations
}
people-say = Sentences that land
people-say-in = { $phase }: say, with your own facts
people-do = Do now
people-avoid = Avoid now
people-pressure-seen = as seen
people-pressure-typical = typical

## Outcome

outcome-meeting = Meeting
outcome-running = This meeting has not ended.
outcome-end = End meeting
outcome-add-meeting = Add next meeting
outcome-prepare-next = Prepare meeting { $number }
outcome-refused = They said no
outcome-elsewhere = Decided for somebody else

commitments-title = What did they agree to DO?
commitments-caption = { $count ->
    [0] nothing yet
    [one] { $count } action by them
   *[other] { $count } actions by them
}
commitments-motto = Actions count. Words do not.
commitments-empty = No action of theirs yet. Who does what by when? Ask before you leave the room, then write it below.
commitment-action = Action
commitment-who = Who
commitment-when = By when
commitment-cost = Costs them
commitment-binding = Binding
commitment-state = State
commitments-logged = Logged as a promise: “{ $words }”
commitments-take = Make it an action
commitment-whose = Who promises
commitment-action-hint = What will they do?
commitment-mine-hint = What will I do?
commitment-who-hint = Who
commitment-when-hint = 15 Jun, +7
commitment-cost-hint = Costs them
commitment-binding-tip = Binding: signature, payment or purchase order
commitment-edit = Change “{ $action }”
commitment-becomes-advance = Add { $missing }, and this becomes an Advance
commitment-would-count = Does not count yet: add { $missing }
detail-action = an action
detail-person = a name
detail-date = a date
detail-and = {" and "}

words-title = Words heard
words-caption = kept for the record, worth nothing
words-text = Words heard
words-hint = “Great presentation!” and Enter
words-remove = Remove “{ $words }”

steps-title = My next steps
steps-caption = what we promised
steps-empty = Nothing promised. To add a step, choose “Us” in the row above.

debrief-title = Debrief
debrief-caption = five minutes, while it is fresh
debrief-text = Debrief notes
debrief-hint = Anything else worth remembering

verdict-title = Verdict
verdict-caption = follows from the actions
verdict-so-far = so far
verdict-why = Why
verdict-means-order = A firm commitment to buy.
verdict-means-advance = The sale moved forward. It is not an order yet.
verdict-means-continuation = The talk goes on, the sale did not move.
verdict-means-no-sale = This deal is lost for now.
verdict-words = { $count ->
    [one] { $count } friendly sentence: counted as nothing.
   *[other] { $count } friendly sentences: counted as nothing.
}
verdict-next-order = Next: see that it is carried out and paid.
verdict-next-advance = A signature, a payment or a purchase order makes it an Order.
verdict-next-continuation = One action of theirs with a name and a date makes it an Advance.
verdict-next-no-sale = Write down why, and what would have to change.
verdict-i-buy = You are the buyer: only a buyer’s actions move a sale, so the verdict counts yours. Their promises fall due all the same.

reason-refused = They said no.
reason-decided-elsewhere = The decision went to somebody else.
reason-binding = They bound themselves: “{ $action }”.
reason-advancing = { $count ->
    [one] They do { $count } thing with a name and a date.
   *[other] They do { $count } things, each with a name and a date.
}
reason-broken = { $count ->
    [one] They broke a promise, and nothing specific is left.
   *[other] They broke { $count } promises, and nothing specific is left.
}
reason-unspecific = { $count ->
    [one] They promised something, but without { $missing }.
   *[other] They promised { $count } things; the best of them lacks { $missing }.
}
reason-only-ours = Only our side promised to do something.
reason-only-words = Words only. Nobody promised to do anything.
reason-nothing-promised = Nobody promised to do anything.

quotes-how = Which thinking speaks from their words?
quotes-none = No quotes in the log of this meeting. Log their words next time; they show how somebody thinks.
quotes-nobody = Nobody is at the table of this negotiation yet.
quotes-added = added
quotes-add = Evidence for { $letter } { $name }
quotes-source = meeting { $number }

potatoes-title = Hot potatoes
potatoes-none = None in this meeting.
