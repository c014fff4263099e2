### Search over everything: people, negotiations, cards, commands.

palette-hint = A name, a deal, words you wrote, a command…
palette-none = Nothing found for “{ $query }”.
palette-none-help = Try fewer letters, or one character of the name. Tactics are also found by what the other side says.
palette-more = The best { $shown } of { $count } hits. Type more to narrow it down.
palette-count = { $count ->
    [one] { $count } hit
   *[other] { $count } hits
}
palette-keys = ↑ ↓ choose · Enter open · { $first } to 5 narrow · Esc close
palette-help = tag:name finds a tag · “two words” a phrase · > a command · { $first } to 5 narrow
hit-counterpart = Counterpart
hit-negotiation = Negotiation
hit-tactic = Tactic
hit-quadrant = Quadrant
hit-phase = Phase
hit-pair = Pair
hit-command = Command
hit-tag = Tag

## Parts

search-part-all = All
search-part-people = People
search-part-negotiations = Negotiations
search-part-playbook = Playbook
search-part-commands = Commands
search-archived = Archived too
search-is-archived = Archived

## Sections of the list

search-recent = Searched before
search-latest = Changed last
search-commands = Commands
search-playbook = Playbook
search-tags = Tags
search-similar = Similar names
search-again = Search for “{ $text }” again
search-forget = Remove “{ $text }” from the list
search-new-counterpart = Add a counterpart called “{ $name }”
search-show-more = { $count ->
    [one] Show one more hit
   *[other] Show { $count } more hits
}
search-incomplete = Still reading the library…

## Where the words stand

search-field-title = Title
search-field-name = Name
search-field-latin-name = Name in Latin letters
search-field-job = Title
search-field-organisation = Company
search-field-tag = Tags
search-field-notes = Notes
search-field-evidence = Evidence
search-field-evidence-source = Source
search-field-goal = Goal
search-field-price-unit = Price for
search-field-issue = Issue
search-field-alternative = Best alternative
search-field-their-alternative = Their best alternative
search-field-gives = What I can give
search-field-package = Package
search-field-concession = In return for a step
search-field-questions = Questions
search-field-unsaid = What I will not say
search-field-team = Our side
search-field-pitch = Pitch
search-field-pitch-version = Kept pitch
search-field-walk = Walk
search-field-place = Place
search-field-words = Words heard
search-field-commitment = Promise
search-field-keep = What I would do again
search-field-change = What I would change
search-field-debrief = Debrief
search-field-offer = Offer
search-field-claim = Hot potato
search-field-log = Log
