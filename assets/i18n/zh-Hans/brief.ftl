### 会前简报：一页纸带进会场。

brief-meeting = 第 { $number } 次会谈
brief-no-meeting = 还没安排会谈
brief-no-date = 时间未定
brief-minutes = 预计 { $minutes } 分钟
brief-more = 还有 { $count } 项，见软件
brief-comma = 、
brief-footer = 思维画像只是对思维偏好的推测，不是测评；动物只为好记。{ $at } 生成。
brief-list-separator = ；
brief-sentence-separator = {""}

## 目标与底线

brief-goal = 目标
brief-goal-missing = 还没写目标。一句话写清：谁、哪天之前、做什么。
brief-limits = 只给自己看
brief-reservation = 底线
brief-alternative = 最佳替代方案
brief-limit-missing = 还没写
brief-unsaid = 这些话不说：
brief-target-short = 目标
brief-their-limit = 对方底线（估）
brief-their-alternative = 对方替代方案
brief-worth = 值 { $worth } 分
brief-steps = 让步台阶
brief-gives = 给得起
brief-heavy = 最看重
brief-heavy-us = 我方：{ $topics }
brief-heavy-them = 对方（估）：{ $topics }

## 现在到哪儿了

brief-position = 现在谈到哪儿了
brief-offers-missing = 双方都还没报价。进门之前，先想好第一个数和它的理由。
brief-target-missing = 还没写目标价，报价好坏无从比起。
brief-our-offer = 我方上次报价
brief-their-offer = 对方上次报价
brief-no-offer = 还没报
brief-first-offer = 首次报价
brief-gap = 差距
brief-gap-last-meeting = 上次会谈后差 { $amount }
brief-gap-before-last = 上次会谈前差 { $amount }
brief-gap-closed = 双方报价已对上
brief-gap-start = 开始时差 { $amount }
brief-target = 我方目标
brief-ours-above = 我方报价优于目标 { $amount }
brief-ours-short = 我方报价离目标还差 { $amount }
brief-theirs-above = 对方报价优于目标 { $amount }
brief-theirs-short = 对方报价离目标还差 { $amount }
brief-move-concession = { $since }让了 { $amount }
brief-move-hold = { $since }没动
brief-move-retreat = { $since }收回 { $amount }
brief-since-offer = 比上次报价
brief-since-meeting = 比上次会谈
brief-since-before-last = 上次会谈
brief-moved-us = 我方让得多：一共让了 { $ours }，对方 { $theirs }。下一步该对方走。
brief-moved-them = 对方让得多：一共让了 { $theirs }，我方 { $ours }。
brief-topics = 要谈的
brief-column-ours = 我方
brief-column-theirs = 对方
brief-column-between = 还差
brief-since-short = 比上次会谈
brief-since-before-short = 上次会谈
brief-closer = 让了 { $amount }
brief-back = 收回 { $amount }
brief-held = 没动
brief-choice-closer = 让了
brief-choice-back = 收回
brief-settled = 谈定
brief-not-named = 双方都还没提：{ $topics }。
brief-price-moved-us = 价格上我方让得多：一共让了 { $ours }，对方 { $theirs }。价格下一步该对方走。
brief-price-moved-them = 价格上对方让得多：一共让了 { $theirs }，我方 { $ours }。
brief-heading = 价格走向
brief-heading-text = 照这样谈下去，大约落在 { $point }（{ $low } 到 { $high }）：只是推算，不是预测
brief-heading-rough = 照这样谈下去，大约落在 { $point }（{ $low } 到 { $high }）：只看了几步，粗略推算
brief-package = 整套条件
brief-package-text = 对我方来说，我方开的条件值 { $ours } 分，对方开的值 { $theirs } 分（满分 100）
brief-package-alternative = ；替代方案值 { $worth } 分
brief-range = { $low } 到 { $high }
brief-step = 我方下一步
brief-step-open = 开价 { $amount }
brief-step-for = 让到 { $amount }（再让 { $by }），要换来：{ $what }
brief-step-something = 让到 { $amount }（再让 { $by }），没有交换不让
brief-step-none = 计划里的台阶走完了：价格守住，拿别的来换
brief-our-terms = 我方条件
brief-their-terms = 对方条件

## 人

brief-people = 对方参会人
brief-people-missing = 还没写对手是谁。先打听清楚谁来、谁拍板。
brief-nameless = 未填姓名
brief-tag = { $certainty }：{ $name }（{ $animal }） · 把握 { $probability } · { $observations }
brief-tag-unknown = { $certainty } · { $observations }
brief-tag-tied = 还分不出主次 · { $observations }
brief-observations = { $count ->
    [0] 还没有依据
   *[other] { $count } 条依据
}
brief-person-unknown = 还不知道对方怎么想。一个数字、整体设想、下一步安排、一句关心人的话，四样都给一点，看他接哪一句，记下来。
brief-relation = 与我
brief-relation-text = 我 { $me } 对方 { $them }，{ $relation }。{ $risk }
brief-pressure = 压力下
brief-pressure-text = { $quadrant } { $name }（{ $certainty }）
brief-open = 开场
brief-argue = 讲道理
brief-close = 收口
brief-irritates = 最反感
brief-do = 宜
brief-avoid = 忌
brief-exchange = 换成对方听得进的话（举例）
brief-tend = 别说
brief-instead = 对 { $quadrant } 这样说
brief-lands = { $quadrant } 听得进的话：
brief-me-unknown = 先描述你自己，这里就会变成“别说……，改说……”。

## 准备

brief-before = 进门之前
brief-moves = 先做这几步
brief-moves-done = 这一阶段清单上的事都做完了。
brief-begin-with = { $what }（{ $name }）
brief-packages = 备好的 { $count } 套方案，可以直接摆出来：
brief-packages-hidden = 备好了 { $count } 套方案，见软件。
brief-package-unnamed = 方案 { $number }
brief-questions = 要问的问题
brief-to-learn-weights = 探轻重
brief-ask-weights = “{ $one }”和“{ $other }”，要是只能先顾一头，您先顾哪一头？
brief-to-learn-thinking = 探 { $name } 怎么想
brief-questions-missing = 还没写要问的问题。备三个，别让对方一句“是”或“不是”就打发了。
brief-pitch = 讲稿
brief-pitch-missing = 还没写讲稿。
brief-walk-missing = 讲稿还没做环走。
brief-coverage = 覆盖度
brief-biggest-gap = 最大缺口
brief-blind-spot = 我的盲点
brief-add = 补一句

## 风险

brief-potatoes = 未检验的烫手山芋：这是谁的难题？
brief-potato = { $kind }：“{ $claim }”
brief-all-asked = 三个问题都问过了：该判断是真是假了。
brief-tested = 检验过的说法
brief-problem-theirs = 对方的难题
brief-problem-shared = 双方的难题
brief-problem-ours = 我方的难题
brief-our-answer = 我方：{ $answer }
brief-tactics = 提防这几招
brief-tactic-seen = { $count ->
    [1] { $name }（用过）
   *[other] { $name }（用过 { $count } 次）
}
brief-tactic-worked = { $name }（用过 { $count } 次，得手 { $worked } 次）
brief-tactics-general = 没见过对方出招，这几招只是这个阶段常见。
brief-tactics-rest = 没注明“用过”的，只是这个阶段常见。
brief-counter-missing = 这张卡片还没写怎么应对

## 承诺与上次会谈

brief-promises = 待兑现的承诺行动
brief-promise = { $action } · { $due }
brief-due = { $date }，{ $day }
brief-no-due-date = 日期未定
brief-broken = 没兑现
brief-broken-due = 没兑现，原定{ $date }

## 我方

brief-team = 我方来的人

## 上次会谈

brief-verdict = 上次会谈
brief-verdict-text = { $verdict }：{ $reason }
brief-reason-refused = 对方回绝了。
brief-reason-decided-elsewhere = 对方定了别家。
brief-reason-binding = 对方已敲定“{ $action }”。
brief-reason-advancing = 对方答应了 { $count } 件事，有人、有日期。
brief-reason-broken = 对方有 { $count } 项承诺没兑现，别的都不算数。
brief-reason-unspecific = 对方答应的事，没说定{ $missing }。
brief-reason-only-ours = 只有我方答应做事，共 { $count } 件。
brief-reason-only-words = 话很好听，对方一件事也没答应做。
brief-reason-nothing-promised = 双方什么也没答应。
brief-detail-action = 做什么
brief-detail-person = 谁来做
brief-detail-date = 哪天做
brief-and = 、

## 简报存成文件

brief-format = 文件格式
brief-format-pdf = PDF
brief-format-html = 网页
brief-format-markdown = Markdown
brief-paper = 纸张
brief-paper-a4 = A4
brief-paper-letter = 美国信纸
save-brief-pdf = PDF：打印、转发、手机上看都方便
brief-page-pdf = 存成 PDF
brief-page-print = 打印
brief-page-print-tip = 在“文档”里存一份 PDF 并打开，供打印
