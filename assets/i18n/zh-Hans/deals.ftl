### 可能的成交方案：图、均衡方案、等值方案、交换、猜错的影响、让步计划。

negotiation-tab-deals = 方案

command-deals = 能谈成什么样
command-deals-tip = 这场谈判的均衡方案、等值方案和交换

deals-comma = ，
deals-arrow = {" → "}
deals-to-plan = 去准备页

## 缺什么，假定了什么

deals-nothing-title = 还没有可比较的方案
deals-nothing-text = 在准备页写上目标和底线：先写价格，最好再加两三个议题。还缺：{ $topics }。
deals-left-out = 没写目标或底线，暂不计入：{ $topics }
deals-no-points = 列表里没有一项打过分，暂不计入：{ $topics }
deals-wrong-way = 你的目标比底线还差，暂不计入：{ $topics }
deals-too-many = 议题太多，组合不过来，暂不计入：{ $topics }
deals-thinned = 可选的值太多，只算了其中一部分：{ $topics }
deals-mirrored = 对方的情况没写全，缺的暂按与你相反来算：{ $topics }
deals-apart = 就你所知，没有双方都能接受的值：{ $topics }

## 图

deals-picture = 能谈成什么样
deals-caption = 共 { $deals } 种方案，{ $feasible } 种对双方都好过谈不成
deals-caption-about = 共 { $deals } 种方案，约 { $feasible } 种对双方都好过谈不成；太多，没有逐一计算，曲线是近似的
deals-count-large = { $lead } × 10^{ $power }
deals-as-table = 看表格
deals-guess = 对对方值多少，都是你的猜测。
deals-legend-cloud = 可能的方案
deals-legend-line = 无法更好
deals-legend-both = 双方得益
deals-working = 正在按现在的计划重算……
deals-working-odds = 正在试算猜错的情形……
deals-first = 正在计算可能的方案……
deals-too-large = 计划里的议题或选项太多，算不过来。去掉权重最小的议题，或者少写几个选项。
deals-failed = 算不出可能的方案。请检查计划里的权重和数值。
deals-no-choice = 双方都能接受的方案只剩一种。在准备页放宽目标或底线，或者加一个议题。
deals-none = 没有一种方案对双方都好过谈不成。
deals-none-what = 加一个对方看重、你代价小的议题，或者重新掂量双方的替代方案到底值多少。
deals-axis-us = 对我方的价值，0 到 100
deals-axis-them = 对对方的价值（猜测）
deals-floor-us = 我方替代方案 { $points }
deals-floor-them = 对方替代方案 { $points }（猜测）
deals-our-offer = 我方最近报价
deals-their-offer = 对方最近报价
deals-unbeaten = 在曲线上
deals-packages-short = 等值方案
deals-worth = 我方 { $me }，对方 { $them }
deals-told = { $name }（{ $worth }）：{ $terms }
deals-term = { $name } { $value }
deals-no-better = 没有任何方案能比曲线上的方案对双方都更好。指向一个标记，或用方向键移动，就能看到条件。
deals-summary = 横轴是对我方的价值，纵轴是对对方的价值（猜测）。{ $caption }。曲线从“{ $best }”到“{ $worst }”。{ $marks }
deals-way-us = 从我方最近报价到“{ $goal }”：{ $they }，{ $we }。
deals-way-them = 从对方最近报价到“{ $goal }”：{ $we }，{ $they }。
deals-way-open = { $name }：还有 { $count } 个议题没谈到，所以是一个范围。
deals-they-gain = 对方多得 { $points }
deals-they-lose = 对方让出 { $points }
deals-they-same = 对方不变
deals-we-gain = 我方多得 { $points }
deals-we-lose = 我方让出 { $points }
deals-we-same = 我方不变
deals-table-deal = 方案
deals-table-terms = 条件

## 均衡方案

deals-balanced = 怎样算公平
deals-balanced-which = 公平的标准
deals-balance-nash = 均衡
deals-balance-equal-shares = 同等比例
deals-balance-equal-gain = 同等收益
deals-balance-most-in-all = 总量最大
deals-fair-nash = 公平在于：哪一方想再多要，另一方损失的比例都会更大（纳什解）。
deals-fair-equal-shares = 公平在于：双方都拿到自己最好结果的同一比例（Kalai-Smorodinsky 解）。
deals-fair-equal-gain = 公平在于：收益较小的一方，已经拿到它能拿到的最多。
deals-fair-most-in-all = 不管怎么分，总价值最大。少得的一方要另外得到补偿，才算公平。
deals-same = 与此相同：{ $names }

## 等值方案

deals-packages = { $count ->
    [0] 等值方案
   *[other] { $count } 个等值方案
}
deals-packages-worth = 对我方都值 { $points }
deals-packages-none = 在这个水平上找不到差别够大的两个方案。换个数，或者加一个议题。
deals-packages-fewer = 在这个水平上，差别够大的只有 { $count } 个。
deals-package-name = { $issue }优先
deals-count = 要几个
deals-level = 对我值多少，0 到 100
deals-level-hint = { $points }，与均衡方案相同
deals-level-problem = 填 0 到 100 的整数
deals-them-guess = 对方（猜测）
deals-copy-all = 全部复制
deals-copy-all-tip = 复制成可以念、可以发的文字：只有名称和条件，不含价值
deals-keep = 存进计划
deals-kept-already = 已存进计划
deals-kept = 已存的方案
deals-copy-kept = 复制
deals-kept-name = 方案名称
deals-kept-remove = 删除方案“{ $name }”
deals-unnamed = 方案
deals-say-intro = { $count ->
    [1] 我们可以这样做：
   *[other] 有 { $count } 种做法，请您选：
}
deals-say-line = { $number }. { $name }：{ $terms }

## 交换

deals-swaps = 拿什么换什么
deals-swaps-from-offer = 从我方最近报价出发
deals-swaps-from-balanced = 还没有报价，从均衡方案出发
deals-swaps-filled = 还没报过，按均衡方案的值算：{ $topics }
deals-swaps-moved = 我方报价超出双方都能接受的范围，按最近的值算：{ $topics }
deals-swaps-trades = 交换：猜得准，双方都更好
deals-swaps-no-trade = 没有哪两个议题一换，能让一方得益而另一方不吃亏。
deals-swaps-give = 可以给：对方得的比我方失的多
deals-swaps-no-give = 没有哪一项单独让出，对方得的比我方失的多。
deals-swaps-ask = 可以要：我方得的比对方失的多
deals-swaps-better = 一次到位，双方都更好
deals-swaps-unbeaten = 没有对双方都更好的方案了。
deals-if-right = 以上都以你猜准对方想要什么为前提。
deals-change = { $name } { $from } → { $to }
deals-trade = 给：{ $give }；要：{ $ask }
deals-change-us = 我方 { $points }
deals-change-them = 对方 { $points }

## 猜错了会怎样

deals-doubt = 要是猜得不准？
deals-doubt-name = 偏差多大
deals-doubt-by = ±{ $percent }%
deals-doubt-what = 对方的每个权重，都可能比你想的高或低，最多 { $percent }%。表中的范围是中间八成的情形。
deals-doubt-none = 均衡方案对对方值多少，跟你猜的权重关系不大。
deals-doubt-most = 最要紧的是对方有多看重{ $issue }：均衡方案对对方值多少会因此在 { $range } 之间变动。
deals-odds-near = 仍接近最优
deals-odds-worth = 对对方的价值
deals-odds-enough = 对方能接受
deals-of-ten = 10 次中 { $count } 次
deals-ask = 所以要问
deals-ask-two = { $issue }和{ $other }，您更看重哪一个？
deals-ask-one = { $issue }对您有多重要？为什么？
deals-ask-add = 加进要问的问题
deals-ask-listed = 已在要问的问题里

## 让步计划

deals-concession = 让步计划
deals-concession-caption = 价格
deals-concession-missing = 写上从哪里开价、到哪里为止，或者在准备页写上目标价和底线。
deals-concession-same = 开价和止步价一样，没有可以计划的步子。
deals-concession-wrong = 止步价比开价对你更有利，请对调。
deals-steps-shrinking = 越让越小
deals-steps-growing = 越让越大
deals-steps-warning = 越让越大，等于告诉对方：再等等还有。
deals-steps-summary = 计划价格：{ $planned }。{ $count ->
    [0] 还没有报价。
   *[other] 实际报价：{ $made }。
}{ $limit }
deals-steps-count = { $count } 步
deals-steps-fewer = 少一步
deals-steps-more = 多一步
deals-shape = 怎么让
deals-shape-tough = 强硬
deals-shape-even = 匀速
deals-shape-tapering = 递减
deals-shape-soft = 宽松
deals-next = 下一步让 { $step }，到 { $amount }
deals-next-for = { $next }，换：{ $what }
deals-next-for-nothing = { $next }。换什么？写在下面，不要白让。
deals-next-opening = 开价 { $amount }
deals-next-none = 报价已经到了计划的尽头，价格上不要再动。
deals-now = 现在
deals-now-next = 下一步让 { $step }
deals-open = 开价
deals-walk-away = 底线 { $amount }
deals-opening = 开价
deals-stop = 止步价
deals-as-target = { $amount }（目标价）
deals-as-limit = { $amount }（底线）
deals-amount-problem = 写成金额，如 1340
deals-returns = 每一步换什么
deals-step = { $amount }（{ $step }）
deals-return = 第 { $step } 步换什么
deals-return-hint = 换……

## 只有一个数

deals-zone = 双方在哪里能谈拢
deals-zone-unknown = 在准备页按你的猜测写上对方的底线，就能看到可谈区间。
deals-zone-between = 猜得准的话，{ $low } 到 { $high } 双方都能接受。
deals-zone-sure = 猜得不准，{ $low } 到 { $high } 也行。
deals-zone-not-sure = 猜得不准，可能根本没有可谈区间。
deals-zone-apart = 就你所知，双方底线差 { $by }，没有可谈区间。
deals-zone-apart-perhaps = 双方底线差 { $by }；要是猜得不准，也许还有可谈区间。
deals-zone-same = 对方要的和你一样，当场定下来。
deals-zone-guess = 对方的数字是你的猜测；颜色浅的一端表示可能偏差多少。
deals-zone-label = { $low } 到 { $high }
deals-zone-offer = 我方报价 { $amount }
deals-one-topic = 只谈一个数，一方多得，另一方就少得。再加一个议题（账期、期限、交付、服务），才有等值方案、交换和均衡方案。
deals-add-issues = 去准备页加议题
