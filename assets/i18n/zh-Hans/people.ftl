### 对手的页面：画像怎么来的、下一句问什么、问卷那一行、筛选。

## 筛选

people-how-sure = 把握程度
people-certainty = { $word } { $count }
people-clear-certainty = 不再按“{ $word }”筛选
people-clear-all = 全部清除

## 画像

profile-over-time = 变化
profile-word-short = { $certainty } { $letter }
kite-both = { $one }虚线用来对照：{ $other }

## 怎么来的

history-empty = 还没有变化可看
history-empty-what = 每添一条带日期的依据，这里就多一步。
history-caption = 每添一条依据后的占比
history-as-table = 看表格
history-how = 指着某一步，或按左右方向键，看它改变了什么。
history-step = { $date }：{ $text }
history-answers = 问卷 { $count } 题
history-change = { $letter } { $before } → { $after }，仍是“{ $word }”。
history-change-turn = { $letter } { $before } → { $after }，变成“{ $word }”。
history-row-turn = { $word } · { $text }
history-turn = { $date }起“{ $word }”
history-join = ，
history-summary = { $setting }：从{ $from }到{ $to }共 { $count } 步。{ $turns }。现在 A { $a }，B { $b }，C { $c }，D { $d }。

## 下一句问什么

ask-next = 下一句问
ask-next-tip = 问这一句，最有望把对方看准。
ask-next-listen = 听什么
ask-next-close = 收起
ask-next-another = 换一句
ask-next-letters = 、
ask-next-apart = 能分清 { $letters }
ask-next-join = {" · "}
ask-next-worth-much = 一个回答就很说明问题
ask-next-worth-something = 回答多少能说明问题
ask-next-worth-little = 回答改变不了多少
ask-next-asked = 已经问过
ask-next-then = 那样的话，画像就是：{ $word }
ask-next-heard = 听到了
ask-next-heard-name = 听到了：{ $letter }
ask-next-heard-tip = 放进依据的快速输入，由你补完
ask-next-draft = 像 { $letter } { $name }那样回答

## 依据里的问卷

evidence-questionnaire-tip = 24 道二选一，对方自己答，或者你替对方答
evidence-questionnaire-row = 问卷：已答 { $done } / { $all }
evidence-questionnaire-unsure = 说不清 { $count }
evidence-questionnaire-open = 打开问卷
