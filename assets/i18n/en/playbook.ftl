### The playbook.

playbook-title = Playbook
playbook-search = Search the playbook
playbook-search-hint = A word, or what they said
playbook-hits = { $count ->
    [0] Nothing found. Try a shorter word.
    [one] { $count } entry
   *[other] { $count } entries
}
playbook-hits-more = The first { $shown } of { $count } entries
playbook-clear = Clear the search
playbook-index = Overview
playbook-quadrants = Quadrants
playbook-basics = The models
playbook-relations = Relations
playbook-relations-line = How two thinkers fit, and what to say instead
playbook-pair = You { $me } { $my-name }, they { $them } { $their-name }
playbook-walk = The 17 questions
playbook-walk-line = What to ask of a pitch, quadrant by quadrant
playbook-phases = Phases
playbook-tactics = Tactics
playbook-tactics-of = Tactics, { $phase }
playbook-potatoes = Hot potatoes
playbook-potatoes-line = Their problem, thrown to you: test it at once
playbook-lead = Four ways to think. A and D reason, B and C feel; A and B keep to the left, C and D to the right. Everybody has all four; the profile says which comes first.
playbook-mnemonic = The animal is a mnemonic, nothing more.
playbook-gone = This card is not in the deck.
playbook-gone-help = Choose another one from the list.

## A quadrant

quadrant-thinks = How they think
quadrant-talk = How they talk
quadrant-misjudged = What others unkindly say
quadrant-fair-view = What stands behind it
quadrant-wants = What they want from you
quadrant-decides = How they decide
quadrant-open = How to open
quadrant-argue = How to argue
quadrant-objection = Their usual objection
quadrant-follow-up = How to follow up
quadrant-notice = What to notice afterwards
quadrant-concede = How to concede
quadrant-close = How to close
quadrant-irritates = What irritates them
quadrant-do = Do
quadrant-avoid = Avoid
quadrant-under-pressure = Under pressure
quadrant-sentences = Sentences that land
quadrant-being = If this is you
quadrant-strengths = Your strengths
quadrant-blind-spots = Your blind spots
quadrant-being-wants = What you look for
quadrant-being-decides = How you decide
quadrant-being-open = How you open
quadrant-being-argue = How you argue
quadrant-being-concede = How you concede
quadrant-being-close = How you close
quadrant-being-irritates = What irritates you
quadrant-being-sentences = Sentences to lend you balance

## Relations

relations-difficulty = Difficulty { $level } of 4
relations-gains = Gains
relations-risks = Risks
relations-advice = Advice
relations-pairs = Which pair is yours?
relations-pairs-help = Rows: you. Columns: the other side. Choose a cell to read how this pair gets on and what to say.
relations-pairs-mine = Rows: you, by your profile { $me }. Columns: the other side. Choose a cell to read how this pair gets on and what to say.
relations-me = You
relations-them = The other side
relations-cell = You { $me }, they { $them }: { $relation }
relations-pair = You { $me }, they { $them }
relations-tend = You tend to say
relations-instead = Say instead
pair-afterwards = Afterwards, and when it gets tense
pair-read-them = All about { $letter } { $name }
pair-read-me = Being { $letter } { $name }

## The 17 questions

walk-satisfied = Counts when
walk-example = For example
walk-not-enough = Not enough
walk-suggestion = If the answer is no

## Phases, tactics, potatoes

phase-checklist = Checklist
phase-mistakes = Typical mistakes
phase-leave = Over when
tactic-recognise = How to recognise it
tactic-their-words = In their words
tactic-why = Why it works
tactic-use = How to use it fairly
tactic-fair-alternative = Fair alternative
tactic-unethical-note = Known so that you can counter it. Do not use it.
tactic-counter = How to counter it
tactic-counter-line = Say this
tactic-say = What to say to each
tactic-risk = Risk
tactic-related = Related cards
tactic-source = Also known as { $name }
potato-sounds = How it sounds
potato-tests = Ask at once
potato-listen = Listen for
potato-whose = Whose problem is it?
potato-if-real = If the limit is real
potato-if-bluff = If it was a position
potato-if-unknown = While it stays unclear
