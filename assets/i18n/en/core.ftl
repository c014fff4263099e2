### Words used on every page: dates, money, and the terms of the models.

app-name = Counterpoint
app-tagline = Know the person across the table

## Text put together

label-text = { $label }: { $text }
list-separator = {" · "}

## Dates and times

date-medium = { $day } { $month } { $year }
date-short = { $day } { $month }
date-long = { $weekday } { $day } { $month } { $year }
date-time = { $date }, { $time }

day-today = today
day-tomorrow = tomorrow
day-yesterday = yesterday
day-ahead = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
day-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
day-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

## Money: the amount is formatted already

money = { $currency } { $amount }

currency-AUD = AUD
currency-CAD = CAD
currency-CHF = CHF
currency-CNY = CNY
currency-EUR = EUR
currency-GBP = GBP
currency-HKD = HKD
currency-JPY = JPY
currency-KRW = KRW
currency-SGD = SGD
currency-TWD = TWD
currency-USD = USD

## The models

animal-eagle = eagle
animal-donkey = donkey
animal-sheep = sheep
animal-fox = fox

certainty-unknown = Unknown
certainty-leaning = Leaning
certainty-likely = Likely
certainty-clear = Clear

setting-normal = At ease
setting-pressure = Under pressure

evidence-questionnaire = Questionnaire
evidence-quote = Their words
evidence-behaviour = Behaviour seen
evidence-text = Something they wrote
evidence-third-party = Said by others
evidence-role = Guess from the job

relation-same = same quadrant
relation-compatible = compatible
relation-contrasting = contrasting
relation-cross = cross

phase-preparation = Preparation
phase-opening = Opening
phase-middle = Middle
phase-late = Late

side-us = Us
side-them = Them

party-buyer = Buyer
party-seller = Seller

potato-budget = Budget
potato-authority = Authority
potato-deadline = Deadline
potato-competitor = Competitor
potato-policy = Policy
potato-other = Other

potato-verdict-untested = Untested
potato-verdict-real = Real
potato-verdict-bluff = Bluff
potato-verdict-unknown = Still unclear

outcome-order = Order
outcome-advance = Advance
outcome-continuation = Continuation
outcome-no-sale = No-sale

commitment-open = Open
commitment-kept = Kept
commitment-broken = Broken

answer-yes = Yes
answer-partly = Partly
answer-no = No

mark-fair = Fair
mark-hard = Hard
mark-unethical = Unethical

log-note = Note
log-quote = Their words
log-promise = Promise
log-mood = Mood
log-question = Question
log-tactic-seen = Tactic seen
log-tactic-used = Tactic used
log-phase-change = Phase

# How much a person weighs in the decision, 1 to 4.
influence-1 = Little say
influence-2 = Has a say
influence-3 = Weighs heavily
influence-4 = Decides

effect-worked = Worked
effect-nothing = Nothing came of it
effect-backfired = Backfired

whose-theirs = Theirs
whose-shared = Shared
whose-ours = Ours

team-role-lead = Speaks
team-role-numbers = Numbers
team-role-scribe = Writes
team-role-observer = Watches
team-role-expert = Expert

issue-kind-number = Number
issue-kind-money = Amount
issue-kind-date = Date
issue-kind-choice = Choice list

curve-linear = Evenly
curve-threshold = Only the target counts
curve-points = Through points
