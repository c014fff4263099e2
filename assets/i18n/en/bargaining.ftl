### Deals over several issues: the frontier, balanced deals, packages.

analyse-deals = { $deals } deals, { $feasible } of them acceptable to both
analyse-deals-about = { $deals } deals, about { $feasible } of them acceptable to both (too many to count)
analyse-none = No deal gives both sides at least what they walk away for. Look for more issues or other options.
analyse-nash = Greatest product of both gains (Nash)
analyse-kalai-smorodinsky = Equal shares of what each could gain (Kalai-Smorodinsky)
analyse-egalitarian = The smaller gain as great as possible
analyse-max-sum = Greatest sum of both
analyse-packages = Packages that are worth the same to you
analyse-favours = (favours them in “{ $issue }”)
analyse-frontier = Deals that no other deal beats: { $count }
analyse-thinned = There were too many to keep all; these are some of them.
analyse-more = … and { $count } more
analyse-deal = you { $me }, they { $them }: { $options }
analyse-between-options = {"; "}
