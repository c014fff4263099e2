### 各页通用：日期、金额和模型用语。

app-name = 知彼
app-tagline = 看懂桌子对面的人

## 拼接

label-text = { $label }：{ $text }
list-separator = ；

## 日期与时间

date-medium = { $year }年{ $month }{ $day }日
date-short = { $month }{ $day }日
date-long = { $year }年{ $month }{ $day }日 { $weekday }
date-time = { $date } { $time }

day-today = 今天
day-tomorrow = 明天
day-yesterday = 昨天
day-ahead = { $count } 天后
day-ago = { $count } 天前
day-late = 已逾期 { $count } 天

month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

month-short-1 = 1月
month-short-2 = 2月
month-short-3 = 3月
month-short-4 = 4月
month-short-5 = 5月
month-short-6 = 6月
month-short-7 = 7月
month-short-8 = 8月
month-short-9 = 9月
month-short-10 = 10月
month-short-11 = 11月
month-short-12 = 12月

weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日

## 金额：数字已按格式写好

money = { $amount } { $currency }

currency-AUD = 澳元
currency-CAD = 加元
currency-CHF = 瑞士法郎
currency-CNY = 元
currency-EUR = 欧元
currency-GBP = 英镑
currency-HKD = 港元
currency-JPY = 日元
currency-KRW = 韩元
currency-SGD = 新加坡元
currency-TWD = 新台币
currency-USD = 美元

## 模型

animal-eagle = 鹰
animal-donkey = 驴
animal-sheep = 羊
animal-fox = 狐

certainty-unknown = 未知
certainty-leaning = 略偏
certainty-likely = 很可能
certainty-clear = 明确

setting-normal = 平时
setting-pressure = 压力下

evidence-questionnaire = 问卷
evidence-quote = 本人原话
evidence-behaviour = 亲眼所见
evidence-text = 书面文字
evidence-third-party = 旁人说法
evidence-role = 按职务推测

relation-same = 相同
relation-compatible = 相容
relation-contrasting = 对比
relation-cross = 跨象限

phase-preparation = 准备
phase-opening = 开局
phase-middle = 中期
phase-late = 后期

side-us = 我方
side-them = 对方

party-buyer = 买方
party-seller = 卖方

potato-budget = 预算
potato-authority = 权限
potato-deadline = 期限
potato-competitor = 竞争对手
potato-policy = 制度
potato-other = 其他

potato-verdict-untested = 未检验
potato-verdict-real = 属实
potato-verdict-bluff = 虚张声势
potato-verdict-unknown = 仍不清楚

outcome-order = 成交
outcome-advance = 推进
outcome-continuation = 拖延
outcome-no-sale = 失败

commitment-open = 待兑现
commitment-kept = 已兑现
commitment-broken = 已食言

answer-yes = 是
answer-partly = 部分
answer-no = 否

mark-fair = 正当
mark-hard = 强硬
mark-unethical = 不正当

log-note = 备注
log-quote = 对方原话
log-promise = 承诺
log-mood = 情绪
log-question = 提问
log-tactic-seen = 对方用的策略
log-tactic-used = 我用的策略
log-phase-change = 阶段

# 这个人对决定的分量，1 到 4。
influence-1 = 分量轻
influence-2 = 有发言权
influence-3 = 分量重
influence-4 = 拍板

effect-worked = 起了作用
effect-nothing = 没有效果
effect-backfired = 适得其反

whose-theirs = 对方的
whose-shared = 双方共有
whose-ours = 我方的

team-role-lead = 主谈
team-role-numbers = 核算
team-role-scribe = 记录
team-role-observer = 观察
team-role-expert = 专家

issue-kind-number = 数字
issue-kind-money = 金额
issue-kind-date = 日期
issue-kind-choice = 选项清单

curve-linear = 按比例
curve-threshold = 达标才算
curve-points = 自定义
