# Looking over second versions of records and merging them.

command-merges = Look over second versions
command-merges-tip = Records that were changed in two places: choose field by field

## The list

merge-list-title = Second versions
merge-list-intro = These records exist in two versions. Nothing is lost while you leave them.
merge-reading = Reading…
merge-status-fields = { $count ->
    [one] One field contradicts
   *[other] { $count } fields contradict
}
merge-status-clean = Merges without contradiction
merge-status-nothing-new = Nothing new in it
merge-status-orphan = Its record is gone
merge-status-other-library = From another library
merge-status-unreadable = Cannot be read
merge-put-aside-all = { $count ->
    [one] Move the copy with nothing new to the trash
   *[other] Move { $count } copies with nothing new to the trash
}

## One record

merge-title = Two versions: { $name }
merge-title-copy = A copy of: { $name }
merge-library-record = Library settings and your own profile
merge-from-file = Another program changed the file of this record while you were changing it.
merge-from-syncthing = Copy left by Syncthing
merge-from-dropbox = Copy left by Dropbox
merge-from-nextcloud = Copy left by Nextcloud or ownCloud
merge-from-onedrive = Copy left by OneDrive
merge-from-host = { $origin }, from { $host }
merge-from-numbered = Numbered copy, as iCloud, Google Drive or a file manager makes them
merge-from-unknown = Copy of unknown origin
merge-from-import = Version from the library that was brought in
merge-copy-at = { $who } · { $at }
merge-copy-file = { $origin } · { $file }
merge-kept-file = Your version is saved. The other one is kept among the earlier versions of the record.
merge-kept-copy = Merging moves the copy into the library's trash folder. Undo brings your record back; the copy stays there.
merge-renewed = The record has changed in the meantime. Look over what contradicts now.

merge-mine = Mine
merge-theirs = Other version
merge-changed = last change { $at }
merge-all-mine = All mine
merge-all-theirs = All from the other
merge-option = { $field }, { $side }: { $value }
merge-removed = removed here
merge-my-order = My order of the entries
merge-their-order = The other order of the entries
merge-no-contradiction = Nothing contradicts.
merge-quiet-copy = { $count ->
    [one] One more change comes in without contradiction
   *[other] { $count } more changes come in without contradiction
}
merge-quiet-file = { $count ->
    [one] One change from the other version is in already; it contradicted nothing
   *[other] { $count } changes from the other version are in already; they contradicted nothing
}
merge-before = Before
merge-after = Now
merge-keys = ↑ ↓ field · ← or M mine · → or T other version · Ctrl+Enter merge
merge-keys-short = Ctrl+Enter merge
merge-do = Merge
merge-do-next = Merge, then the next
merge-later = Later
merge-all = All { $count }

## Copies that cannot or need not be merged

merge-nothing-new = This copy holds nothing that the record does not have.
merge-orphan = The record of this copy is no longer in the library. The copy can take its place.
merge-other-library = This is the library.ron of another library. It cannot be merged with yours.
merge-unreadable = The copy cannot be read. Your record is not affected.
merge-put-aside = Move the copy to the trash
merge-bring-back = Bring back as the record
merge-leave = Leave it there

## What was done

merge-told-file = Merged as you chose.
merge-told-mine = Your version stays.
merge-told-copy = Merged. The copy is in the library's trash folder.
merge-told-nothing = Your version stays. The copy is in the library's trash folder.
merge-told-back = The record is back. The copy is in the library's trash folder.
merge-told-aside = The copy is in the library's trash folder.
merge-told-aside-many = { $count ->
    [one] The copy is in the library's trash folder.
   *[other] { $count } copies are in the library's trash folder.
}
merge-copy-gone = The copy is no longer there; somebody else has settled it.
merge-record-gone = The record is no longer in the library.
merge-lost = Not taken over, because the place is no longer in the record: { $fields }
