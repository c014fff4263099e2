### The settings page.

settings-title = Settings

## Language and look

settings-look = Language and look
settings-language = Language
settings-theme = Theme
settings-text-size = Text size
language-system = System
language-english = English
language-chinese = 简体中文
theme-system = System
theme-light = Light
theme-dark = Dark

## Animals

settings-animals = Animals
settings-animals-note = An animal helps to remember a quadrant. It is a mnemonic, nothing more. Changing it changes pictures and names only.
settings-animals-sheep-is-c = Sheep for C, fox for D
settings-animals-fox-is-c = Fox for C, sheep for D

## Me

settings-me = Me
settings-my-name = My name
settings-my-name-hint = As it stands in the brief
settings-me-unknown = You have not described how you think. Once you do, the advice fits you and the other side.
settings-me-known = { $certainty }: { $quadrant }, from { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
settings-me-tied = No clear lead yet, from { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
settings-currency = Currency of new negotiations
settings-currency-hint = ISO code, for example EUR
settings-currency-problem = A currency code has three letters.

## Library

settings-library = Library
settings-library-note = A folder with one readable file for each counterpart and each negotiation. Copy it to back it up.
settings-library-open = Open another…
settings-library-new = New library…
settings-library-recent = Recent libraries
settings-library-current = open now
settings-library-writable = Every change is saved here at once.

## About

settings-about = About
settings-version = Version { $version }
settings-licence = Free software under MIT or Apache-2.0
settings-storage = Records are kept in the library folder. Language, look and half-typed entries are kept in the app’s own folder on this computer. Nothing is sent anywhere.
settings-honesty = A profile is a hypothesis from what you noted, not a test. Not for hiring.

## Why a library is read-only

access-writable = The library can be changed.
access-already-open = Read-only: another window has this library open. Close it there, then open the library again.
access-already-open-by = Read-only: this library has been open on { $host } (process { $pid }) since { $since }. Close it there, then open it again.
access-no-permission = Read-only: the folder cannot be written. Change the rights of the folder, or copy the library to another one.
access-newer = Read-only: a newer version of the app wrote this library (schema { $schema }). Update the app to change it.
access-no-lock = Read-only: this disk cannot keep a second window out ({ $reason }). Copy the library to a disk of this computer.
