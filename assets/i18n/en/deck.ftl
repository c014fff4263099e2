# What I keep of the deck of tactics, my own cards, training.

deck-seen = seen { $count }
deck-used = used { $count }
deck-favourite-on = Add to favourites
deck-favourite-off = A favourite
deck-train-on = Put on the training list
deck-train-off = On the training list
deck-train-now = Train this
deck-train-all = Train all of them
deck-never-met = Not met yet: log it at the table, and this card counts.
deck-seen-times = { $count ->
    [one] Seen once
   *[other] Seen { $count } times
}
deck-used-times = { $count ->
    [one] used by me once
   *[other] used by me { $count } times
}
deck-worked-for-me = worked { $hits } of { $of } times for me
deck-worked-on-me = worked { $hits } of { $of } times on me
deck-too-few = too few to judge by
deck-between = {"; "}
deck-with = Met with: { $names }
deck-with-person = { $name } ({ $count })
deck-favourites = Favourites
deck-to-train = To train
deck-own = My cards
deck-new-card = New card
own-unnamed = Untitled card
own-name = Name
own-name-hint = What you call it
own-phase = Phase
own-mark = How fair it is
own-cues = How it sounds
own-cues-hint = What they say or do, one to a line
own-counter = What to answer
own-counter-hint = One line that can be said aloud
own-how = How to use it fairly
own-how-hint = Step by step, one to a line
own-note = Note
own-note-hint = Where you met it, what came of it
own-fair = Write nothing that you would not say if they could read it.
own-remove = Remove this card
drill-title = Train
drill-progress = { $number } of { $all }
drill-they-say = They say
drill-aloud = Answer aloud, in one sentence. Then look.
drill-reveal = Show the answer
drill-had = I had it (1)
drill-not = Not yet (2)
drill-done = { $had } of { $all } answered
drill-done-tip = What you can say aloud without thinking, you can say at the table. Come back tomorrow for those that were missing.
drill-again = Once more
