### The table while one talks: quick log, cues, calm mode, the key that hides everything.

command-next-speaker = Somebody else speaks
command-next-speaker-tip = Who says the next line of the log; their profile comes up
command-calm = Calm mode
command-calm-tip = Only what the other side may read; the same key comes back
command-blank = Hide everything
command-blank-tip = A neutral page at once, whatever is open; the same key comes back, and so does Ctrl+`

## Quick log

log-short-quote = Words
log-short-promise = Promise
log-short-mood = Mood
log-short-question = Ask
log-short-note = Note
log-short-tactic-seen = Tactic
log-short-tactic-used = I use
log-short-phase-change = Phase
log-kind-tip = Alt+{ $number }
log-keys = q words, p promise, m mood, ? question, n note, t tactic, t! mine, @name. “us 1300” is an offer.
log-keys-tip = Begin the line with a letter and a space: q their words, p promise, m mood, n note, t tactic of theirs, t! tactic of mine, or with ? for a question. @ and a name says who. A line such as “us 1300 30 days” goes to the offers. Alt+1 to Alt+6 choose the kind, Alt+7 to Alt+9 take what is heard. Tab: the next person or card. Arrow up: change the last line.
log-speaker-tip = { $name } speaks; click for the next person
log-enter = Enter notes it as: { $kind }
log-enter-said-by = Enter notes it as: { $kind }, { $name }
log-nobody = Nobody at the table is called so; it stays in the words.
log-offer = Offer: { $offer }
log-offer-else = Enter adds it to the offers. To note it as words, begin with “q ”.
log-no-card = No card is called so. It is noted in your words.
log-changing = You are changing a line.
log-change = Change “{ $words }”
effect-short-worked = worked
effect-short-nothing = nothing
effect-short-backfired = backfired

## Cues

cue-may-be = May be
cue-chip = { $name } (Alt+{ $number })
cue-potato = Hot potato: { $kind }
cue-say = Say: “{ $words }”

## Hot potatoes

potato-answer = What we do about it
potato-answer-hint = Our answer, and what we want for it
potato-thrown-by = Who said it?
potato-thrower-tip = { $name }; click for the next person
potato-next-kind = It is about something else

## Phases

meeting-phase-spent = { $count } min, { $when }
meeting-minutes-of = { $count } of { $planned } min
meeting-minutes-over = { $count } min over time

## Tactics

tactic-used = used { $count }×
tactic-favourite = Favourite
tactic-search = Search cards
tactic-none-called = No card is called so.

## Calm mode

calm-title = Meeting
calm-phase-opening = Opening
calm-phase-middle = Discussion
calm-phase-late = Closing
calm-agreed = Agreed so far
calm-actions = Who does what
calm-next-meeting = Next meeting
calm-nothing-yet = Nothing yet
calm-note = Note
calm-noted = Noted

## Everything hidden

blank-title = Pause
