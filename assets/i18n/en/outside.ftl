# What comes from the disk and from other programs: loading, merging, importing, saving elsewhere.

record-loading = Reading…
record-unreadable = This record cannot be read

status-indexing = Comparing with the files: { $done } of { $all }
status-indexing-start = Comparing with the files…
status-saving-many = Saving: { $count ->
    [one] 1 record to go
   *[other] { $count } records to go
}

## A record changed in two places

merge-done = Another program changed this record too. Both changes are in it now.
merge-conflicts = Another program changed the same fields. Your version is saved; look over the differences.
merges-banner = { $count ->
    [one] One record was changed in two places
   *[other] { $count } records were changed in two places
}. Your version is in use; nothing of the other is lost.
merges-show = Look over
copies-banner = { $count ->
    [one] A sync program left a second version of one record
   *[other] Sync programs left second versions of { $count } records
}.
copies-show = Merge…

## Bring in another library

library-import-title = Bring in another library
library-import-help = Its people and negotiations are copied into the library that is open. Nothing of yours is replaced: where both have the same record with different content, the other version is offered for merging.
library-import-do = Bring in
command-import-library = Bring in another library…
command-import-library-tip = Copy the people and negotiations of another library folder into this one
import-running = Bringing in records: { $done } of { $all }
import-stop = Stop
import-stopped = Stopped. What was brought in stays.
import-done = Brought in { $added ->
    [one] 1 record
   *[other] { $added } records
}. { $same } were here already.
import-differing = { $count ->
    [one] One record differs
   *[other] { $count } records differ
} and can be merged.
import-unreadable = { $count ->
    [one] One file
   *[other] { $count } files
} of the other library could not be read and stayed there.

## Keep what cannot be saved

rescue-offer = Save elsewhere…
library-rescue-title = Save elsewhere
library-rescue-help = What could not be saved is written into a new folder, as a small library of its own. The app goes on trying to save in the usual place.
library-rescue-do = Save here
rescue-done = Saved in { $path }: { $count ->
    [one] 1 record
   *[other] { $count } records
}. Open it as a library, or bring it in later.

## Faults of archives, copies and folders

access-not-archived = Read-only: this library is of an older version, and the backup that comes before the upgrade could not be made. { $reason }
store-bad-archive = This backup cannot be used: { $message }
store-bad-archive-todo = Choose another one.
store-conflict-copy = A sync program kept a second version of a record here.
store-conflict-copy-todo = Merge the two, or delete the one that is not wanted.
store-records-missing = The folder is missing, although { $count } of its records are known from earlier versions and backups.
store-records-missing-todo = Let the sync program finish or put the folder back; else restore a backup.
store-cancelled = Stopped, as you asked.
store-cancelled-todo = Nothing was left behind.

## Leaving with something unsaved

close-unsaved = Something is not saved yet. Save it elsewhere, or close once more to leave it.
leave-unsaved = Something in the open library cannot be saved, so it stays open. Save it elsewhere first.
