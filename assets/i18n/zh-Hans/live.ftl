### 谈判桌上：快记、线索、桌面模式、一键遮屏。

command-next-speaker = 换一个人说
command-next-speaker-tip = 下一条记录是谁说的；旁边换成他的思维画像
command-calm = 桌面模式
command-calm-tip = 只留对方可以看的内容；再按一次回来
command-blank = 一键遮屏
command-blank-tip = 不管开着什么，立刻换成空白页；再按一次回来，Ctrl+` 也行

## 快记

log-short-quote = 原话
log-short-promise = 承诺
log-short-mood = 情绪
log-short-question = 提问
log-short-note = 备注
log-short-tactic-seen = 策略
log-short-tactic-used = 我用
log-short-phase-change = 阶段
log-kind-tip = Alt+{ $number }
log-keys = 话 原话，承 承诺，绪 情绪，问 提问，记 备注，策 策略，策！我用的，@姓名。“我方1300”是报价。
log-keys-tip = 开头打一个字再空一格：话（q）原话，承（p）承诺，绪（m）情绪，问（?）提问，记（n）备注，策（t）对方的策略，策！（t!）我用的策略。@加姓名，记是谁说的。“我方1300 30天”这样的一行直接进报价。Alt+1 到 Alt+6 选类别，Alt+7 到 Alt+9 采用听出的线索。Tab 换人或换策略。向上键改上一条。
log-speaker-tip = { $name } 在说；点一下换人
log-enter = 按回车记为：{ $kind }
log-enter-said-by = 按回车记为：{ $kind }，{ $name }
log-nobody = 桌上没有叫这个名字的人，会照原样记下。
log-offer = 报价：{ $offer }
log-offer-else = 按回车记入报价。想当原话记，开头加“话 ”。
log-no-card = 没有这个名字的策略，按你的话记下。
log-changing = 正在改这一条。
log-change = 修改“{ $words }”
effect-short-worked = 有用
effect-short-nothing = 没用
effect-short-backfired = 起反作用

## 线索

cue-may-be = 可能是
cue-chip = { $name }（Alt+{ $number }）
cue-potato = 烫手山芋：{ $kind }
cue-say = 可以说：“{ $words }”

## 烫手山芋

potato-answer = 我们怎么办
potato-answer-hint = 我方的回应，以及要换回什么
potato-thrown-by = 谁说的？
potato-thrower-tip = { $name }；点一下换人
potato-next-kind = 其实是另一类

## 阶段

meeting-phase-spent = { $count } 分钟，{ $when }
meeting-minutes-of = { $count }/{ $planned } 分钟
meeting-minutes-over = 已超时 { $count } 分钟

## 策略

tactic-used = 用过 { $count }×
tactic-favourite = 常用
tactic-search = 查策略
tactic-none-called = 没有叫这个名字的策略。

## 桌面模式

calm-title = 会谈
calm-phase-opening = 开场
calm-phase-middle = 商谈
calm-phase-late = 收尾
calm-agreed = 已谈妥
calm-actions = 谁做什么
calm-next-meeting = 下次会谈
calm-nothing-yet = 暂无
calm-note = 备注
calm-noted = 已记下

## 一键遮屏

blank-title = 休息
