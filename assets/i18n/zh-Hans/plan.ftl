### 谈判的准备：议题、权重、可谈区间、最佳替代方案、团队、预测。

plan-list-comma = 、
plan-gives = 给出去不心疼的东西
plan-gives-hint = 安排参观样板点、培训两个人
plan-length = 分钟
plan-length-problem = 写 90 或 1.5 小时

## 议题表

issues-title = 议题
issues-caption = 权重看的是占总和的比例
issues-caption-alone = 先只谈价格也够用
issues-add = 添加议题
issues-often = 常谈的
issues-other = 别的
issues-none = 除了价格还谈别的吗？多一个议题，就能交换，不用光砍价。点一下就加上：
issues-add-idea = 添加议题：{ $name }
issues-open = { $name }：展开
issues-close = { $name }：收起
issues-open-tip = 展开看价值曲线、名称、顺序。按 Alt 加上下键可以挪动。
issues-price-unit = { $currency }（{ $unit }）
issues-my-weight = 我的权重
issues-my-weight-tip = 这一项对你多重要，0 到 100。算的是占总和的比例。
issues-their-weight = 对方权重
issues-their-weight-tip = 你估计对方有多看重它。
issues-target = 目标
issues-target-tip = 这一方最想要的。
issues-my-target = 我的目标
issues-my-target-tip = 你最想要的。
issues-their-target = 对方目标
issues-their-target-tip = 你估计对方最想要的。
issues-limit = 底线
issues-limit-tip = 再差就不谈了。
issues-slack = 误差
issues-slack-tip = 对对方底线的估计，上下可能差多少。
issues-cell = { $name }：{ $part }
issues-part-my-weight = 我的权重
issues-part-my-target = 我的目标
issues-part-my-limit = 我的底线
issues-part-their-weight = 对方权重
issues-part-their-target = 对方目标
issues-part-their-limit = 对方底线
issues-part-slack = 对方底线的误差
issues-choose = 选一个
issues-no-limit = 没有底线
issues-problem-number = { $cell }：“{ $text }”看不出是数字。写成 30、99.5 或 1.2万。
issues-problem-money = { $cell }：“{ $text }”看不出是金额。写成 1340 或 13.4万。
issues-problem-date = { $cell }：“{ $text }”看不出是哪天。写成 6月15日 或 +30。
issues-problem-weight = { $cell }：“{ $text }”不是权重。写 0 到 100 的数。
issues-problem-slack = { $cell }：“{ $text }”不是误差。写个数，如 5。

issue-kind-number-tip = 天数、月数、件数、百分比
issue-kind-money-tip = 价格以外的一笔钱
issue-kind-date-tip = 交货、开始、结束
issue-kind-choice-tip = 几个现成的选项

issue-idea-payment = 账期
issue-idea-unit-payment = 开票后天数
issue-idea-delivery = 交货日期
issue-idea-term = 合同期
issue-idea-unit-term = 个月
issue-idea-service = 服务响应
issue-idea-unit-service = 小时
issue-idea-volume = 采购量
issue-idea-unit-volume = 件/年
issue-idea-warranty = 质保期
issue-idea-unit-warranty = 个月质保

## 议题细节

issue-name = 议题名称
issue-name-hint = 账期、开工日期、培训
issue-unit = 单位
issue-unit-hint = 天、个月、件
issue-currency = 金额币种
issue-kind-label = 类型
issue-remove = 删除{ $name }
issue-removed = 已删除{ $name }。
issue-up = 上移{ $name }
issue-down = 下移{ $name }
issue-points = { $count ->
   *[other] { $number } 分
}
issue-means-each-us = 每让 { $step }，你少 { $points }；从目标让到底线，100 分里去掉 { $all }。
issue-means-each-them = 你估计对方每得 { $step }，多 { $points }；全部是 { $all }。
issue-means-threshold-us = 到 { $target } 才算数，100 分里值 { $all }；差一点就是零。
issue-means-threshold-them = 你估计对方到 { $target } 才算数，100 分里值 { $all }。
issue-means-steepest-us = 从 { $from } 到 { $to } 你丢得最多：{ $points }。整个议题在 100 分里占 { $all }。
issue-means-steepest-them = 你估计对方从 { $from } 到 { $to } 丢得最多：{ $number } 分里的 { $points }。
issue-means-between-us = 要“{ $best }”而不是“{ $worst }”，100 分里对你值 { $points }。
issue-means-between-them = 你估计对方要“{ $best }”而不是“{ $worst }”，值 { $points }。
issue-means-missing = 填上你的目标和底线，这里就告诉你每让一步丢几分。
issue-means-missing-theirs = 再估一下对方的目标和底线，就知道每一步对他们值几分。
issue-means-missing-choice = 每个选项对你值多少、估计对方觉得值多少，都填上，就看得出该换什么。
issue-give = 对方比你更看重：这里可以让，但要换点东西回来。
issue-ask = 你比对方更看重：开口去要。

curve-label-us = 对我值多少
curve-label-them = 估计对他们值多少
curve-picture = 底线到目标之间的价值曲线：{ $curve }
curve-empty = 先填目标和底线
curve-is-worth = 值
curve-point-value = 第 { $number } 点：数值
curve-point-worth = 第 { $number } 点：价值，0 到 100
curve-point-remove = 删除第 { $number } 点
curve-point-add = 加一个点
curve-point-add-tip = 加在最宽的空当中间

choice-name = 名称
choice-mine = 对我
choice-points = 占全局
choice-theirs = 对他们
choice-limit = 底线
choice-make-limit = 定为底线
choice-remove = 删除
choice-cell = { $name }：{ $part }
choice-problem = 0 到 100 的数
choice-add = 写个选项，按回车
choice-few = { $count ->
    [0] 写出可能谈成的几种，比如“8 小时”“4 小时”。最好的对你值 100，最差的值 0。
   *[other] 再加一个，才有得选。
}

## 两两比较定权重

weigh-how = 数字说不准？两个两个地比：
weigh-start-us = 定我的权重
weigh-start-them = 估对方的权重
weigh-title-us = 我的权重，两两比较
weigh-title-them = 估对方的权重，两两比较
weigh-leave = 先放着，答过的留着
weigh-progress = 第 { $number } 对，共 { $all } 对
weigh-question-us = 从底线到目标整个来看，哪个对你更重要：{ $first }还是{ $second }？
weigh-question-them = 你估计对方更看重哪个：{ $first }还是{ $second }？
weigh-answer = { $number } · { $words }
weigh-answer-much-more = { $first }重要得多
weigh-answer-more = { $first }重要些
weigh-answer-same = 差不多
weigh-answer-less = { $second }重要些
weigh-answer-much-less = { $second }重要得多
weigh-back = 退一步
weigh-enough = 够了，看结果
weigh-enough-tip = 每个议题至少要跟别的比过。
weigh-keys = 按 1 到 5 作答。
weigh-all = 全部比过
weigh-left = 还有 { $count } 对没比
weigh-weight = { $name }：{ $weight }
weigh-was = 原来 { $weight }
weigh-odd = “{ $first }还是{ $second }”这一答跟其他的对不上。
weigh-odd-again = 重答这一对
weigh-circle = 这几个回答绕成一圈，互相矛盾，哪个都可能答错了：
weigh-circle-again = 重答“{ $first }还是{ $second }”
weigh-take = 用这组权重
weigh-go-on = 接着比
weigh-again = 从头再来

## 可谈区间

zone-title = 可谈区间
zone-as-table = 看表格
zone-as-chart = 看图
zone-us = 我方
zone-them = 对方
zone-label = { $low } 到 { $high }
zone-offer = 我方报价 { $offer }
zone-between = { $low } 到 { $high } 双方都能接受。
zone-sure = 就算估得不准，{ $low } 到 { $high } 也还在。
zone-unsure = 万一估得不准，可能就没有余地了。
zone-apart-one = 双方底线差 { $by }，单看这一项谈不拢。
zone-apart-perhaps = 双方底线差 { $by }，但估计的误差也有这么大。去问清楚。
zone-same-way = 双方想的是同一个方向，没什么可争的。
zone-no-span = 有一方的目标和底线一样，看不出想往哪边走。
zone-missing-parts = 还差：{ $parts }。
zone-choice-unknown = 每个选项对双方各值多少都填上，就看得出哪些双方都能接受。
zone-choice-none = 按你的估计，没有双方都能接受的选项。
zone-choice-some = 双方都能接受的有 { $count } 个。
zone-choice = { $name }：对我方值 { $me }，对对方值 { $them }
zone-by = { $name }（差 { $by }）
zone-overall-all = 每个议题都有余地。
zone-overall-apart = 不是每个议题都谈得拢：这边差的，要从那边补。
zone-overall-part = 目前有余地，其余还不清楚。
zone-overall-unknown = 估一下对方的目标和底线，看看有没有余地。
zone-met = 有余地：{ $topics }
zone-apart = 谈不拢：{ $topics }
zone-same = 同方向：{ $topics }
zone-missing = 还不清楚：{ $topics }
zone-deals = 看有哪些方案

## 最佳替代方案

batna-title = 最佳替代方案
batna-caption = 谁的替代方案好，谁就敢走
batna-theirs = 对方的最佳替代方案（据我所知）
batna-theirs-hint = 跟现在的供应商再做一年
batna-worth-us = 对我值多少，0–100
batna-worth-them = 对他们，我估计
batna-worth-problem = 0 到 100 的数
batna-how-us = 0：跟每个议题都到底线一样差。100：跟每个议题都达到目标一样好。
batna-how-them = 从对方角度，同样打分。问一问这次谈不成，他们怎么办。
batna-means-us = 不到 { $worth } 分的方案，不如不签。
batna-means-them = 按你的估计，低于 { $worth } 分他们就不谈了。
batna-term = { $name } { $value }
batna-equals = 相当于：{ $terms }

## 我方

team-title = 我方团队
team-add = 添加
team-nobody = 一个人去？那就自己谈、自己算、自己记。两个人去，一个谈，一个听。
team-name = 我方人员姓名
team-name-hint = 姓名
team-role-of = { $name }：{ $role }
team-note = 负责什么
team-note-hint = 什么时候开口，什么时候不说话
team-remove = 把{ $name }从团队去掉
team-removed = { $name }已不在团队里。
team-does-lead = 开场、提问、报价。别人一概不报数字。
team-does-numbers = 每个报价先算清楚，再让人回应。
team-does-scribe = 报价和承诺，一字一句记下来。
team-does-observer = 看脸色、听语气、认策略，该停就叫停。
team-does-expert = 问到专业才答，不谈价格。

## 预测

predict-title = 我的预测
predict-why = 会前写，会后对答案，这样才知道自己的感觉有几分准。
predict-no-meeting = 先安排会谈，再写下你的预测。
predict-verdict = 会谈结果会是
predict-sure = 把握（%）
predict-sure-problem = 25 到 100。四种结果，25 就是没谱。
predict-sure-means = 这样的会谈十次里大约有 { $count } 次是“{ $outcome }”。
predict-sure-none = 没谱：四种结果都有可能。
predict-sure-all = 要是别的结果，你会大吃一惊。
predict-range = 最后的价格，我有八成把握落在
predict-low = 从
predict-high = 到
predict-range-how = 宽到有八成把握就够，不要再宽。
predict-range-is = 八成把握：最后价格落在 { $low } 到 { $high } 之间。
predict-closed = 只能会前写，会后跟结果对照。
predict-closed-none = 这次会谈开始前没写预测。下次花十秒钟就够。
predict-closed-verdict = { $outcome }，{ $sure }% 把握

## 准备情况

ready-written = 这页写了的
ready-tick = 自己打勾的
ready-done = { $part }：已写
ready-open = { $part }：还没写
ready-goal = 目标
ready-limits = 各项目标和底线
ready-theirs = 对方底线
ready-weights = 我的权重
ready-their-weights = 对方权重
ready-alternatives = 双方替代方案
ready-questions = 问题
ready-gives = 能给的
