### What is on the table: topics, offers, the ledger, where we are, warnings.

topic-price = Price
topic-unnamed = Unnamed issue

unit-minute = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
unit-hour = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
unit-day = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
unit-week = { $count ->
    [one] { $number } week
   *[other] { $number } weeks
}
unit-month = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
unit-year = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
unit-percent = { $number }%

unit-short-minute = min
unit-short-hour = h
unit-short-day = days
unit-short-week = weeks
unit-short-month = months
unit-short-year = years
unit-short-percent = %
