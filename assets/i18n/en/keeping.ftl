### What is kept: earlier versions, the trash, backups.

command-versions = Earlier versions
command-versions-tip = How this record was before, compared with now
command-trash = Trash
command-trash-tip = Removed people and negotiations, to bring back
command-back-up = Back up now
command-back-up-tip = Packs the whole library into one file in its folder “archives”
command-restore-backup = Restore from a backup
command-restore-backup-tip = Unpacks a backup into a new folder; this library stays as it is

## Earlier versions

versions-title = Earlier versions: { $name }
versions-of-library = Earlier versions: me and the library
versions-reading = Reading the earlier versions…
versions-none = No earlier versions yet
versions-none-text = A version is kept when you change something that had stayed the same for a few minutes.
versions-until = Until { $when }
versions-when = { $day } { $time }
versions-fields = { $count ->
    [0] the same as now
    [one] { $count } field differs
   *[other] { $count } fields differ
}
versions-unreadable = cannot be read
versions-list = Versions
versions-same = Nothing differs from now.
versions-more = { $count ->
    [one] { $count } more field differs.
   *[other] { $count } more fields differ.
}
versions-restore = Restore this version
versions-restore-tip = Everything becomes as it was then. Undo takes it back.
versions-restore-field = Restore
versions-restore-field-named = Restore: { $field }
versions-remove-entry = Take out
versions-remove-entry-named = Take out: { $field }
versions-restored = Restored as it was until { $when }.
versions-field-restored = Restored: { $field }
versions-no-place = This field cannot be restored alone: what it belongs to is gone. Restore the whole version.
versions-undo-hint = Every restoring can be undone.

keeping-separator = {" · "}

comparison-then = Then
comparison-now = Now
comparison-nothing = nothing
comparison-reordered = The same entries in another order
comparison-spoken = { $name }. { $before-head }: { $before }. { $after-head }: { $after }.
comparison-somebody = somebody no longer in the library
comparison-some-meeting = another meeting
comparison-some-issue = an issue that is no longer there
comparison-some-choice = a choice that is no longer there
comparison-own-card = a card of my own
comparison-value-unit = { $value } { $unit }
comparison-point = { $value } is worth { $worth }
comparison-test = question { $number }

## What an entry of a list is called

entry-evidence = Evidence of { $date }
entry-meeting = Meeting { $number }
entry-promise = Promise
entry-offer = Offer, { $side }, { $at }
entry-potato = Hot potato
entry-log = Log, { $at }
entry-pitch = Kept pitch, { $at }
entry-question = Walk { $question }
entry-issue = Issue
entry-choice = Choice
entry-package = Package
entry-member = Our side
entry-card = My card

## Fields

field-library-currency = Currency of new negotiations
field-library-animals = Animals
field-deck-favourites = Favourite tactics
field-deck-train = Tactics to train
field-deck-cards = My own tactic cards
field-card-name = Name
field-card-phase = Phase
field-card-mark = Mark
field-card-cues = How to recognise it
field-card-how = How to use it
field-card-counter = What to answer
field-card-note = Note
field-owner-name = My name
field-owner-evidence = My answers
field-counterpart-name = Name
field-counterpart-latin-name = Name in Latin letters
field-counterpart-title = Title
field-counterpart-organisation = Company
field-counterpart-notes = Notes
field-counterpart-evidence = Evidence
field-labels-tags = Tags
field-labels-archived = Archived
field-evidence-kind = Kind
field-evidence-text = What was heard or seen
field-evidence-date = Date
field-evidence-supports = Speaks for
field-evidence-against = Speaks against
field-evidence-setting = Setting
field-evidence-source = Source
field-evidence-weight = Weight
field-session-title = Name of the negotiation
field-session-counterparts = People at the table
field-session-my-party = I am the
field-session-currency = Currency
field-session-pitch = Pitch
field-session-influence = Weight in the decision
field-session-pitches = Kept pitches
field-pitch-at = Kept on
field-pitch-name = Name
field-pitch-text = Wording
field-pitch-walk = Walk
field-session-walk = Walk
field-session-meetings = Meetings
field-session-offers = Offers
field-session-potatoes = Hot potatoes
field-session-log = Log
field-session-agreed = Agreed in the end
field-agreed-at = Agreed on
field-agreed-meeting = Meeting
field-agreed-price = Agreed price
field-agreed-values = Agreed on the issues
field-plan-goal = Goal
field-plan-price-unit = The price is for
field-plan-target = Target price
field-plan-reservation = Walk-away price
field-plan-issues = Issues
field-price-weight = Weight of the price to me
field-price-curve = Worth of the price to me
field-price-their-weight = Weight of the price to them
field-price-their-target = Their target price
field-price-their-reservation = Their walk-away price
field-price-give-or-take = Their walk-away price may be off by
field-price-their-curve = Worth of the price to them
field-issue-name = Name of the issue
field-issue-kind = Kind
field-issue-unit = Unit
field-issue-choices = Choices
field-mine-weight = Weight to me
field-mine-target = My target
field-mine-reservation = My walk-away
field-mine-give-or-take = Give or take
field-mine-curve = Worth to me
field-theirs-weight = Weight to them
field-theirs-target = Their target
field-theirs-reservation = Their walk-away
field-theirs-give-or-take = Their walk-away may be off by
field-theirs-curve = Worth to them
field-choice-name = Choice
field-choice-mine = Worth to me
field-choice-theirs = Worth to them
field-plan-alternative = Best alternative
field-plan-alternative-worth = Worth of my alternative
field-plan-their-alternative = Their best alternative
field-plan-their-alternative-worth = Worth of their alternative
field-plan-gives = What I can give at little cost
field-plan-packages = Packages
field-package-name = Name of the package
field-package-price = Price
field-package-values = Issues
field-plan-concessions = Steps on the price
field-concessions-opening = First price
field-concessions-stop = Stop at
field-concessions-steps = Number of steps
field-concessions-softness = Softness
field-concessions-in-return = In return for each step
field-plan-questions = Questions to ask
field-plan-unsaid = What I will not say
field-plan-team = Our side
field-member-name = Name
field-member-role = Role
field-member-note = What they look after
field-question-answer = Answer
field-question-note = Where or why
field-meeting-planned = Date and time
field-meeting-place = Place
field-meeting-started = Started
field-meeting-ended = Ended
field-meeting-phase = Phase
field-meeting-done = Checklist
field-meeting-minutes = Planned length in minutes
field-meeting-prediction = What I expected
field-prediction-at = Written on
field-prediction-verdict = Expected outcome
field-prediction-sure = How sure
field-prediction-low = Price from
field-prediction-high = Price to
field-meeting-keep = What I would do again
field-meeting-change = What I would change
field-meeting-debrief = What else to say about it
field-outcome-refused = They said no
field-outcome-decided-elsewhere = Decided for somebody else
field-outcome-words = Their words
field-outcome-commitments = Promises
field-promise-party = Who promises
field-promise-action = Action
field-promise-person = Who
field-promise-due = By when
field-promise-cost = Costs them
field-promise-binding = Binding
field-promise-state = State
field-offer-at = When
field-offer-meeting = Meeting
field-offer-side = Who offers
field-offer-price = Price
field-offer-values = Issues
field-offer-terms = Terms
field-potato-at = When
field-potato-meeting = Meeting
field-potato-kind = Kind
field-potato-claim = Their claim
field-potato-asked = Asked
field-potato-verdict = Result of the test
field-potato-evidence = What speaks for it
field-potato-person = Who said it
field-potato-whose = Whose problem
field-potato-answer = What we do about it
field-log-at = When
field-log-meeting = Meeting
field-log-kind = Kind
field-log-text = What happened
field-log-tactic = Tactic
field-log-effect = What came of it
field-log-person = Who
field-log-phase = Phase

## Trash

trash-title = Trash
trash-intro = What you remove stays here until you delete it for good.
trash-filter = Find in the trash
trash-filter-hint = A name, a company, a title
trash-reading = Reading the trash…
trash-empty = The trash is empty
trash-empty-text = Removed people and negotiations can be brought back from here.
trash-no-match = Nothing in the trash fits these words.
trash-shown = { $shown } of { $count }
trash-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
trash-removed = removed { $when }
trash-person = Person
trash-negotiation = Negotiation
trash-unreadable = Cannot be read
trash-choose-row = Choose { $name }
trash-choose-all = Choose all { $count } shown
trash-choose-none = Choose none
trash-restore = Restore
trash-restore-many = Restore { $count }
trash-restore-named = Restore { $name }
trash-erase = Delete for good…
trash-erase-many = Delete { $count } for good…
trash-erase-none = Choose something first
trash-erase-title = Delete for good?
trash-erase-what = { $count ->
    [one] This goes for ever, with all its earlier versions:
   *[other] These { $count } go for ever, with all their earlier versions:
}
trash-erase-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
trash-erase-backups = This cannot be undone. Backups made before still contain what you delete, until they are old enough to go by themselves.
trash-erase-do = Delete for good
trash-erase-keep = Keep
trash-erased = { $count ->
    [one] Deleted for good.
   *[other] { $count } records deleted for good.
}
record-restored = Back from the trash.
records-restored = { $count } records are back from the trash.

## Backups

backups-heading = Backups and trash
backups-note = Once a day, the whole library in one zip file, in its folder “archives”. Old ones thin out by themselves: the last 7 days, 5 weeks, 12 months and every year stay.
backups-line = { $last }, { $count ->
    [one] { $count } kept
   *[other] { $count } kept
}, { $size }
backups-last = Daily backups: last { $when }
backups-none = No backup yet. The first is made today.
backups-none-read-only = There is no backup of this library.
backups-looking = Looking at the backups…
backups-running = Backing up…
backups-running-share = Backing up… { $share }
backups-failed = The last backup failed: { $error }
backups-now = Back up now
backups-stop = Stop
backups-restore = Restore from a backup…
backups-trash = Trash…
backups-versions = Earlier versions…
backups-done = Backup made: { $size }
backups-nothing = Nothing to do: there is a backup of this moment already.
backups-failed-toast = The daily backup failed. { $error } It is tried again tomorrow; you can also start it in the settings.
status-backing-up = Backing up…
size-bytes = { $number } bytes
size-kb = { $number } KB
size-mb = { $number } MB
size-gb = { $number } GB

restore-title = Restore from a backup
restore-intro = A backup is unpacked into a folder of its own. The library that is open stays as it is.
restore-choose = Which backup
restore-none = There are no backups yet
restore-none-text = The first one is made on the first day that you work in this library.
restore-before-upgrade = before an upgrade
restore-contents = { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $negotiations ->
    [one] { $negotiations } negotiation
   *[other] { $negotiations } negotiations
}
restore-unreadable = cannot be read
restore-into = New folder for it
restore-do = Restore
restore-running = Unpacking… { $share }
restore-cancel = Cancel
restore-done = The backup is restored.
restore-done-where = It is a library of its own in { $path }.
restore-open = Open it
restore-not-now = Not now
restore-folder-taken = There is a library here already. Choose an empty or a new folder.
