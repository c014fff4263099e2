# Tactics and hot potatoes heard in the other side's words.

tactics-none = 没有听出策略，也没有听出烫手山芋。
