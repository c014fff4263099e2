### 桌面上的内容：议题、报价、台账、谈到哪儿了、提醒。

topic-price = 价格
topic-unnamed = 未命名议题

unit-minute = { $count ->
   *[other] { $number } 分钟
}
unit-hour = { $count ->
   *[other] { $number } 小时
}
unit-day = { $count ->
   *[other] { $number } 天
}
unit-week = { $count ->
   *[other] { $number } 周
}
unit-month = { $count ->
   *[other] { $number } 个月
}
unit-year = { $count ->
   *[other] { $number } 年
}
unit-percent = { $number }%

unit-short-minute = 分钟
unit-short-hour = 小时
unit-short-day = 天
unit-short-week = 周
unit-short-month = 个月
unit-short-year = 年
unit-short-percent = %

unit-typed-minute = 分钟
unit-typed-hour = 小时
unit-typed-day = 天
unit-typed-week = 周
unit-typed-month = 个月
unit-typed-year = 年
unit-typed-percent = %

table-comma = 、

## 我们现在在哪里？

now-question = 跟上次比，现在谈到哪儿了？
now-no-offers = 桌上还没有价格。先记第一笔：谁报的，报多少。
now-only-us = 我方报了 { $ours }，对方还没开价。先请对方报价，再谈让步。
now-only-them = 对方报了 { $theirs }，我方还没报价。
now-standing = 这次还没有新报价。上次我方停在 { $ours }，对方停在 { $theirs }，{ $gap }。
now-since-last-meeting = 跟上次会谈比
now-since-start = 从第一次报价算起
now-sentence = { $since }，{ $they }，{ $we }，{ $gap }。
now-us-concession = 我方让了 { $amount }
now-us-retreat = 我方收回 { $amount }
now-us-hold = 我方没动
now-us-named = 我方报了 { $price }
now-them-concession = 对方让了 { $amount }
now-them-retreat = 对方收回 { $amount }
now-them-hold = 对方没动
now-them-named = 对方报了 { $price }
now-gap = 还差 { $amount }
now-gap-was = 还差 { $amount }，之前差 { $before }
now-gap-closed = 双方报价已对上

now-all = { $since }，{ $they }；{ $we }
now-all-standing = 这次还没有新报价
now-all-only-us = 我方已报价，对方还没报
now-all-only-them = 对方已报价，我方还没报
now-all-topic = { $topic } { $amount }
now-all-us-moved = 我方让了 { $topics }
now-all-us-back = 我方收回 { $topics }
now-all-us-named = 我方提出 { $topics }
now-all-them-moved = 对方让了 { $topics }
now-all-them-back = 对方收回 { $topics }
now-all-them-named = 对方提出 { $topics }
now-all-and = ，
now-all-apart = 还差：{ $topics }
now-all-settled = 已谈定：{ $topics }
now-all-between = 。
now-all-end = { $sentence }。

position-title = 现在谈到哪儿了？
position-about = 谈到哪儿了
position-package = 整体方案
position-weights = 对方看重什么
position-now = 现在
position-since-offer = 最近一步
position-since-meeting = 比上次会谈
position-since-start = 从头算起
position-to-target = 距目标
position-to-walk-away = 距底线
position-gap = 差距
position-was = 原为 { $amount }
position-concession = 让 { $amount }
position-retreat = 收回 { $amount }
position-hold = 没动
position-choice-concession = 让了
position-choice-retreat = 收回
position-choice-hold = 没动
position-choice-limits = 想要：{ $target }。底线：{ $limit }。
position-set-limits = 去定目标和底线

fact-moved-us = 我方让得多，先要对方的下一步
fact-moved-them = 对方让得多
fact-moved-even = 双方让得一样多
fact-taper-us = 我方步子在变小：{ $sizes }
fact-no-taper-us = 我方步子没有变小：{ $sizes }
fact-taper-them = 对方步子在变小：{ $sizes }
fact-no-taper-them = 对方步子没有变小：{ $sizes }
fact-meeting = 照这样谈下去，大约落在 { $point }，八成把握在 { $low } 到 { $high } 之间。
fact-meeting-rough = 照这样谈下去，大约落在 { $point }（{ $low } 到 { $high }）。只看了我方 { $ours } 步、对方 { $theirs } 步，粗略一猜。
fact-meeting-beyond = 这已越过我的底线。

legend-ours = 我方
legend-theirs = 对方
legend-last = 上次会谈
legend-zone = 目标到底线
legend-agreement = 可谈区间
legend-projected = 照此下去

package-caption = 0 = 每项都在底线，100 = 每项都达到目标
package-unknown = 给价格或某个议题定下目标和底线，这里就能看出每个报价整体上对你值多少。
package-to-us = 对我的价值
package-to-them = 对他们
package-alternative = 比我的替代方案
package-ours = 我方最近报价
package-theirs = 对方最近报价
package-about = 约 { $worth }
package-range = { $low } 到 { $high }
package-guess = 对他们值多少只是猜测，依据是我估计的对方权重和底线。
package-mirrored = { $topics }：对方的情况没写全，缺的暂按与我相反来算。
package-left-out = 没算进去，原因见方案页：{ $topics }。
package-legend-ours = 我方报价
package-legend-theirs = 对方报价
package-legend-zone = 好过我的替代方案

guess-caption = 从对方报价猜出来的
guess-none = 还看不出来。对方的报价要有一项变了、另一项没变才行：别的都肯让、就这一项不动，说明他看重它。
guess-rests-on = 依据对方 { $count } 次报价：别的都在动、这一项不动，说明他看重它。
guess-rests-on-few = 只有对方 { $count } 次报价作依据，仅供参考。别的都在动、这一项不动，说明他看重它。
guess-mine = 我的估计
guess-theirs = 从报价看
guess-take = 用作我对对方权重的估计
guess-take-tip = 把这些数字写进准备页，可以撤销。
guess-taken = 准备页里已是这些数字。

## 报价

ledger-title = 报价
ledger-caption = { $count ->
    [0] 本次还没有
   *[other] 本次 { $count } 笔
}
ledger-settled = { $topic }已谈定：{ $value }
ledger-settled-count = 已谈定 { $count } 项
ledger-time = 时间
ledger-who = 谁
ledger-value = 价值
ledger-value-to-us = 对我方
ledger-value-help = 整个方案对我值多少：0 = 每项都在底线，100 = 每项都达到目标。
ledger-value-of = 对我方值 { $me } 分（满分 100），对对方约 { $them } 分（猜测）。
ledger-value-open = 还有 { $count } 个议题没谈到，所以是一个区间。
ledger-value-alternative = 我的替代方案值 { $worth } 分。
ledger-held = 没动
ledger-empty = 还没有报价。在下面输入“我方 1480 30天账期”，按回车。
ledger-empty-issues = 还没有报价。在下面一行输完，连同各个议题，按回车。数字旁边写单位或议题名，就记到那个议题上。
ledger-row = { $time }，{ $offer }
ledger-remove = 删除报价：{ $offer }
ledger-change-offer = 修改报价：{ $offer }

offer-side = 谁报的
offer-line = 报价内容
offer-hint = 例如：我方 { $example }
offer-save = 保存
offer-leave = 不改了
offer-term = { $topic } { $value }
offer-text = “{ $words }”
offer-or = {" 或 "}
offer-unreadable = 还看不出价格或议题。可写 1300、1.2k，或数字加议题名。
offer-several = “{ $words }”可能是{ $topics }，请在旁边写上议题名。
offer-twice = { $topic }前面已有，“{ $words }”只当文字记下。
offer-number = “{ $words }”可能有两种意思，只当文字记下。
offer-value = “{ $words }”还不是{ $topic }的有效值。

warning-about = { $topics }：{ $warning }
warning-more = （另有 { $count } 条）
warning-near-reservation = 离底线只剩 { $room } 了。没有交换，就不要再让。
warning-near-limit = 快到底线了。没有交换，就不要再让。
warning-split-the-difference = 这一步正好让到中间。各让一半，便宜的是开价更狠的一方；不如拿这一步换点东西。
warning-bid-against-myself = 对方还没回应，你就自己让了。停下来，请对方报价。
warning-two-concessions-in-a-row = 我方连让两步，对方一步没动。别让第三步，先问这一步换什么。
warning-beyond-reservation = 已越过底线 { $by }。收回来，或者要对方拿东西换。
warning-beyond-limit = 已越过底线。收回来，或者要对方拿东西换。
warning-below-alternative = 这个方案对你只值 { $worth } 分，你的替代方案值 { $alternative } 分。与其签这个，不如不签。

## 今日页

today-issues = 其他议题
today-issue-settled = { $topic }已谈定 { $value }
today-issue-apart = { $topic }还差 { $amount }
today-issue-open = { $topic }未定
