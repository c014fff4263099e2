### Counterparts, and the page on which I describe my own thinking.

## The list

counterparts-title = Counterparts
counterparts-filter = Name, company or title
counterparts-all = All { $count }
counterparts-only = Only { $name }: { $count }
counterparts-no-organisation = No company yet
counterparts-unnamed = No name yet
counterparts-no-match = Nobody fits this filter.
counterparts-clear-filter = Clear the filter
counterparts-add = Add counterpart
counterparts-shown = { $shown } of { $all } shown
counterparts-empty = Nobody here yet
counterparts-empty-what = Add the first person you negotiate with. A name and one thing they said are enough to start.

## One person

counterpart-then = then
counterpart-position = { $title }, { $organisation }
counterpart-no-position = No title or company yet
counterpart-edit = Edit
counterpart-edit-done = Done
counterpart-edit-done-tip = Closes the details. What you typed is kept already; only a name is needed.
counterpart-next-meeting = Next meeting: { $day } { $time }
counterpart-meeting-runs = Meeting is running
counterpart-meeting-undated = Meeting without a date
counterpart-prepare = Prepare meeting
counterpart-remove = Remove
counterpart-details = Details
counterpart-name = Name
counterpart-name-hint = As they write it: 林悦
counterpart-latin-name = Name in Latin letters
counterpart-latin-hint = Lin Yue
counterpart-title = Title
counterpart-title-hint = Purchasing director
counterpart-organisation = Company
counterpart-organisation-hint = Harbour Foods
counterpart-notes = Notes
counterpart-notes-hint = What they decide, whom they listen to, what to remember

## Thinking profile

profile-title = Thinking profile
profile-setting = Setting
profile-word = { $certainty } { $letter } ({ $percent })
counterparts-no-lead = No lead
profile-word-tip = { $percent } sure that { $letter } is the strongest of the four; its share is { $share }.
profile-word-tied = No clear lead
profile-observations = { $count ->
    [0] nothing observed yet
    [one] from { $count } observation
   *[other] from { $count } observations
}
profile-other-setting = { $setting }: { $word }
profile-unknown = Too little to go on. One thing they said is a start.
profile-tied = Two quadrants are level. One more observation decides.
kite-summary = Shares: A { $a }, B { $b }, C { $c }, D { $d }; from { $count ->
    [one] { $count } observation
   *[other] { $count } observations
}.
kite-range = 80% range
shares-share = Share
shares-range = Range
shares-largest = Lead
shares-explained = Share; where it lies with 80% probability; the chance that this quadrant is the strongest of the four.
shares-from-to = { $low }–{ $high }
shares-row = { $letter }: share { $share }, 80% range { $low } to { $high }, chance to be the strongest { $largest }
animal-title-eagle = Eagle
animal-title-donkey = Donkey
animal-title-sheep = Sheep
animal-title-fox = Fox
animal-note = A memory aid, no more.

## Evidence

evidence-title = Evidence
evidence-count = { $count ->
    [one] { $count } observation
   *[other] { $count } observations, newest first
}
evidence-column-text = Seen or heard, date, source
evidence-column-type = Letter
evidence-column-weight = Weight
evidence-separator = {" · "}
evidence-empty = No evidence yet
evidence-empty-what = Write down one thing they said and mark its letter.
evidence-no-text = No words noted
evidence-speaks-against = Speaks against { $letter }
evidence-says-nothing = Marked for no letter: it changes nothing
evidence-weight = Weight { $weight } ({ $kind })
evidence-change = Change: { $text }
evidence-remove = Remove: { $text }
evidence-remove-tip = Remove; Undo brings it back
evidence-edit = Change
evidence-add-heard = Add what you heard
evidence-words = What you heard or saw
evidence-restore = Bring back what was cancelled
evidence-marks-none = Without a letter it is kept, but does not count.
evidence-marks-hint = One click: for. Two: against.
evidence-mark-none = { $letter } { $name }: not marked
evidence-mark-for = { $letter } { $name }: speaks for it
evidence-mark-against = { $letter } { $name }: speaks against it
evidence-kind = Kind of observation
evidence-source = Source
evidence-source-hint = Where, from whom
evidence-date = Date
evidence-date-hint = today
evidence-date-problem = Not a date. Try 15 Jun or 2026-06-15
evidence-add = Add
evidence-add-tip = Enter adds it too
evidence-save-change = Save change
words-quoted = “{ $text }”

## Compatibility

compatibility-title = Compatibility with me
compatibility-me = Me
compatibility-odds = How likely each relation is, given what is known of both of you
compatibility-me-unknown = To compare, the app needs your own profile: six short questions, two minutes.
compatibility-describe-me = Describe myself
compatibility-them-unknown = Add what you heard from them, and this shows where you two fit and where you rub.
compatibility-tend = Instead of “{ $text }”
compatibility-instead = Say, with your own facts
compatibility-gains = What it can bring
compatibility-risks = What can go wrong
compatibility-advice = Worth trying
compatibility-relation = Gains and risks
compatibility-more = All four relations

## Talking and being misjudged

hypothesis-if = if { $letter } { $name } is right
not-enough-evidence = Not enough evidence yet
talk-title = How they talk
talk-listen-title = What to listen for
misjudged-title = How others misjudge them
misjudged-fair = The fair view
misjudged-unknown = Once a quadrant leads, this shows the unkind view that others may have, and the fair one.

## How to respond

respond-title = How to respond
respond-hypothesis = going by { $word }
respond-guide = Full guide
respond-next = Next: { $moment }
respond-me-unknown = For everybody who thinks this way. Your own profile makes it fit you two.
respond-do = Do
respond-avoid = Avoid
respond-tab-do = Do and avoid
respond-tab-sentences = Sentences
respond-tab-irritates = What irritates them
find-out-title = How to find out
find-out-how = Ask one of these, and listen to what they talk about first.

## Myself

myself-title = How I think
myself-name = Your name
myself-name-hint = As it should stand on a brief
myself-done = Done
myself-later = Done for now
myself-profile = My profile so far
myself-unknown = A few more answers, and the profile appears here.
myself-strengths = What you bring
myself-blind-spots = What you may overlook
myself-pressure = Under pressure
myself-why = What this is for
myself-why-compare = It shows where you and each counterpart fit, and where you rub.
myself-why-words = It turns what you tend to say into what reaches them.
myself-why-blind = It warns you of the part that you leave out of a pitch.
myself-honest = A preference, not a test. It stays in your library.
