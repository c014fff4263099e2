### 谈判列表，以及一场谈判的准备、环走和会前简报。

negotiations-title = 谈判
negotiations-new = 新建谈判
negotiations-filter = 按名称、对手或公司筛选
negotiations-empty-title = 还没有谈判
negotiations-empty-text = 下次见面前先建一场。写好目标、目标价和底线，一分钟就够。
negotiations-running = 正在谈
negotiations-no-date = 时间未定
negotiations-all-held = 未安排下次会谈
negotiations-last-change = { $day }改过
negotiations-nobody = 还没写对手是谁
negotiations-untested = { $count } 个烫手山芋未检验
negotiations-gap = 价格差距
negotiations-met = 报价已对上
negotiations-no-offers = 双方还没报价
negotiations-one-side = 只有一方报过价
negotiations-last-verdict = 上次会谈的结果

## 一场谈判

negotiation-nameless = 未填姓名
negotiation-missing-title = 这场谈判不在了
negotiation-missing-text = 已经删除。窗口没关之前，撤销可以找回来。
negotiation-missing-back = 全部谈判
negotiation-tabs = 步骤
negotiation-tab-plan = 准备
negotiation-tab-walk = 讲稿与环走
negotiation-tab-meeting = 会谈
negotiation-tab-outcome = 结果
negotiation-tab-brief = 会前简报
negotiation-to-meeting = 去会谈
negotiation-back-to-meeting = 回到会谈
negotiation-to-outcome = 看结果
negotiation-to-brief = 看会前简报
negotiation-remove = 删除这场谈判
negotiation-potatoes = { $count ->
    [1] 有 1 个烫手山芋未检验：“{ $claim }”。先检验，再往下谈。
   *[other] 有 { $count } 个烫手山芋未检验，第一个：“{ $claim }”。先检验，再往下谈。
}
negotiation-test-potato = 马上检验
negotiation-no-meeting-title = 还没有会谈
negotiation-no-meeting-text = 加一次会谈，才好记报价、检验烫手山芋、判定结果。
negotiation-add-meeting = 加一次会谈

## 准备

plan-essentials = 先填这几项
plan-essentials-caption = 一分钟就够
plan-goal = 目标，一句话
plan-goal-hint = 谁、哪天之前、做什么：“林悦6月15日前签下试点”
plan-target = 目标价
plan-limit = 底线
plan-target-hint = 1,340
plan-limit-hint = 1,200
plan-amount-problem = 看不出金额。写成 1340 或 13.4万。
plan-amount-problem-kept = 看不出金额。改好之前仍按 { $amount } 算。
plan-room = 有 { $width }的余地，占目标价 { $percent }
plan-no-room = 目标价和底线一样，没有余地可让。
plan-wrong-seller = 你是卖方，底线要低于目标价。
plan-wrong-buyer = 你是买方，底线要高于目标价。
plan-swap = 对调
plan-needs-both = 两个价都填上，就知道有多少余地。
plan-side = 我是
plan-currency = 币种
plan-currency-problem = 三个字母，如 CNY
plan-unit = 价格怎么算
plan-unit-hint = 每站点每月
plan-alternative = 最佳替代方案（谈不成怎么办）
plan-alternative-hint = 跟现在的供应商续到三月
plan-table = 上了谈判桌
plan-questions = 要问的问题，一行一个
plan-questions-hint = 今年要是不动，会怎么样？
plan-unsaid = 这些话不说
plan-unsaid-hint = 我们周五要冲季度业绩
plan-who = 跟谁谈，什么时候
plan-title = 谈判名称
plan-people = 对方参会人
plan-add-person = 添加对手
plan-find-person = 找人，或者写个新名字
plan-new-person = 新对手：“{ $name }”
plan-no-more-people = 认识的人都在桌上了。写个名字可以加新人。
plan-no-match = 没有叫这个名字的人。
plan-nobody = 还没有人。把要见的人加进来，怎么说话、覆盖度和会前简报都靠它。
plan-remove-person = 把{ $name }从桌上去掉
plan-word-space = ：
plan-meeting = 第 { $number } 次会谈
plan-meeting-over = 第 { $number } 次会谈已经结束。
plan-next-meeting = 安排下次会谈
plan-when = 日期和时间
plan-when-hint = 周五 14:00
plan-when-problem = 看不懂。例：周五 14:00
plan-when-needs-time = 还差几点。例：{ $text } 14:00
plan-when-near = { $date }（{ $day }）
plan-when-far = { $date }
plan-when-past = { $date }，日子已经过了。会开完了吗？
plan-where = 地点
plan-where-hint = 对方公司 4 号会议室
plan-ready = { $all } 项备好 { $done } 项
plan-mistakes = 常犯的错
plan-leave-when = 这样才算备好
plan-talk = 跟对方怎么说
plan-tend = 你顺口会说
plan-instead = 改成这样说，换上你的事实
plan-lands = 对方听得进的话
plan-do = 宜
plan-avoid = 忌
plan-me-unknown = 先描述你自己，这里就会变成“别说……，改说……”。
plan-describe-me = 描述我自己
plan-them-unknown = 还不知道对方怎么想。一个数字、整体设想、下一步安排、一句关心人的话，四样都给一点，看对方接哪一句，记下来。
plan-add-evidence = 记一条依据
plan-talk-nobody = 加上对手，这里就告诉你该怎么说、别怎么说。

## 讲稿与环走

walk-pitch = 讲稿
walk-pitch-hint = 把要讲的话写下来或者贴进来，怎么说就怎么写。边写边标出找到的地方。
walk-words = { $count } 个英文词
walk-characters = { $count } 字
walk-mixed = { $characters }，{ $words }
walk-length = { $amount }，念出来约 { $time }
walk-seconds = { $seconds } 秒
walk-minutes = { $minutes } 分 { $seconds } 秒
walk-you-tick = 软件只提建议，勾不勾由你。
walk-coverage = 覆盖度
walk-covered-for = { $percent }，听众：{ $names }
walk-name-separator = 、
walk-need = 对方要的
walk-give = 你给的
walk-row-spoken = { $name }：对方要 { $need }，你给 { $give }
walk-audience-nobody = 还没写对手是谁，先按四个象限一样重来算。
walk-audience-unknown = 还不知道对方怎么想，先按四个象限一样重来算。
walk-audience-partly = { $count } 人中有 { $unknown } 人还不了解，先按四个象限一样重来算。
walk-biggest-gap = 最大缺口
walk-points = −{ $points } 个百分点
walk-no-gap = 全部答“是”，对这些听众什么都不缺。
walk-blind-spot = 当心盲点：{ $name }是你自己最弱的象限，多看一眼。
walk-score = { $points } / { $all }
walk-score-spoken = { $name }：{ $all } 项得 { $points }
walk-complete = 齐了。
walk-tip-counts = 这样算
walk-tip-does-not-count = 这样不算
walk-tip-example = 例子
walk-note = 在哪里，为什么
walk-note-hint = 哪一段，或者还差什么
walk-click = 点问题可以看找到的地方，也可以写备注。

## 会前简报

brief-page-include = 写上我的底线
brief-page-include-tip = 底线、最佳替代方案和不说的话。默认不写，因为这页纸可能摊在桌上。
brief-page-limits-in = 底线写在这页上了，收好，别摊在桌上。
brief-page-markdown = 存成 Markdown
brief-page-done = 做完了
brief-page-open = 还没做
