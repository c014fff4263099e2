### 今日页。

today-title = 今日

## 资料库还是空的：起步三件事

today-welcome = 欢迎。三步走到第一场会谈
today-welcome-named = { $name }，欢迎。三步走到第一场会谈
today-welcome-lead = 现在花几分钟，进门时就知道对方怎么想。
today-step-me = 描述你自己
today-step-me-why = 六道选择题，两分钟。答完以后，建议就针对你和对方两个人。
today-step-person = 添加一位对手，记下对方说过的一句话
today-step-person-why = 一句原话，就能开始画像。
today-step-hear = 记下听到的一句话
today-step-deal = 新建一场谈判
today-step-deal-why = 写好目标、底线和讲稿，然后上谈判桌。
today-step-done = 已完成

## 接下来的会谈

today-meetings = 接下来的会谈
today-meetings-count = { $count } 场待开
today-meetings-empty = 还没有安排会谈。新建一场谈判，或在已有谈判中添加会谈。
today-readiness = 准备程度（%）
today-prepare = 去准备
today-continue = 继续会谈
today-brief = 会前简报
today-no-date = 时间未定
today-running = 进行中
today-meeting-number = 第 { $number } 次会谈
today-nobody = 还没写明对手
today-others = { $name }，另有 { $count } 人
today-row = { $when }，{ $name }，{ $title }
today-profile = 画像
today-profile-tip = 对桌上各人主导象限的平均把握：{ $percent }%，未知按 0 算。多记依据，把握就大。
today-walk = 环走
today-walk-tip = 环走问题已答 { $done } 题，共 { $all } 题。
today-plan = 计划
today-plan-tip = 计划已写 { $done } 项，共 { $all } 项：一句话目标、目标价、底线、最佳替代方案、要问的问题。
today-ring = { $name }：{ $percent }%

## 现在谈到哪了？

today-position = 跟上次比，现在谈到哪儿了？
today-position-empty = 还没有报价
today-position-empty-help = 桌上一报出价格就记下来，这里会告诉你跟上次比有什么变化。
today-open-negotiation = 打开谈判
today-gap = 差距
today-gap-closed = 已对上
today-gap-was = 之前为 { $amount }
today-gap-start = 开始时为 { $amount }
today-gap-same = 与之前相同
today-our-offer = 我方最新报价
today-their-offer = 对方最新报价
today-not-named = 尚未报价
today-moved-closer = 比之前让了 { $amount }
today-moved-away = 比之前收回 { $amount }
today-moved-hold = 与之前相同
today-first-meeting = 首次有报价的会谈
today-room = 对方报价与我方底线
today-room-over = 比我方底线好 { $amount }
today-room-short = 离我方底线还差 { $amount }
today-legend-us = 我方报价
today-legend-them = 对方报价
today-legend-zone = 我方目标与底线之间
today-chart = 报价：我方 { $ours }，对方 { $theirs }，差距 { $gap }。

## 承诺与烫手山芋

today-promises = 到期的承诺行动
today-promises-count = { $open } 项待兑现，{ $kept } 项已兑现
today-promises-empty = 没有到期的承诺行动。每次会谈收尾，都要说清谁、哪天、做什么。
today-you-promised = 你答应 { $name }
today-you-promised-them = 你答应的
today-they-promised = { $name } 答应你
today-they-promised-you = 对方答应的
today-no-due = 日期未定
today-keep = 已兑现
today-break = 食言
today-keep-name = 已兑现：{ $action }
today-break-name = 食言：{ $action }
today-no-action = 没写做什么
today-potatoes = 待检验的烫手山芋
today-potatoes-count = { $count } 个未检验
today-potatoes-empty = 没有未检验的。对方把难题丢过来时，当场检验是真是假。
today-potato-row = { $kind }：{ $claim }

## 教练提示

today-tip = 教练提示
today-tip-for = 见 { $name } 之前
today-tip-pair = 你偏 { $me }，{ $name } 偏 { $them }
today-tip-relation = { $relation }，难度 { $difficulty }/4
today-tip-them-only = { $name } 偏 { $them }
today-tip-me-unknown = 描述一下你怎么想问题，提示就能针对你们两人。
today-tip-them-unknown = 还不知道 { $name } 怎么想问题。听他的第一个问题：问数字、问步骤、问人，还是问全局？记下来。
today-tip-none = 安排好一场会谈，这里就会给出提示。
today-tip-do = 这样做
today-tip-more = { $quadrant } 象限详解
