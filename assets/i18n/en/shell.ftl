### The frame around the pages: commands, messages, windows over the page, the first start.

## Commands: name and tooltip

command-today = Today
command-today-tip = What comes next, and what is due
command-counterparts = Counterparts
command-counterparts-tip = The people across the table
command-negotiations = Negotiations
command-negotiations-tip = Every deal with its meetings
command-playbook = Playbook
command-playbook-tip = Quadrants, questions, phases and tactics
command-settings = Settings
command-settings-tip = Language, look, animals, library
command-search = Search
command-search-tip = Find people, negotiations, tactics and commands
command-new-counterpart = Add counterpart
command-new-counterpart-tip = A new person across the table
command-new-negotiation = New negotiation
command-new-negotiation-tip = Plan a new deal and its first meeting
command-describe-myself = Describe myself
command-describe-myself-tip = How you think; the advice then fits the pair
command-side-by-side = Side by side
command-side-by-side-tip = Compare people: profiles, relations, the team map
command-next-brief = Brief for the next meeting
command-next-brief-tip = One page to read before you go in
command-back = Back
command-back-tip = The page before
command-forward = Forward
command-forward-tip = The page that you came back from
command-undo = Undo
command-undo-tip = Take the last change back
command-redo = Redo
command-redo-tip = Make the change again
command-save = Save now
command-save-tip = Everything is saved as you type; this writes it at once
command-open-library = Open library
command-open-library-tip = Work in another folder
command-create-library = New library
command-create-library-tip = Start with an empty folder
command-enter-offer = Enter an offer
command-enter-offer-tip = Goes to the meeting and waits for a price; again: the other side
command-catch-potato = Catch a hot potato
command-catch-potato-tip = Goes to the meeting and waits for their words; again: the next kind
command-write-log = Write a log line
command-write-log-tip = Goes to the meeting and waits for a line; again: the next kind
command-toggle-theme = Light or dark
command-toggle-theme-tip = Switch between the light and the dark look
command-larger-text = Larger text
command-larger-text-tip = Make everything larger
command-smaller-text = Smaller text
command-smaller-text-tip = Make everything smaller
command-help = Help and shortcuts
command-help-tip = All commands, and how the app judges

## The frame

search = Search
close = Close
cancel = Cancel
retry = Try again
show = Show
browse = Browse…
status-saved = On this device · saved
status-saving = On this device · saving…
status-not-saved = Not saved
status-read-only = Read-only
open-other-library = Open another library
problems-banner = { $count ->
    [one] One file of the library could not be used. The rest is open.
   *[other] { $count } files of the library could not be used. The rest is open.
}

## Short messages

read-only-opened = This library is open for reading only.
read-only-no-edit = This library is read-only. Nothing was changed.
file-saved = Saved as { $path }
saved-now = Saved.
counterpart-removed = Counterpart moved to the trash.
negotiation-removed = Negotiation moved to the trash.
negotiation-with = Negotiation with { $name }
choose-folder = Choose a folder
save-brief = Save the brief
brief-file-name = Brief

## Names that are missing

untitled-negotiation = Untitled negotiation
nameless = Name not known

## Open or make a library

library-open-title = Open a library
library-create-title = New library
library-sample-title = New library with sample records
library-open-help = A library is a folder with readable files: one for each counterpart and each negotiation.
library-create-help = Choose an empty folder, or one that does not exist yet. It will hold your counterparts and negotiations as readable files.
library-sample-help = Choose an empty folder, or one that does not exist yet. It gets invented people and deals to try things out.
library-path = Folder
library-open-do = Open
library-create-do = Create
library-sample-do = Create
no-file-dialog = This system has no file dialog. Type the path instead.
library-current = This is the library that is open now.
place-looking = Looking…
library-no-path = Type or choose a folder.
library-relative = Give the whole path, from the root of the disk.
library-file-in-way = A file stands where the folder should be. Choose another path.
library-missing = There is no such folder. Check the path, or make a new library.
library-not-one = This folder is not a library: it has no library.ron. Choose another, or make a new library.
library-not-empty = The folder is not empty. Choose an empty or a new folder.
library-already-one = There is a library here already. Open it instead.
library-open-it = Open it
library-found = A library was found here.
library-new-folder = The folder will be made.
library-empty-folder = The folder is empty and will be used.

## Save the brief

save-brief-path = File
save-brief-do = Save
save-brief-exists = There is a file of that name already.
save-brief-overwrite = Replace it
save-brief-folder-missing = The folder { $folder } does not exist.
save-brief-is-folder = This is a folder. Add a file name.
save-brief-no-path = Type or choose a file.
save-brief-markdown = Markdown: plain text for notes and mail
save-brief-html = A page for the browser, made to be printed
save-brief-limits-in = Your target, walk-away and alternative are in it. Do not hand it over.
save-brief-limits-out = Your target, walk-away and alternative are left out.

## Help

help-title = Help and shortcuts
help-pages = Pages
help-records = People and deals
help-edit = Changes
help-table = At the table
help-window = Window and library
help-honesty = How the app judges
help-honesty-profile = A quadrant is a guess from what you heard and saw, not a test. Without evidence it says “unknown”. The animal is a mnemonic, nothing more.
help-honesty-outcome = A meeting is judged by what the customer agreed to do, by whom and by when. Kind words never raise the verdict.
help-no-shortcut = –

## Problems with files

problems-title = Files that could not be used
problems-intro = Everything else is open. Nothing was deleted.
problems-place = { $file }, line { $line }, column { $column }
problem-quarantined = The file was moved aside and kept as { $path }.
problem-skipped = The file was left where it is, and not loaded.
problem-none = Nothing was changed.
problem-restored = The last good copy was put in its place: { $path }.
problem-new-library-file = A new library.ron without an owner was written.
problem-what = What is wrong
problem-done = What was done
problem-todo = What to do
problems-dismiss = Understood

store-parse = The text does not read as a record: { $message }
store-parse-todo = Correct that line in a text editor and put the file back, or go on with the copy.
store-parse-field = { $field }: { $message }
store-wrong-name = The record inside carries another id, { $found }, than the name of the file.
store-wrong-name-todo = If you want it, name it { $found }.ron and put it back.
store-newer = It was written by a newer version of the app.
store-newer-todo = Update the app. The file stays untouched until then.
store-not-regular = This is not a regular file.
store-not-regular-todo = Move it out of the library.
store-too-large = The file is larger than a record may be: { $size } bytes.
store-too-large-todo = Move it away, or make it smaller.
store-io-todo = Check the disk and the rights to the folder, then open the library again.
store-unfaithful = It was not written, because it would not read back the same.
store-unfaithful-todo = Undo the last change.
store-no-folder = There is no such folder.
store-no-folder-todo = Check the path, or make a new library.
store-file-in-way = A file stands where the library folder should be.
store-file-in-way-todo = Choose another path.
store-not-library = This folder is not a library: it has no library.ron.
store-not-library-todo = Choose another folder, or make a new library.
store-file-missing = library.ron is missing, although the folder holds { $count } record files.
store-file-missing-todo = Put the file back, or choose Repair.
store-not-empty = The folder is not empty.
store-not-empty-todo = Choose an empty or a new folder.
store-read = It cannot be read ({ $reason }).
store-write = It cannot be saved ({ $reason }).
store-disk-full-todo = Free some space on the disk; what you typed is kept and saved then.
store-permission-todo = Ask for permission to the folder, or use another one.
store-read-only-todo = The disk is read-only: use another folder.
store-path-todo = Check that the disk is connected and the path is right.
store-in-use = The library is open in another window.
store-in-use-todo = Close it there first.
store-keep-library = The library itself cannot be removed, only its records.
store-no-saver = Changes cannot be saved in the background ({ $reason }).
store-no-saver-todo = Close other programs, then start the app again.
fault-at = { $wrong } { $todo } ({ $place })
fault-anywhere = { $wrong } { $todo }
store-other-todo = Check the file, then open the library again.

## The first start

first-language = Language
first-welcome = Know the person across the table
first-lead = Counterpoint turns what you heard and saw into a picture of how your counterpart thinks, and readies you for the next meeting.
first-empty = Start with an empty library
first-empty-help = Your own counterparts and deals
first-folder = In { $path }
first-other-folder = Choose another folder…
first-sample = Explore the sample library
first-sample-help = Invented people and deals, to look around
first-open = Open an existing library…
first-open-help = A folder from another computer or a backup
first-privacy = Everything stays on this computer, in files that you can read. No account, no network.
first-loading = Opening the library…
first-failed = The library could not be opened
first-repair = Repair
first-repair-tip = Puts the newest readable backup in the place of a damaged file. The damaged file is kept in the folder "quarantine".
first-failed-help = Nothing was deleted or changed. The files are where they were.
first-open-another = Open another…
first-new-one = Start a new one…
