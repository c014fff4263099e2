### 所有谈判的统计，数字小就照实说。

command-statistics = 统计
command-statistics-tip = 会谈都谈出了什么，你看得有多准

statistics-title = 统计
statistics-title-with = 统计：{ $name }
statistics-choose = 跟谁？
statistics-everybody = 所有人
statistics-underway = 正在统计……
statistics-empty-title = 还没有可统计的
statistics-empty-with = 跟{ $name }还没有可统计的
statistics-empty-text = 结束一次会谈、记下一个策略、检验一个说法，这里就会计入。
statistics-to-negotiations = 去看谈判

statistics-between = 照这样下去，这个比例大约在 { $low } 到 { $high } 之间。
statistics-about = 照这样下去，这个比例大约是 { $share }。
statistics-too-few = 次数太少，说不了更多。
statistics-too-few-to-compare = 太少，看不出走向。
statistics-of = { $hits } / { $of }

statistics-verdicts = 会谈的结果
statistics-meetings = { $count } 次会谈
statistics-moved = { $of } 次会谈里有 { $hits } 次往前走了。
statistics-promises = 买方的承诺
statistics-promises-none = 还没有兑现或食言的。
statistics-promises-kept = { $of } 项里兑现了 { $hits } 项。

statistics-claims = 烫手山芋
statistics-claims-caption = 检验的结果
statistics-claims-none = 还没记过。“没预算”“董事会说了算”：在桌上记下来，当场检验。
statistics-claims-of = 检验过 { $tested } 个，{ $positions } 个是虚张声势{ $untested ->
    [0] {""}
   *[other] ；{ $untested } 个未检验
}
statistics-claims-untested = { $untested } 个未检验
statistics-claim-bluff = 虚张声势
statistics-claim-real = 属实
statistics-claim-unknown = 仍不清楚
statistics-claim-untested = 未检验

statistics-deals = 成交对你值多少
statistics-deals-count = { $count } 笔
statistics-deals-none = 还没有可衡量的成交。会谈后填上谈定了什么：计划里每个议题有目标和底线，这里就有分数。
statistics-deals-mean = 平均 { $mean } 分（满分 100）。
statistics-deals-halves = 前一半 { $earlier } 分，后一半 { $later } 分。
statistics-deals-scale-last = 最近 { $count } 笔，按时间先后。0 = 每项都在底线，100 = 每项都达到目标。
statistics-deals-scale = 按时间先后。0 = 每项都在底线，100 = 每项都达到目标。

statistics-expected = 预计与结果
statistics-expected-count = { $count } 次预计
statistics-expected-none = 还没有预计。会谈前在准备页写下会有什么结果、有几成把握；之后这里就能看出你看得多准。
statistics-axis-sure = 当时的把握
statistics-axis-came = 应验
statistics-axis-even = 把握与应验相符
statistics-came-true = { $of } 次预计里应验了 { $hits } 次。
statistics-too-sure = 你平均说有 { $sure } 的把握：偏高了。
statistics-too-cautious = 你平均说有 { $sure } 的把握：你看得比自己以为的准。
statistics-sure-fits = 你平均说有 { $sure } 的把握，相符。
statistics-score-close = 得分 { $score }，很准。0 是全准；每次都说“五成把握”是 0.25。
statistics-score-better = 得分 { $score }，越低越准。0 是全准；每次都说“五成把握”是 0.25。
statistics-score-worse = 得分 { $score }，还看不出比随便猜准。0 是全准；每次都说“五成把握”是 0.25。
statistics-score-over-time = 前一半 { $before }，最近 { $count } 次 { $after }。越低越好。
statistics-ranges = { $of } 个价格范围里有 { $hits } 个框住了价格；八成左右正合适。
statistics-ranges-narrow = 你给的范围太窄。
statistics-ranges-wide = 你给的范围不用那么宽。
statistics-ranges-fit = 就目前看，合适。

statistics-tactics = 策略
statistics-tactics-caption = 点一下打开卡片
statistics-tactics-none = 还没记过策略。在桌上点一下就记下；会谈后再记效果。
statistics-head-tactic = 策略
statistics-head-seen = 见过
statistics-head-used = 用过
statistics-head-worked = 起了作用
statistics-head-backfired = 适得其反
statistics-head-on-me = 对我起作用
statistics-sort-by = 排序：{ $column }
statistics-worked-share = 我用的，知道效果的 { $of } 次里 { $hits } 次起了作用。
statistics-on-me-share = 对方用的，知道效果的 { $of } 次里 { $hits } 次对我起了作用。
