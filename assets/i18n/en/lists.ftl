### Long lists: sorting, filtering, choosing many, tags, the archive.

command-select-all = Select all
command-select-all-tip = Every row that the list shows

## Filter and order

list-sort = Sort by
list-sort-next-meeting = Next meeting
list-sort-changed = Last change
list-sort-title = Title
list-filter-tag = Tag
list-filter-tag-chosen = Tag: { $tag }
list-filter-any-tag = Any tag
list-filter-no-tags = No tags here yet. Select some rows, then choose Tag.
list-filter-more = Filter by tag, or see the archive
list-archive = Archived
list-clear-tag = Stop filtering by “{ $tag }”
list-leave-archive = Leave the archive
list-count-negotiations = { $count ->
    [one] { $count } negotiation
   *[other] { $count } negotiations
}
list-count-archived = { $count } archived
list-count-shown = { $shown } of { $count }
list-none-match = No negotiation matches the filter.
list-clear-filter = Show all
list-elsewhere-negotiations = { $count ->
    [one] { $count } match in the archive
   *[other] { $count } matches in the archive
}
list-elsewhere-archived-negotiations = { $count ->
    [one] { $count } match outside the archive
   *[other] { $count } matches outside the archive
}
list-archive-empty-title = The archive is empty
list-archive-empty-text = Archive what is over: it leaves the lists and Today, but stays in the library.
list-archive-empty-people = The archive is empty. Archive whoever you no longer deal with.
list-all-archived-title = Everything is in the archive
list-all-archived-text = Bring a negotiation back, or start a new one.
list-open-archive = Open the archive

## Choosing

list-choose-row = Select { $name }
list-choose-row-tip = Select (Space). Shift+click selects a range.
list-choose-all = Select all that are shown
list-choose-people = Select people
list-chosen = { $count } selected
list-chosen-hidden = { $count } selected, { $hidden } hidden
list-chosen-hidden-tip = The filter hides { $hidden } of them. What you do is done with all { $count }.
list-tag-them = Tag…
list-untag-them = Remove tag…
list-untag-none = None of them has a tag.
list-archive-them = Archive
list-bring-back = Bring back
list-delete-them = Delete
list-side-by-side-tip = Choose 2 to { $most } people
list-choose-none = Clear the selection (Esc)

## Tags and the archive on one record

tags-label = Tags
tags-add = Tag
tags-add-tip = Add a tag
tags-find = Find or type a tag
tags-new = New tag “{ $tag }”
tags-remove = Remove the tag “{ $tag }”
tags-more = +{ $count }
tags-more-tip = { $count ->
    [one] { $count } more tag
   *[other] { $count } more tags
}
tags-none-left = No other tags yet. Type one.
tags-has-already = It has this tag already.
record-archive = Archive
record-archived = Archived
negotiation-archived-note = Archived: it is out of the list and out of Today.

## What was done

people-tagged = { $count ->
    [one] Counterpart tagged “{ $tag }”.
   *[other] { $count } counterparts tagged “{ $tag }”.
}
people-untagged = { $count ->
    [one] Tag “{ $tag }” removed from the counterpart.
   *[other] Tag “{ $tag }” removed from { $count } counterparts.
}
people-archived = { $count ->
    [one] Counterpart archived.
   *[other] { $count } counterparts archived.
}
people-brought-back = { $count ->
    [one] Counterpart brought back.
   *[other] { $count } counterparts brought back.
}
counterparts-removed = { $count } counterparts moved to the trash.
negotiations-tagged = { $count ->
    [one] Negotiation tagged “{ $tag }”.
   *[other] { $count } negotiations tagged “{ $tag }”.
}
negotiations-untagged = { $count ->
    [one] Tag “{ $tag }” removed from the negotiation.
   *[other] Tag “{ $tag }” removed from { $count } negotiations.
}
negotiations-archived = { $count ->
    [one] Negotiation archived.
   *[other] { $count } negotiations archived.
}
negotiations-brought-back = { $count ->
    [one] Negotiation brought back.
   *[other] { $count } negotiations brought back.
}
negotiations-removed = { $count } negotiations moved to the trash.
tagged-nothing = All of them have the tag “{ $tag }” already.
untagged-nothing = None of them has the tag “{ $tag }”.
