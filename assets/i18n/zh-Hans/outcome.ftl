### 会谈之后：谈定了什么、跟计划比、预计与结果、策略、复盘。

sentences = { $one }{ $two }

agreed-title = 谈定了什么
agreed-none-caption = 还没有
agreed-caption = 第 { $number } 次会谈
agreed-none = 先把桌上的条件拿过来，再逐项改。
agreed-none-offers = 没记过报价。谈定了什么就填在这里，会跟你的计划对照。
agreed-from-both = 双方一致的条件
agreed-from-theirs = 对方最后报价
agreed-from-ours = 我方最后报价
agreed-from-settled = 只要已谈定的
agreed-by-hand = 手工填写
agreed-take-back = 其实没谈定
agreed-topic = 议题
agreed-plan = 计划
agreed-result = 结果
agreed-in-words = 说明
agreed-result-of = 谈定：{ $topic }
agreed-unreadable = 这还读不出是什么值。
agreed-limit = 底线 { $value }
agreed-target = 目标 { $value }
agreed-open = 还没定
agreed-no-limits = 计划里没有目标和底线
agreed-between = 从底线到目标走了 { $share }
agreed-at-target = 正好达到目标
agreed-at-limit = 正好在底线上
agreed-beyond-target = 比目标还好 { $by }
agreed-past-limit = 越过底线 { $by }
agreed-better-than-target = 比目标还好
agreed-worse-than-limit = 越过底线

worth-whole = 这笔对你值 { $me } 分（满分 100），对对方约 { $them } 分。
worth-range = 对你值 { $low } 到 { $high } 分（满分 100）：还有 { $open } 个议题没定。
worth-over-alternative = 你的替代方案值 { $worth } 分。
worth-under-alternative = 你的替代方案值 { $worth } 分，比这笔还高。
worth-unknown = 在计划里给议题定下目标和底线，这里就能看出这笔对你值多少。
worth-underway = 正在看还有哪些可能……
worth-refused = 算不出还有哪些可能：请检查计划里的议题、权重和数值。
worth-guesses = 对对方值多少、因而还有哪些可能，都建立在你对他们的猜测上。

left-beyond = { $topics }已经越过你的底线，这里不再比较还能谈到什么。
left-share = 按你对对方的估计，比起谈不成，能谈到的价值，这笔拿到了 { $share }。
left-nothing = 按你对对方的估计，再没有对双方都更好的方案：能谈到的价值，已拿到 { $share }。
left-little = 比起谈不成，能谈到的价值拿到了 { $share }，你没漏下什么值得一提的。
left-instead = 对方的价值不变，你本来可以拿到：{ $terms }（对你多值 { $more } 分）。
left-more = { $topic }多 { $amount }
left-less = { $topic }少 { $amount }
left-later = { $topic }晚 { $amount }
left-earlier = { $topic }早 { $amount }
left-choice = { $topic }要{ $to }而不是{ $from }

expected-title = 预计与结果
expected-caption = 不追究，只练眼力
expected-none = 会前没写下预计，没法对照。
expected-none-yet = 这次会谈会有什么结果？你有几成把握？开始之前写下来。
expected-next = 下次会谈前先写预计
expected-now = 到准备页去写
expected-verdict = 预计：{ $verdict }，把握 { $sure }%。
expected-hit = 应验了：{ $verdict }。
expected-miss = 结果不同：{ $verdict }。
expected-so-far = 截至目前：{ $verdict }。
expected-range = 预计价格：{ $low } 到 { $high }。
expected-range-hit = 谈定 { $price }：在范围内。
expected-range-miss = 谈定 { $price }：在范围外。
expected-range-open = 价格还没谈定。
expected-late = 会谈开始后才写的，不计入统计。

met-title = 这次用到的策略
met-open = { $count } 条还没记效果
met-all-known = 效果都记了
met-none = 一条也没记。在桌上点一下策略就能记下。
met-with-whom = 跟谁？
met-with-whom-of = { $tactic }，跟谁：{ $name }
met-effect-of = { $tactic }：{ $effect }
effect-theirs-worked = 对我们起了作用
effect-theirs-nothing = 没有效果
effect-theirs-backfired = 对方弄巧成拙

debrief-keep = 保留：下次还要这么做的一件事
debrief-keep-hint = 什么打动了对方？
debrief-change = 改进：下次换个做法的一件事
debrief-change-hint = 哪里让得最多、丢得最多？

verdict-cost = 其中 { $count } 件要对方付出代价。
buyer-verdict-cost = 其中 { $count } 件要你付出代价。
buyer-next-advance = 你签字、付款或下订单，就是“成交”。
buyer-next-continuation = 你的一项行动，有人、有日期，就成为“推进”。快慢由你定。
buyer-refused = 有一方明确拒绝
buyer-reason-refused = 有一方拒绝了。
buyer-reason-decided-elsewhere = 已经定给别家。
buyer-reason-binding = 你已受约束：“{ $action }”。
buyer-reason-advancing = 你答应了 { $count } 件事，有人、有日期。
buyer-reason-broken = 你食言 { $count } 次，剩下的没有一项落到实处。
buyer-reason-unspecific = { $count ->
    [1] 你答应了，但没有{ $missing }。
   *[other] 你答应了 { $count } 件事，最具体的一件也缺{ $missing }。
}
buyer-reason-only-ours = 只有卖方答应做事。
buyer-reason-only-words = 只有好话，没人答应做事。
buyer-reason-nothing-promised = 没人答应做任何事。
