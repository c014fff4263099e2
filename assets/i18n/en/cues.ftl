# Tactics and hot potatoes heard in the other side's words.

tactics-none = No tactic and no hot potato heard.
